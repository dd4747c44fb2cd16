package io.crowdbench.api;

import java.util.List;
import org.springframework.core.ParameterizedTypeReference;

/// `/api/health`, of the UI.
public final class HealthApi {

  private static final ParameterizedTypeReference<List<PartHealth>> PARTS =
      new ParameterizedTypeReference<>() {};

  private final ApiClient client;

  public HealthApi(ApiClient client) {
    this.client = client;
  }

  /// All parts, those first that others depend on.
  public Result<List<PartHealth>> parts() {
    return client.get("how its parts are", PARTS, "/api/health");
  }
}
