package io.crowdbench.messages.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What happened to a run. Named by run and number; a repeat changes nothing.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunPlanned.class, name = "run-planned"),
  @JsonSubTypes.Type(value = RunStateChanged.class, name = "run-state-changed"),
  @JsonSubTypes.Type(value = RunScheduled.class, name = "run-scheduled"),
  @JsonSubTypes.Type(value = RunSlaveStarted.class, name = "run-slave-started"),
  @JsonSubTypes.Type(value = RunStepped.class, name = "run-stepped"),
  @JsonSubTypes.Type(value = RunChanged.class, name = "run-changed"),
  @JsonSubTypes.Type(value = RunSlaveFinished.class, name = "run-slave-finished"),
  @JsonSubTypes.Type(value = RunSlaveLost.class, name = "run-slave-lost"),
  @JsonSubTypes.Type(value = RunOutage.class, name = "run-outage")
})
public sealed interface RunEvent extends Message
    permits RunPlanned,
        RunStateChanged,
        RunScheduled,
        RunSlaveStarted,
        RunStepped,
        RunChanged,
        RunSlaveFinished,
        RunSlaveLost,
        RunOutage {

  /// Id of the run.
  String run();

  /// Number of the event in the run's history, from 0.
  long number();

  @Override
  @JsonIgnore
  default String key() {
    return run();
  }
}
