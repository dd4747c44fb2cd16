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
        "--b\r\nContent-Disposition: form-data; name=\"token\"\r\nContent-Type: text/plain\r\n\r\nS3CRET\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=passwort\r\n\r\nS3CRET\r\n--b--",
        "--b\r\nContent-Disposition: form-data; name=\"secret\"; filename=\"a.txt\"\r\nContent-Type: text/plain\r\n\r\nS3CRET\r\n--b--",
        "{\"body\":\"{\\\"password\\\":\\\"S3CRET\\\",\\\"n\\\":1}\"}",
        "{\"body\":\"{\\\"pin\\\": S3CRET}\"}",
        "<input value='S3CRET' type=hidden name=csrf_token>",
        "benutzer=anna&passwort=S3CRET",
        "{\"contraseña\":\"S3CRET\"}",
        "contrase%C3%B1a=S3CRET",
        "mot_de_passe=S3CRET&x=1",
        "{\"motDePasse\":\"S3CRET\"}",
        "{\"пароль\":\"S3CRET\"}",
        "user_pin=S3CRET",
        "{\"userPin\":\"S3CRET\"}",
        "{\"pinCode\":\"S3CRET\"}",
        "{\"cardNo\":\"S3CRET\"}",
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shipping=express&opinion=good&spinner=on",
        "{\"pinned\":true,\"shipping\":\"Ulm\",\"cardNotes\":\"none\"}",
        "order 4111111111111112, phone 4915112345678",
        "at 1764399600123456 micros",
        "{\"tokens\":[]}"
      })
  void leavesWhatIsNoSecret(String text) {
    assertThat(Redaction.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4111111111111111",
        "4111 1111 1111 1111",
        "5500-0000-0000-0004",
        "378282246310005",
        "{\"number\":\"4111111111111111\",\"n\":1}",
        "card=6011000990139424&x=1"
      })
  void takesNumbersOfBankCardsOut(String text) {
    assertThat(Redaction.text(text))
        .doesNotContain("1111")
        .doesNotContain("0000")
        .doesNotContain("1000")
        .contains("(redacted)");
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
