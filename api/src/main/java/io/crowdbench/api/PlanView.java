package io.crowdbench.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A plan that was checked and kept.
///
/// @param content as it was sent
/// @param words what it will do, step by step
public record PlanView(String id, JsonNode content, String words) {

  public @Nullable String name() {
    return content.path("name").asString(null);
  }
}
