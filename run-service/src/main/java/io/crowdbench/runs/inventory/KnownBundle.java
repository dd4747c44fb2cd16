package io.crowdbench.runs.inventory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/// A bundle as the provisioner told of it.
///
/// @param actions names of its actions, separated by commas
public record KnownBundle(
    @Id String hash, @Version @Nullable Integer version, String name, String actions, int userIds) {

  public List<String> actionNames() {
    return List.of(actions.split(","));
  }
}
