package io.crowdbench.agent.eventloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimerWheelTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /// System.nanoTime may be negative.
  private static final long ORIGIN = -5 * MILLI;

  private final TimerWheel wheel = new TimerWheel(ORIGIN, () -> {});

  @Test
  void wakesEachWithinAMillisecondAndInTheMeanInTime() {
    var random = new SplittableRandom(1);
    var due = new HashMap<TimerWheel.Sleeper, Long>();
    for (int i = 0; i < 20_000; i++) {
      // Several rounds of the wheel.
      var nanos = random.nextLong(20 * MILLI, 15_000 * MILLI);
      due.put(sleeper(ORIGIN, nanos), ORIGIN + nanos);
    }
    var late = new ArrayList<Long>();
    for (var now = ORIGIN; !due.isEmpty() && now < ORIGIN + 16_000 * MILLI; now += MILLI / 10) {
      wheel.turn(now);
      var instant = now;
      due.entrySet()
          .removeIf(each -> each.getKey().isAwake() && late.add(instant - each.getValue()));
    }
    assertThat(due).isEmpty();
    assertThat(late).allSatisfy(nanos -> assertThat(nanos).isBetween(-MILLI, MILLI));
    assertThat(late.stream().mapToLong(nanos -> nanos).average().orElseThrow())
        .isCloseTo(0, within(MILLI / 20.0));
  }

  @Test
  void aLoopThatSleepsAsLongAsItIsToldMissesNobody() {
    var random = new SplittableRandom(2);
    var late = new ArrayList<Long>();
    var now = ORIGIN;
    for (int i = 0; i < 2_000; i++) {
      var nanos = random.nextLong(20 * MILLI, 200 * MILLI);
      var sleeper = sleeper(now, nanos);
      var due = now + nanos;
      while (!sleeper.isAwake()) {
        now += wheel.untilNextMillis(now) * MILLI;
        wheel.turnAfterSleep(now);
      }
      late.add(now - due);
      now += random.nextLong(MILLI);
    }
    assertThat(late).allSatisfy(nanos -> assertThat(nanos).isBetween(-MILLI, MILLI));
    assertThat(late.stream().mapToLong(nanos -> nanos).average().orElseThrow())
        .isCloseTo(0, within(MILLI / 20.0));
  }

  @Test
  void aTurnAfterALongTimeWakesAllAndKeepsThoseWhoAreNotDue() {
    var early = List.of(sleeper(ORIGIN, 30 * MILLI), sleeper(ORIGIN, 9_000 * MILLI));
    var later = sleeper(ORIGIN, 60_000 * MILLI);
    wheel.turn(ORIGIN + 50_000 * MILLI);
    assertThat(early).allMatch(TimerWheel.Sleeper::isAwake);
    assertThat(later.isAwake()).isFalse();
    wheel.turn(ORIGIN + 60_001 * MILLI);
    assertThat(later.isAwake()).isTrue();
  }

  @Test
  void whoIsOverdueDoesNotSleepAtAll() {
    wheel.turn(ORIGIN + 1_000 * MILLI);
    assertThat(sleeper(ORIGIN + 100 * MILLI, 30 * MILLI).isAwake()).isTrue();
  }

  @Test
  void whoSleepsForEverIsNoTroubleToOthers() {
    var forEver = sleeper(ORIGIN, Long.MAX_VALUE);
    var other = sleeper(ORIGIN, 30 * MILLI);
    wheel.turn(ORIGIN + 31 * MILLI);
    assertThat(forEver.isAwake()).isFalse();
    assertThat(other.isAwake()).isTrue();
  }

  @Test
  void aLoopSleepsAsLongAsItLikesWhenNobodySleepsOnItsWheel() {
    assertThat(wheel.untilNextMillis(ORIGIN)).isEqualTo(TimerWheel.NEVER);
    var sleeper = sleeper(ORIGIN, 30 * MILLI);
    assertThat(wheel.untilNextMillis(ORIGIN)).isBetween(29L, 32L);
    wheel.turn(ORIGIN + 31 * MILLI);
    assertThat(sleeper.isAwake()).isTrue();
    assertThat(wheel.untilNextMillis(ORIGIN + 31 * MILLI)).isEqualTo(TimerWheel.NEVER);
  }

  private TimerWheel.Sleeper sleeper(long now, long nanos) {
    return wheel.lieDown(now, nanos, Thread.currentThread());
  }
}
