package io.crowdbench.agent.runner;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.sample.FinalCounters;

/// What the runner tells its agent, one line of JSON each on the runner's standard output.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunnerReport.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = RunnerReport.Started.class, name = "started"),
  @JsonSubTypes.Type(value = RunnerReport.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = RunnerReport.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = RunnerReport.Failed.class, name = "failed")
})
public sealed interface RunnerReport {

  /// The bundle is loaded.
  record Ready() implements RunnerReport {}

  /// The load is on.
  ///
  /// @param lateMillis how much later than told
  record Started(double lateMillis) implements RunnerReport {}

  /// It came to another step, took up a change, or began to drain.
  ///
  /// @param step number of the step it is in, from 0
  /// @param change number of the last change it has taken up; 0 for none
  record Progress(int step, long change, boolean draining) implements RunnerReport {}

  /// All samples are with Kafka.
  record Finished(FinalCounters counters) implements RunnerReport {}

  /// It can't go on.
  ///
  /// @param problem a whole sentence
  record Failed(String problem) implements RunnerReport {}
}
