package io.crowdbench.ui.base;

import io.crowdbench.api.ApiClient;
import java.net.URI;
import java.time.Duration;

/// Clients of the services for pages, which can't wait for long.
public final class ServiceClients {

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /// For what goes to another machine first.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ServiceClients() {}

  public static ApiClient of(String name, URI address) {
    return new ApiClient(name, address, TIMEOUT);
  }

  /// For what takes its time, and so is never asked on a page's turn.
  public static ApiClient patient(String name, URI address) {
    return new ApiClient(name, address, PATIENCE);
  }
}
