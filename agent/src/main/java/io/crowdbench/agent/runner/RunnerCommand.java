package io.crowdbench.agent.runner;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.agent.RunShare;

/// What the agent tells its runner, one line of JSON each on the runner's standard input. The end
/// of the input means that the agent is gone.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunnerCommand.SetUp.class, name = "set-up"),
  @JsonSubTypes.Type(value = RunnerCommand.Start.class, name = "start"),
  @JsonSubTypes.Type(value = RunnerCommand.SetClock.class, name = "set-clock"),
  @JsonSubTypes.Type(value = RunnerCommand.Stop.class, name = "stop")
})
public sealed interface RunnerCommand {

  /// The first command.
  ///
  /// @param folder the runner's own folder, for what the bundle needs unpacked
  record SetUp(String run, String slave, long epoch, String brokers, String folder, RunShare share)
      implements RunnerCommand {}

  /// Start the load.
  ///
  /// @param atMillis when, in milliseconds since 1970 by this slave's own clock
  record Start(double atMillis) implements RunnerCommand {}

  /// The slave's clock is known better now.
  record SetClock(double offsetMillis, double boundMillis) implements RunnerCommand {}

  /// End the load.
  record Stop() implements RunnerCommand {}
}
