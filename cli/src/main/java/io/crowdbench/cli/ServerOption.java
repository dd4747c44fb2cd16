package io.crowdbench.cli;

import io.crowdbench.api.ApiClient;
import io.crowdbench.api.BundlesApi;
import io.crowdbench.api.HealthApi;
import io.crowdbench.api.PlansApi;
import io.crowdbench.api.ResultsApi;
import io.crowdbench.api.RunsApi;
import io.crowdbench.api.SlavesApi;
import java.net.URI;
import java.time.Duration;
import picocli.CommandLine.Option;

/// Which server a command works with.
final class ServerOption {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:CROWDBENCH_SERVER:-http://127.0.0.1:8700}",
      description =
          "Address of Crowdbench's pages; default: CROWDBENCH_SERVER, or the local stack's.")
  private URI server = URI.create("http://127.0.0.1:8700");

  private ApiClient client() {
    return new ApiClient("Crowdbench", server, TIMEOUT);
  }

  SlavesApi slaves() {
    return new SlavesApi(client());
  }

  BundlesApi bundles() {
    return new BundlesApi(client());
  }

  PlansApi plans() {
    return new PlansApi(client());
  }

  RunsApi runs() {
    return new RunsApi(client());
  }

  ResultsApi results() {
    return new ResultsApi(client());
  }

  HealthApi health() {
    return new HealthApi(client());
  }

  String page(String path) {
    return server.toString().replaceAll("/+$", "") + path;
  }
}
