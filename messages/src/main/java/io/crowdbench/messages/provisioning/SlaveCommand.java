package io.crowdbench.messages.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What a run asks the provisioner to do on a slave.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = DeliverBundle.class, name = "deliver-bundle"),
  @JsonSubTypes.Type(value = CleanUpRun.class, name = "clean-up-run")
})
public sealed interface SlaveCommand extends Message permits DeliverBundle, CleanUpRun {

  /// Id of the slave it is to be done on.
  String slave();

  /// Id of the run it is for.
  String run();

  @Override
  @JsonIgnore
  default String key() {
    return slave();
  }
}
