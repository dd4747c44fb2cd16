package io.crowdbench.runs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class BrokerTimeTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final InstantSource clock = () -> NOW;
  private final BrokerTime time = new BrokerTime(clock.withZone(ZoneOffset.UTC));

  /// A round trip whose record was appended in the middle, by a clock that is that far ahead.
  private void roundTrip(Duration took, Duration ahead) {
    time.observe(NOW, NOW.plus(took), NOW.plus(took.dividedBy(2)).plus(ahead));
  }

  @Test
  void isItsOwnClockUntilThereWasARoundTrip() {
    assertThat(time.isKnown()).isFalse();
    assertThat(time.now()).isEqualTo(NOW);
  }

  @Test
  void followsAClockThatIsFarOff() {
    roundTrip(Duration.ofMillis(4), Duration.ofSeconds(-31));

    assertThat(time.isKnown()).isTrue();
    assertThat(time.now()).isCloseTo(NOW.minusSeconds(31), within(3, ChronoUnit.MILLIS));
  }

  @Test
  void trustsTheQuickestRoundTripMost() {
    roundTrip(Duration.ofMillis(2), Duration.ofSeconds(5));
    // It hung on its way there, so that the middle is far from when it was appended.
    time.observe(NOW, NOW.plusSeconds(2), NOW.plusMillis(1_999).plusSeconds(5));

    assertThat(time.now()).isCloseTo(NOW.plusSeconds(5), within(3, ChronoUnit.MILLIS));
  }

  @Test
  void forgetsAClockThatWasSetAnew() {
    roundTrip(Duration.ofMillis(1), Duration.ofSeconds(5));
    for (int i = 0; i < 60; i++) {
      roundTrip(Duration.ofMillis(3), Duration.ofSeconds(9));
    }

    assertThat(time.now()).isCloseTo(NOW.plusSeconds(9), within(3, ChronoUnit.MILLIS));
  }
}
