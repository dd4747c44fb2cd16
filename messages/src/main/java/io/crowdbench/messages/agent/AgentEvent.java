package io.crowdbench.messages.agent;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What an agent tells of itself and of the runner it carries.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AgentHello.class, name = "agent-hello"),
  @JsonSubTypes.Type(value = AgentHeartbeat.class, name = "agent-heartbeat"),
  @JsonSubTypes.Type(value = AgentGoodbye.class, name = "agent-goodbye"),
  @JsonSubTypes.Type(value = RunnerReady.class, name = "runner-ready"),
  @JsonSubTypes.Type(value = RunnerStarted.class, name = "runner-started"),
  @JsonSubTypes.Type(value = RunnerProgress.class, name = "runner-progress"),
  @JsonSubTypes.Type(value = RunnerFinished.class, name = "runner-finished"),
  @JsonSubTypes.Type(value = RunnerFailed.class, name = "runner-failed")
})
public sealed interface AgentEvent extends Message
    permits AgentHello, AgentHeartbeat, AgentGoodbye, RunnerEvent {

  /// Id of the slave the agent is on.
  String slave();

  /// Number of this start of the agent; grows with each start and so tells a zombie from its
  /// successor.
  long epoch();

  @Override
  @JsonIgnore
  default String key() {
    return slave();
  }
}
