package io.crowdbench.messages.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What happened to a slave. Each event carries the slave's whole state, so the latest one is
/// enough.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SlaveChanged.class, name = "slave-changed"),
  @JsonSubTypes.Type(value = BundleDelivered.class, name = "bundle-delivered"),
  @JsonSubTypes.Type(value = BundleNotDelivered.class, name = "bundle-not-delivered"),
  @JsonSubTypes.Type(value = SlaveRemoved.class, name = "slave-removed")
})
public sealed interface SlaveEvent extends Message
    permits SlaveChanged, BundleDelivered, BundleNotDelivered, SlaveRemoved {

  SlaveState slave();

  @Override
  @JsonIgnore
  default String key() {
    return slave().id();
  }
}
