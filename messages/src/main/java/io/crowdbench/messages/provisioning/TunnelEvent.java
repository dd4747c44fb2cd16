package io.crowdbench.messages.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What is known of the ways from slaves to Kafka through SSH.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = TunnelsKept.class, name = "tunnels-kept")})
public sealed interface TunnelEvent extends Message permits TunnelsKept {

  /// Of the instance of provisioner-service that keeps them; a new one at each start.
  String provisioner();

  @Override
  @JsonIgnore
  default String key() {
    return provisioner();
  }
}
