package io.crowdbench.agent.runner;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.agent.RunShare;
import io.crowdbench.messages.agent.RunShare.ShareStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the agent tells its runner, one line of JSON each on the runner's standard input. The end
/// of the input means that the agent is gone.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = RunnerCommand.SetUp.class, name = "set-up"),
  @JsonSubTypes.Type(value = RunnerCommand.Start.class, name = "start"),
  @JsonSubTypes.Type(value = RunnerCommand.Change.class, name = "change"),
  @JsonSubTypes.Type(value = RunnerCommand.SetClock.class, name = "set-clock"),
  @JsonSubTypes.Type(value = RunnerCommand.Stop.class, name = "stop")
})
public sealed interface RunnerCommand {

  /// The first command.
  ///
  /// @param brokers Kafka's own addresses, `host:port,host:port`
  /// @param tunnel path of the file that says where the tunnel to them begins; null if they are
  ///   reached directly
  /// @param folder the runner's own folder, for what the bundle needs unpacked
  record SetUp(
      String run,
      String slave,
      long epoch,
      String brokers,
      @Nullable String tunnel,
      String folder,
      RunShare share)
      implements RunnerCommand {}

  /// Start the load.
  ///
  /// @param atMillis when, in milliseconds since 1970 by this slave's own clock
  record Start(double atMillis) implements RunnerCommand {}

  /// The load is now this; one that was taken up before, or a later one, is only answered.
  ///
  /// @param change its number, from 1
  /// @param atMillis from when on, in milliseconds since 1970 by this slave's own clock
  /// @param steps all steps as they are now
  /// @param step number of the step that must have been reached
  /// @param paused whether the load stands still
  record Change(long change, double atMillis, List<ShareStep> steps, int step, boolean paused)
      implements RunnerCommand {}

  /// The slave's clock is known better now.
  record SetClock(double offsetMillis, double boundMillis) implements RunnerCommand {}

  /// End the load.
  record Stop() implements RunnerCommand {}
}
