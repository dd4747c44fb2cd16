package io.crowdbench.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {

  private static final long EXACT = Duration.ofMillis(1).toNanos();

  private final WallClock clock = new WallClock();

  @Test
  void tellsWhatTheOtherClockShowed() {
    var before = System.nanoTime();
    var instant = Instant.now();
    var after = System.nanoTime();

    assertThat(nanoTime(instant)).isBetween(before - EXACT, after + EXACT);
  }

  @Test
  void tellsOfWhatIsLongPast() {
    var past = Instant.now().minusSeconds(100);

    var ago = System.nanoTime() - nanoTime(past);

    assertThat(ago).isBetween(Duration.ofSeconds(99).toNanos(), Duration.ofSeconds(110).toNanos());
  }

  @Test
  void knowsNothingOfTheFuture() {
    var instant = Instant.now().plusSeconds(100);

    var told = nanoTime(instant);

    assertThat(told).isLessThanOrEqualTo(System.nanoTime());
  }

  private long nanoTime(Instant instant) {
    return clock.nanoTime(instant.getEpochSecond(), instant.getNano());
  }
}
