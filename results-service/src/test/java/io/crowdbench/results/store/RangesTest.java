package io.crowdbench.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RangesTest {

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  /// In whatever order and however often numbers come: it is the set of them.
  @ParameterizedTest
  @MethodSource("seeds")
  void areASet(long seed) {
    var random = new Random(seed);
    var numbers = new ArrayList<Long>();
    for (int i = 0; i < random.nextInt(1, 200); i++) {
      numbers.add((long) random.nextInt(150));
    }
    Collections.shuffle(numbers, random);
    var ranges = new Ranges();
    var set = new TreeSet<Long>();
    for (var number : numbers) {
      assertThat(ranges.contains(number)).isEqualTo(set.contains(number));
      assertThat(ranges.add(number)).isEqualTo(set.add(number));
    }

    var again = Ranges.of(ranges.toString());
    assertThat(again).hasToString(ranges.toString());
    assertThat(again.size()).isEqualTo(set.size());
    assertThat(again.end()).isEqualTo(set.last() + 1);
    var missing = LongStream.range(0, 160).filter(it -> !set.contains(it)).boxed().toList();
    assertThat(again.missing(160, 1_000)).isEqualTo(missing);
    assertThat(again.missing(160, 3)).isEqualTo(missing.subList(0, 3));
  }

  @Test
  void areShortHoweverManyNumbersThereAre() {
    var ranges = new Ranges();
    for (long i = 0; i < 100_000; i++) {
      ranges.add(i);
    }
    ranges.add(100_001);

    assertThat(ranges).hasToString("0-99999,100001");
  }

  @Test
  void ofNothingMissAllThatWasExpected() {
    assertThat(new Ranges().missing(2, 10)).containsExactly(0L, 1L);
    assertThat(Ranges.of("").end()).isZero();
  }
}
