package io.crowdbench.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

  private final Secrets secrets = new Secrets(List.of());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/in?password=S3CRET1 | hello S3CRET1!",
        "/in?password=S3%2FCRET | said S3/CRET",
        "{\"password\":\"S3/CRET\"} | said S3\\/CRET and S3%2FCRET",
        "{\"token\":\"S3\\\"CRET\"} | <p>S3&quot;CRET</p>",
        "{\"x\":\"{\\\"token\\\":\\\"S3CRET1\\\"}\"} | S3CRET1",
        "{\"x\":\"{\\\"token\\\":\\\"S3\\\\\\\"CRET\\\"}\"} | S3\"CRET",
        "http://bob:S3CRET1@shop/ | S3CRET1",
        "{\"password\":\"S3 CRET\"} | S3+CRET and S3%20CRET",
        "<input name=token value='S3&amp;CRET'> | S3&CRET"
      })
  void hideWhatTheyWereLearntFromAndItsEchoes(String sent, String echo) {
    secrets.learn(sent);

    assertThat(secrets.hide(sent)).doesNotContain("CRET");
    assertThat(secrets.hide(echo)).doesNotContain("CRET").contains("(redacted)");
  }

  @Test
  void areInHeaders() {
    secrets.learnHeader("Authorization", "Basic Ym9iOlMzQ1JFVDE=");
    secrets.learnHeader("Authorization", "Bearer T0KEN-abc");
    secrets.learnHeader("Cookie", "lang=de; sid=S3SSION-1");
    secrets.learnHeader("Set-Cookie", "sid=S3SSION-2; Path=/account-page");
    secrets.learnHeader("X-Api-Key", "K3Y-1234");

    assertThat(secrets.hide("S3CRET1 T0KEN-abc de S3SSION-1 S3SSION-2 K3Y-1234 /account-page"))
        .isEqualTo("(redacted) (redacted) de (redacted) (redacted) (redacted) /account-page");
  }

  @Test
  void hideShortOnesWhereTheyStandAlone() {
    secrets.learn("/in?pin=1234&otp=12&token=true");

    assertThat(secrets.hide("pin 1234, order 712345, true, 12"))
        .isEqualTo("pin (redacted), order 712345, true, 12");
  }

  @Test
  void mayBeKnownFromTheBeginning() {
    assertThat(new Secrets(List.of("hunter2!")).hide("bob said hunter2!"))
        .isEqualTo("bob said (redacted)");
  }
}
