package io.crowdbench.agent.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  @ParameterizedTest
  @CsvSource({
    "text/html,hello,true",
    "application/problem+json,{},true",
    "image/png,hello,false",
    "'','grüß\tdich',true",
    "'','PNG\u0000',false",
    "'','\u001b[1m',false",
    "'','',true"
  })
  void goByTheTypeOrElseTheBody(String type, String body, boolean text) {
    assertThat(Texts.is(type, body.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource("'',false")
  void areNotWhatIsNoUtf8(String type, boolean text) {
    assertThat(Texts.is(type, new byte[] {'a', (byte) 0xff, 'b'})).isEqualTo(text);
  }
}
