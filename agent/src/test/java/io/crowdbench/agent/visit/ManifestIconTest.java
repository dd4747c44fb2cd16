package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.address.Address;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestIconTest {

  private static final String APPLICATION =
      """
      {"name": "Shop", "start_url": "/", "display": "standalone", "icons": [%s]}
      """;

  private static String manifest(String... icons) {
    return APPLICATION.formatted(String.join(",", icons));
  }

  private static String icon(String name, String sizes) {
    return "{\"src\": \"%s\", \"sizes\": \"%s\"}".formatted(name, sizes);
  }

  @Test
  void isTheSmallestThatIsLargeEnough() {
    assertThat(ManifestIcon.of(manifest(icon("512", "512x512"), icon("192", "192x192"))))
        .containsExactly("192");
    assertThat(ManifestIcon.of(manifest(icon("many", "17x17 512x512"), icon("96", "96x96"))))
        .containsExactly("many");
    assertThat(ManifestIcon.of(manifest(icon("192", "192x192"), icon("any", "any"))))
        .containsExactly("any");
  }

  @Test
  void isNoneWhereAllAreTooSmallOrForSomethingElse() {
    assertThat(ManifestIcon.of(manifest(icon("96", "96x96"), icon("odd", "200x300")))).isEmpty();
    assertThat(
            ManifestIcon.of(
                manifest("{\"src\": \"a\", \"sizes\": \"192x192\", \"purpose\": \"maskable\"}")))
        .isEmpty();
  }

  @Test
  void isNoneWhereNothingCouldBeInstalled() {
    var icon = icon("192", "192x192");
    assertThat(ManifestIcon.of(manifest(icon).replace("standalone", "browser"))).isEmpty();
    assertThat(ManifestIcon.of(manifest(icon).replace("start_url", "url"))).isEmpty();
    assertThat(ManifestIcon.of(manifest(icon).replace("\"name\"", "\"title\""))).isEmpty();
    assertThat(ManifestIcon.of("<html>")).isEmpty();
    assertThat(ManifestIcon.of("[]")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example/, true",
    "http://127.0.0.1:8080/, true",
    "http://localhost/, true",
    "http://[::1]:8080/, true",
    "http://shop.example/, false"
  })
  void isLoadedOnlyFromWhereBrowsersInstall(String page, boolean secure) {
    assertThat(ManifestIcon.isSecure(Address.of(page))).isEqualTo(secure);
  }
}
