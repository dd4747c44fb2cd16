package io.crowdbench.localstack.demo;

import io.crowdbench.api.ApiClient;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;

/// What the target site says it has really served.
final class SiteCounter {

  private static final ParameterizedTypeReference<Map<String, Long>> COUNTS =
      new ParameterizedTypeReference<>() {};

  private final ApiClient site;

  SiteCounter(String url) {
    this.site = new ApiClient("the target site", URI.create(url), Duration.ofSeconds(10));
  }

  long requests() {
    return site.get("its own count of requests", COUNTS, "/stats")
        .orThrow()
        .getOrDefault("requests", 0L);
  }
}
