package io.crowdbench.ui.base;

import io.crowdbench.api.ApiClient;
import java.net.URI;
import java.time.Duration;

/// Clients of the services for pages, which can't wait for long.
public final class ServiceClients {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private ServiceClients() {}

  public static ApiClient of(String name, URI address) {
    return new ApiClient(name, address, TIMEOUT);
  }
}
