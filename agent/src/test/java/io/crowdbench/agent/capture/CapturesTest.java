package io.crowdbench.agent.capture;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.agent.capture.Captures.Captured;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedRequest;
import io.crowdbench.messages.debuglog.CapturedFailure.CapturedTimes;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapturesTest {

  private final Captures captures = new Captures();

  @Test
  void keepsTheFirstOfEachGroupAndMakesNoMore() {
    for (int i = 0; i < 1_000; i++) {
      offer("refused");
    }
    offer("reset");

    assertThat(captures.take())
        .extracting(Captured::fingerprint)
        .containsExactly("refused", "refused", "refused", "reset");
    offer("refused");
    assertThat(captures.take()).isEmpty();
  }

  @Test
  void keepsNoMoreThanSoManyInAll() {
    for (int i = 0; i < 2 * Captures.MAX; i++) {
      offer("error " + i);
    }
    assertThat(captures.take()).hasSize(Captures.MAX);
  }

  private void offer(String fingerprint) {
    captures.offer(
        "Buy",
        "GET /",
        fingerprint,
        () ->
            new Captured(
                "Buy",
                "GET /",
                "anna",
                fingerprint,
                "problem",
                new CapturedRequest("GET", "http://shop/", List.of(), ""),
                null,
                new CapturedTimes(null, null, null, 1)));
  }
}
