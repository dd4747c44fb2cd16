package io.crowdbench.results.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PressedTest {

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsPressedOpensAsItWas(long seed) {
    var random = new Random(seed);
    var body = new byte[1 + random.nextInt(60_000)];
    int kinds = 1 + random.nextInt(256);
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) random.nextInt(kinds);
    }
    body[0] = 1;

    var pressed = Pressed.press(body);

    assertThat(Pressed.open(pressed)).isEqualTo(body);
    assertThat(pressed.length).isLessThanOrEqualTo(body.length);
  }

  @Test
  void aBlockGetsSmallerAndASlavesSecondStaysAsItIs() {
    var block = new byte[30_000];
    block[0] = 1;
    assertThat(Pressed.press(block).length).isLessThan(1_000);
    var second = new byte[1_500];
    second[0] = 1;
    assertThat(Pressed.press(second)).isSameAs(second);
  }
}
