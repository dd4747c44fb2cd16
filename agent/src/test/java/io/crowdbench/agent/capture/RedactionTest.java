package io.crowdbench.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop/login?user=anna&password=S3CRET&next=/",
        "GET http://anna:S3CRET@shop/: Connection refused",
        "user=anna&passwd=S3CRET",
        "user=anna&pwd=S3CRET&x=1",
        "session[csrf_token]=S3CRET",
        "{\"user\":\"anna\",\"password\" : \"S3CRET\"}",
        "{\"accessToken\":\"S3CRET\",\"n\":1}",
        "{\"card_number\":\"S3CRET\"}",
        "{\"otp\":12345}{\"otp\": S3CRET}",
        "{\"password\":\"a \\\" S3CRET",
        "<password>S3CRET</password>",
        "<input type=hidden name=\"csrf_token\" value=\"S3CRET\">",
        "--b\r\nContent-Disposition: form-data; name=\"password\"\r\n\r\nS3CRET\r\n--b--",
        "sent Authorization: Bearer S3CRET.aaaa.bbbb",
        "Basic S3CRETdXNlcjpwYXNz",
      })
  void takesSecretsOut(String text) {
    assertThat(Redaction.text(text)).doesNotContain("S3CRET").contains("(redacted)");
  }

  @Test
  void leavesTheRestAsItIs() {
    var text = "{\"id\":7,\"name\":\"Green tea\",\"tokens\":[],\"next\":\"/cart?product=7\"}";
    assertThat(Redaction.text("{\"id\":7,\"name\":\"Green tea\"} GET /cart?product=7&n=2"))
        .isEqualTo("{\"id\":7,\"name\":\"Green tea\"} GET /cart?product=7&n=2");
    assertThat(Redaction.text(text)).contains("Green tea", "/cart?product=7");
    assertThat(Redaction.text("/login?password=x&user=anna"))
        .isEqualTo("/login?password=(redacted)&user=anna");
  }

  @Test
  void hidesWholeHeadersThatAreSecrets() {
    assertThat(Redaction.header("AUTHORIZATION", "x")).isEqualTo("AUTHORIZATION: (redacted)");
    assertThat(Redaction.header("Set-Cookie", "sid=1")).isEqualTo("Set-Cookie: (redacted)");
    assertThat(Redaction.header("X-My-Api-Key", "1")).isEqualTo("X-My-Api-Key: (redacted)");
    assertThat(Redaction.header("Accept", "text/html")).isEqualTo("Accept: text/html");
    assertThat(Redaction.header("Location", "/in?token=abc"))
        .isEqualTo("Location: /in?token=(redacted)");
  }

  @Test
  void isNotSlowedDownByAnyText() {
    var random = new Random(7);
    var letters = "ab=\"'<>{}:&?-_.\\ \r\n";
    for (int i = 0; i < 200; i++) {
      var text = new StringBuilder();
      for (int k = 0; k < 4_000; k++) {
        text.append(letters.charAt(random.nextInt(i % 2 == 0 ? letters.length() : 2)));
      }
      assertThat(Redaction.text(text.toString())).isNotEmpty();
    }
  }
}
