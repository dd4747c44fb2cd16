package io.crowdbench.messages.debuglog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What helps to debug users' code in a run.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DebugLine.class, name = "debug-line"),
  @JsonSubTypes.Type(value = CapturedFailure.class, name = "captured-failure")
})
public sealed interface DebugMessage extends Message permits DebugLine, CapturedFailure {

  /// Id of the run.
  String run();

  @Override
  @JsonIgnore
  default String key() {
    return run();
  }
}
