package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.http.Headers;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

  /// It is this time on the client; servers that name a date say so themselves.
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cache-Control: max-age=60 | 60",
        "Cache-Control: Max-Age=\"60\" | 60",
        "Cache-Control: private, max-age=60, must-revalidate | 60",
        "Cache-Control: max-age=60_Age: 50 | 10",
        "Cache-Control: max-age=60_Age: 70 | 0",
        "Cache-Control: max-age=60, no-cache | 0",
        "Cache-Control: public_Cache-Control: max-age=60 | 60",
        "Cache-Control: max-age=soon | 0",
        "Cache-Control: s-maxage=60 | 0",
        "Expires: Sun, 01 Mar 2026 10:01:00 GMT | 60",
        "Expires: Sun, 01 Mar 2026 10:01:00 GMT_Date: Sun, 01 Mar 2026 10:00:30 GMT | 30",
        "Expires: Sun, 01 Mar 2026 10:01:00 GMT_Cache-Control: max-age=5 | 5",
        "Expires: 0 | 0",
        "Expires: -1_Last-Modified: Sun, 01 Mar 2020 10:00:00 GMT | 0",
        "Pragma: no-cache_Last-Modified: Sun, 01 Mar 2020 10:00:00 GMT | 0",
        // A tenth of 100 seconds.
        "Last-Modified: Sun, 01 Mar 2026 09:58:20 GMT | 10",
        "Last-Modified: Sun, 01 Mar 2026 11:00:00 GMT | 0",
        "X: y | 0",
      })
  void saysHowLong(String headers, long seconds) {
    var freshness = Freshness.of(headers(headers), NOW);

    assertThat(freshness.stored()).isTrue();
    assertThat(freshness.time()).hasSeconds(seconds);
  }

  @ParameterizedTest
  @CsvSource({"Cache-Control: no-store", "'Cache-Control: max-age=60, no-store'"})
  void storesNothingWhereItMustNot(String headers) {
    assertThat(Freshness.of(headers(headers), NOW).stored()).isFalse();
  }

  static Headers headers(String lines) {
    var headers = new Headers();
    for (var line : lines.split("_", -1)) {
      var parts = line.split(":", 2);
      headers.add(parts[0].strip(), parts[1].strip());
    }
    return headers;
  }
}
