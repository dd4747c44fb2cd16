package io.crowdbench.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuffersTest {

  @Test
  void areSmallWhereVeryManyAreLentAtOnce() {
    var lent = IntStream.range(0, 20_000).mapToObj(_ -> Buffers.borrow()).toList();

    assertThat(lent.stream().filter(buffer -> buffer.length == Buffers.SIZE).count())
        .isLessThanOrEqualTo(Buffers.MAX_LARGE);
    assertThat(lent.getLast()).hasSize(Buffers.SMALL);
    lent.forEach(Buffers::giveBack);
    var again = Buffers.borrow();
    assertThat(again).hasSize(Buffers.SIZE);
    Buffers.giveBack(again);
  }
}
