package io.crowdbench.runs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private Instant now = Instant.parse("2026-03-01T10:00:00Z");
  private final InstantSource time = () -> now;
  private final Silence silence = new Silence(time.withZone(ZoneOffset.UTC));

  @Test
  void findsTheOneThatIsSilentWhileOthersAreHeard() {
    silence.heard("a");
    silence.heard("b");
    pass(2);
    silence.heard("b");
    pass(2);

    assertThat(silence.tooLong("a")).isTrue();
    assertThat(silence.tooLong("b")).isFalse();
  }

  @Test
  void givesMoreTimeWhileNobodyIsHeard() {
    silence.heard("a");
    silence.heard("b");
    pass(14);

    assertThat(silence.tooLong("a")).isFalse();

    pass(2);
    assertThat(silence.tooLong("a")).isTrue();
  }

  @Test
  void countsFromTheFirstQuestionAfterAStart() {
    assertThat(silence.tooLong("a")).isFalse();
    pass(10);
    assertThat(silence.tooLong("a")).isFalse();
    pass(6);
    assertThat(silence.tooLong("a")).isTrue();
  }

  @Test
  void forgivesAll() {
    silence.heard("a");
    pass(60);
    silence.forgive();

    assertThat(silence.tooLong("a")).isFalse();
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }
}
