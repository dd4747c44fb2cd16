package io.crowdbench.agent.cookie;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sun, 06 Nov 1994 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z",
        "Sun Nov  6 08:49:37 1994 | 1994-11-06T08:49:37Z",
        "Thu, 01-Jan-31 00:00:00 GMT | 2031-01-01T00:00:00Z",
        "1-jan-69 0:0:0 | 2069-01-01T00:00:00Z",
        "01 Jan 70 00:00:00 | 1970-01-01T00:00:00Z",
        "2031 11:12:13 06 november | 2031-11-06T11:12:13Z",
        "06 Nov 1994 08:49:37garbage | 1994-11-06T08:49:37Z"
      })
  void readsWhatServersWrite(String text, Instant time) {
    assertThat(CookieDate.millis(text)).hasValue(time.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "tomorrow",
        "30 Feb 2031 00:00:00",
        "06 Nov 1600 08:49:37",
        "06 Nov 1994 24:00:00",
        "06 Nov 1994 08:60:00",
        "06 Nov 1994",
        "06 Nox 1994 08:49:37"
      })
  void takesNothingElseForADate(String text) {
    assertThat(CookieDate.millis(text)).isEmpty();
  }
}
