package io.crowdbench.agent.cookie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.testing.Cases;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/// Cases of the IETF's working group, where they are at hand.
@EnabledIf(value = Cases.AT_HAND, disabledReason = Cases.MISSING)
class OthersCookiesTest {

  private static final String SITE = "http://home.example.org:8888/cookie-parser";

  @Test
  void areKeptAndSentAsTheySay() {
    var all = new SoftAssertions();
    for (var one : Cases.read("cookies.json")) {
      all.assertThat(sent(one))
          .as("%s: %s", one.get("test").asString(), one.get("received"))
          .isEqualTo(wanted(one));
    }
    all.assertAll();
  }

  private static String sent(JsonNode one) {
    var cookies = new Cookies();
    var now = System.currentTimeMillis();
    var setBy = Address.of(SITE);
    for (var line : one.get("received")) {
      cookies.keep(setBy.host(), setBy.path(), false, latin(line.asString()), now);
    }
    var to = setBy.resolve(one.path("sent-to").asString(SITE + "-result"));
    return cookies.line(to.host(), to.path(), false, now);
  }

  private static String wanted(JsonNode one) {
    return one.get("sent")
        .valueStream()
        .map(each -> each.get("name").asString() + "=" + each.get("value").asString())
        .map(OthersCookiesTest::latin)
        .collect(joining("; "));
  }

  /// Each byte as a character, as header fields come.
  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
