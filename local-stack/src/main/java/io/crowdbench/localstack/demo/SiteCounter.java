package io.crowdbench.localstack.demo;

/// What the target site says it has really served.
final class SiteCounter {

  private final Api site;

  SiteCounter(String url) {
    this.site = new Api(url);
  }

  long requests() {
    return site.get("/stats").path("requests").asLong();
  }
}
