package io.crowdbench.ui.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.sample.OutcomeCounts;
import io.crowdbench.ui.runs.FakeRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondsTest {

  private final Seconds seconds = new Seconds();

  @Test
  void aSecondThatComesAgainReplacesTheEarlierOne() {
    seconds.put(Point.of(Made.second(0, "*", 10)));
    seconds.put(Point.of(Made.second(1, "*", 20)));
    seconds.put(Point.of(Made.second(0, "*", 15)));

    assertThat(seconds.all()).extracting(Point::second).containsExactly(0, 1);
    assertThat(seconds.operations()).isEqualTo(new OutcomeCounts(35, 2, 0));
    assertThat(seconds.transactions()).isEqualTo(new OutcomeCounts(17, 0, 2));
  }

  @Test
  void aSecondThatWasMergedEarlierChangesNothing() {
    seconds.put(Point.of(Made.mergedLater(10, Made.second(0, "*", 15))));
    var held = seconds.put(Point.of(Made.second(0, "*", 10)));

    assertThat(held).isNotNull();
    assertThat(held.operations().passed()).isEqualTo(15);
    assertThat(seconds.operations().passed()).isEqualTo(15);
  }

  @Test
  void aLateSecondTakesItsPlaceAndIsNotTheLast() {
    seconds.put(Point.of(Made.second(2, "*", 10)));
    seconds.put(Point.of(Made.second(1, "*", 10)));

    assertThat(seconds.all()).extracting(Point::second).containsExactly(1, 2);
    assertThat(seconds.last()).map(Point::second).contains(2);
    assertThat(seconds.mostUsers()).isEqualTo(9);
  }

  @Test
  void aSecondWithinALongerPointIsNotCountedTwice() {
    seconds.replace(List.of(longer(0, 10, 100), longer(10, 10, 200)));

    assertThat(seconds.put(Point.of(Made.second(15, "*", 20)))).isNull();
    assertThat(seconds.put(Point.of(Made.second(20, "*", 20)))).isNotNull();

    assertThat(seconds.operations().passed()).isEqualTo(320);
    assertThat(seconds.length()).isEqualTo(21);
  }

  @Test
  void historyReplacesWhatItCoversAndLeavesWhatIsNewer() {
    for (int second = 0; second < 12; second++) {
      seconds.put(Point.of(Made.second(second, "*", 10)));
    }
    seconds.replace(List.of(longer(0, 10, 100)));

    assertThat(seconds.all()).extracting(Point::second).containsExactly(0, 10, 11);
    assertThat(seconds.operations().passed()).isEqualTo(120);
  }

  private static Point longer(int second, int length, long passed) {
    return new Point(
        second,
        length,
        FakeRuns.START,
        9,
        new OutcomeCounts(passed, 0, 0),
        OutcomeCounts.NONE,
        null);
  }
}
