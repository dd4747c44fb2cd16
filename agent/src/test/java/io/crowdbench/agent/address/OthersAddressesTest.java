package io.crowdbench.agent.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdbench.agent.testing.Cases;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Cases of the web platform's tests, where they are at hand.
class OthersAddressesTest {

  static Iterable<JsonNode> cases() {
    return Cases.read("urls.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void becomeWhatTheySay(JsonNode one) {
    if (one.path("failure").asBoolean(false)) {
      assertThatThrownBy(() -> read(one)).isInstanceOf(NoAddress.class);
      return;
    }
    var address = read(one);

    assertThat(address).hasToString(text(one, "href"));
    assertThat(address.scheme() + ":").isEqualTo(text(one, "protocol"));
    assertThat(address.login().name()).isEqualTo(text(one, "username"));
    assertThat(address.login().password()).isEqualTo(text(one, "password"));
    assertThat(address.host()).isEqualTo(text(one, "hostname"));
    assertThat(address.authority()).isEqualTo(text(one, "host"));
    assertThat(address.path()).isEqualTo(text(one, "pathname"));
    assertThat(behind("?", address.query())).isEqualTo(text(one, "search"));
    assertThat(behind("#", address.fragment())).isEqualTo(text(one, "hash"));
  }

  private static String behind(String sign, @Nullable String part) {
    return part == null || part.isEmpty() ? "" : sign + part;
  }

  private static String text(JsonNode one, String part) {
    return one.get(part).asString();
  }

  private static Address read(JsonNode one) {
    var base = one.path("base");
    return base.isString()
        ? Address.of(base.asString()).resolve(text(one, "input"))
        : Address.of(text(one, "input"));
  }
}
