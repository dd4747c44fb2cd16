package io.crowdbench.agent.address;

import io.crowdbench.agent.testing.Cases;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import tools.jackson.databind.JsonNode;

/// Cases of the web platform's tests, where they are at hand.
@EnabledIf(value = Cases.AT_HAND, disabledReason = Cases.MISSING)
class OthersAddressesTest {

  private static final List<String> PARTS =
      List.of(
          "href",
          "protocol",
          "username",
          "password",
          "host",
          "hostname",
          "pathname",
          "search",
          "hash");

  @Test
  void becomeWhatTheySay() {
    var all = new SoftAssertions();
    for (var one : Cases.read("urls.json")) {
      all.assertThat(parts(one)).as("%s", one).isEqualTo(wanted(one));
    }
    all.assertAll();
  }

  private static List<String> wanted(JsonNode one) {
    return one.path("failure").asBoolean(false)
        ? List.of()
        : PARTS.stream().map(part -> one.get(part).asString()).toList();
  }

  /// None of an address that is refused.
  private static List<String> parts(JsonNode one) {
    try {
      var address = read(one.get("input").asString(), one.path("base"));
      return List.of(
          address.toString(),
          address.scheme() + ":",
          address.login().name(),
          address.login().password(),
          address.authority(),
          address.host(),
          address.path(),
          behind("?", address.query()),
          behind("#", address.fragment()));
    } catch (NoAddress e) {
      return List.of();
    }
  }

  private static String behind(String sign, @Nullable String part) {
    return part == null || part.isEmpty() ? "" : sign + part;
  }

  private static Address read(String input, JsonNode base) {
    return base.isString() ? Address.of(base.asString()).resolve(input) : Address.of(input);
  }
}
