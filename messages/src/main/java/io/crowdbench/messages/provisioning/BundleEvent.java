package io.crowdbench.messages.provisioning;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.crowdbench.messages.Message;

/// What happened to a bundle of actions.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = BundleUploaded.class, name = "bundle-uploaded")})
public sealed interface BundleEvent extends Message permits BundleUploaded {

  /// SHA-256 of the bundle's content, in hexadecimal.
  String bundle();

  @Override
  @JsonIgnore
  default String key() {
    return bundle();
  }
}
