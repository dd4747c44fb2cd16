package io.crowdbench.messages.provisioning;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import java.time.Instant;
import java.util.List;

/// A bundle was compiled and is ready to be used by plans. A repeat changes nothing.
///
/// @param name what people call it
/// @param actions simple class names of its actions, which plans use
/// @param userIds how many user ids its users.txt has
public record BundleUploaded(
    int schema, Instant at, String bundle, String name, List<String> actions, int userIds)
    implements BundleEvent {

  public BundleUploaded {
    field(at, "at");
    field(bundle, "bundle");
    field(name, "name");
    actions = list(actions);
  }
}
