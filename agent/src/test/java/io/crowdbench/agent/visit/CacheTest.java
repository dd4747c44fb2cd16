package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.http.Fields;
import io.crowdbench.agent.http.HttpAnswer;
import io.crowdbench.agent.http.RequestHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTest {

  private final Cache cache = new Cache();

  @Test
  void keepsApartWhatDependsOnTheRequest() {
    cache.keep(request("/"), "a=1", answer(200, "Cache-Control: max-age=60_Vary: Cookie", 1), true);

    assertThat(cache.of(request("/"), "a=1")).isNotNull();
    assertThat(cache.of(request("/"), "a=2")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "200,Cache-Control: max-age=60_Vary: *",
    "200,Cache-Control: no-store_ETag: x",
    "200,X: nothing to go by",
    "500,Cache-Control: max-age=60",
    "206,Cache-Control: max-age=60",
    "302,ETag: x",
  })
  void keepsNothingOfNoUse(int status, String headers) {
    assertThat(cache.keep(request("/"), "", answer(status, headers, 1), true)).isNull();
    assertThat(cache.of(request("/"), "")).isNull();
  }

  @Test
  void isFreshAgainAfterANotModified() {
    var old =
        cache.keep(request("/"), "", answer(200, "Cache-Control: max-age=0_ETag: x", 1), true);
    assertThat(old).isNotNull().returns(false, Kept::isFresh);

    var again =
        cache.refresh(request("/").address(), old, answer(304, "Cache-Control: max-age=9", 0));

    assertThat(again.isFresh()).isTrue();
    assertThat(cache.of(request("/"), "")).isEqualTo(again);
  }

  @Test
  void isBounded() {
    for (int i = 0; i < Cache.MAX_ENTRIES + 10; i++) {
      cache.keep(request("/" + i), "", answer(200, "Cache-Control: max-age=60", 10), false);
    }
    assertThat(cache.of(request("/9"), "")).isNull();
    assertThat(cache.of(request("/10"), "")).isNotNull();

    for (int i = 0; i < 4; i++) {
      var page = answer(200, "Cache-Control: max-age=60", Cache.MAX_BYTES / 3);
      cache.keep(request("/page" + i), "", page, true);
    }
    assertThat(cache.of(request("/page0"), "")).isNull();
    assertThat(cache.of(request("/page3"), "")).isNotNull();
  }

  private static RequestHead request(String path) {
    return new RequestHead("GET", Address.of("http://shop" + path), new Fields(), new byte[0]);
  }

  private static HttpAnswer answer(int status, String headers, int bytes) {
    return new HttpAnswer(
        status, "", FreshnessTest.headers(headers), new byte[bytes], bytes, 0, 0, -1, -1, 0, 0, 0);
  }
}
