package io.crowdbench.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.run.RunState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.000 ms",
    "412, 0.412 ms",
    "4123, 4.12 ms",
    "41234, 41.2 ms",
    "412345, 412 ms",
    "4123456, 4.12 s",
    "41234567, 41.2 s"
  })
  void latenciesHaveThreeDigits(long micros, String words) {
    assertThat(Format.micros(micros)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"-5, 0:00", "41, 0:41", "725, 12:05", "3725, 1:02:05"})
  void durationsReadLikeAClock(long seconds, String words) {
    assertThat(Format.clock(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @Test
  void whatTheSystemDoesNotTellIsNotShownAsANumber() {
    assertThat(Format.percent(-1)).isEqualTo(Format.NOTHING);
    assertThat(Format.percent(0.124)).isEqualTo("12 %");
    assertThat(Format.when(null)).isEqualTo(Format.NOTHING);
  }

  @Test
  void numbersAndStatesReadAsEnglish() {
    assertThat(Format.number(1_234_567)).isEqualTo("1,234,567");
    assertThat(Format.rate(0.25)).isEqualTo("0.25");
    assertThat(Format.rate(1_203.7)).isEqualTo("1,204");
    assertThat(Format.word(RunState.COMPLETED)).isEqualTo("completed");
  }
}
