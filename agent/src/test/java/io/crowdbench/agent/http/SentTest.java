package io.crowdbench.agent.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentTest {

  private final Sent sent = new Sent(100, 120);

  @Test
  void countsFromWhenEverythingIsOut() {
    assertThat(sent.nanos(120)).isEqualTo(120);
    assertThat(sent.nanos(121)).isEqualTo(120);
  }

  @Test
  void countsFromBeforeWhereTheAnswerWasThereFirst() {
    assertThat(sent.nanos(119)).isEqualTo(100);
    assertThat(sent.nanos(100)).isEqualTo(100);
  }
}
