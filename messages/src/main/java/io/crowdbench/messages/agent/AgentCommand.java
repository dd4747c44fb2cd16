package io.crowdbench.messages.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What a run tells the agent of a slave to do. The agent does it only if the epoch is its own.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PrepareRun.class, name = "prepare-run"),
  @JsonSubTypes.Type(value = StartRun.class, name = "start-run"),
  @JsonSubTypes.Type(value = ChangeLoad.class, name = "change-load"),
  @JsonSubTypes.Type(value = StopRun.class, name = "stop-run"),
  @JsonSubTypes.Type(value = RenewLease.class, name = "renew-lease")
})
public sealed interface AgentCommand extends Message
    permits PrepareRun, StartRun, ChangeLoad, StopRun, RenewLease {

  /// Id of the slave whose agent is meant, or [RenewLease#EVERYBODY].
  String slave();

  /// Epoch of the agent that is meant: a later start of it must not act on old commands.
  long epoch();

  /// Id of the run.
  String run();

  @Override
  @JsonIgnore
  default String key() {
    return slave();
  }
}
