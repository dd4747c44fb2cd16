package io.crowdbench.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.sample.OutcomeCounts;
import org.junit.jupiter.api.Test;

class SecondsTest {

  private final Seconds seconds = new Seconds();

  @Test
  void aSecondThatComesAgainReplacesTheEarlierOne() {
    seconds.put(Made.second(0, "*", 10));
    seconds.put(Made.second(1, "*", 20));
    seconds.put(Made.second(0, "*", 15));

    assertThat(seconds.all()).extracting(Point::second).containsExactly(0, 1);
    assertThat(seconds.operations()).isEqualTo(new OutcomeCounts(35, 2, 0));
    assertThat(seconds.transactions()).isEqualTo(new OutcomeCounts(17, 0, 2));
  }

  @Test
  void aSecondThatWasMergedEarlierChangesNothing() {
    seconds.put(Made.mergedLater(10, Made.second(0, "*", 15)));
    var held = seconds.put(Made.second(0, "*", 10));

    assertThat(held.operations().passed()).isEqualTo(15);
    assertThat(seconds.operations().passed()).isEqualTo(15);
  }

  @Test
  void aLateSecondTakesItsPlaceAndIsNotTheLast() {
    seconds.put(Made.second(2, "*", 10));
    seconds.put(Made.second(1, "*", 10));

    assertThat(seconds.all()).extracting(Point::second).containsExactly(1, 2);
    assertThat(seconds.last()).map(Point::second).contains(2);
    assertThat(seconds.mostUsers()).isEqualTo(9);
  }
}
