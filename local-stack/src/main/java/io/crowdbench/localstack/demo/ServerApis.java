package io.crowdbench.localstack.demo;

import io.crowdbench.api.ApiClient;
import io.crowdbench.api.BundlesApi;
import io.crowdbench.api.PlansApi;
import io.crowdbench.api.ResultsApi;
import io.crowdbench.api.RunsApi;
import io.crowdbench.api.SlavesApi;
import java.net.URI;
import java.time.Duration;

/// The APIs of the server that the demo works with.
record ServerApis(
    SlavesApi slaves, BundlesApi bundles, PlansApi plans, RunsApi runs, ResultsApi results) {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  static ServerApis at(String url) {
    var client = new ApiClient("Crowdbench", URI.create(url), TIMEOUT);
    return new ServerApis(
        new SlavesApi(client),
        new BundlesApi(client),
        new PlansApi(client),
        new RunsApi(client),
        new ResultsApi(client));
  }
}
