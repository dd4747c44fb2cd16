package io.crowdbench.agent.cookie;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.address.Address;
import io.crowdbench.agent.testing.Cases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Cases of the IETF's working group, where they are at hand.
class OthersCookiesTest {

  private static final String SITE = "http://home.example.org:8888/cookie-parser";

  static Iterable<JsonNode> cases() {
    return Cases.read("cookies.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areKeptAndSentAsTheySay(JsonNode one) {
    var cookies = new Cookies();
    var now = System.currentTimeMillis();
    var setBy = Address.of(SITE);
    for (var line : one.get("received")) {
      cookies.keep(setBy.host(), setBy.path(), false, latin(line.asString()), now);
    }

    var to = setBy.resolve(one.path("sent-to").asString(SITE + "-result"));
    assertThat(cookies.line(to.host(), to.path(), false, now))
        .as("%s: %s", one.get("test").asString(), one.get("received"))
        .isEqualTo(
            one.get("sent")
                .valueStream()
                .map(each -> each.get("name").asString() + "=" + each.get("value").asString())
                .map(OthersCookiesTest::latin)
                .collect(joining("; ")));
  }

  /// Each byte as a character, as header fields come.
  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
