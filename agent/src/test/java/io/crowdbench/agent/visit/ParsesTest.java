package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParsesTest {

  private final Parses parses = new Parses(1_000);
  private final AtomicInteger parsed = new AtomicInteger();

  @Test
  void parsesOnceForAllThatAskAtTheSameTime() throws Exception {
    var begun = new CountDownLatch(1);
    var all = new ArrayList<Future<String>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        all.add(
            threads.submit(() ->
                parses.of(
                    "page",
                    _ -> 10,
                    () -> {
                      begun.await();
                      return "found " + parsed.incrementAndGet();
                    })));
      }
      begun.countDown();
      for (var one : all) {
        assertThat(one.get()).isEqualTo("found 1");
      }
    }
  }

  @Test
  void forgetsWhatWasNotUsedForLongestWhenItIsTooMuch() throws InterruptedException {
    find("a", 400);
    find("b", 400);
    find("a", 400);
    find("c", 400);

    assertThat(parsed).hasValue(3);
    assertThat(parses.bytes()).isEqualTo(800);
    assertThat(parses.<String>known("a")).isEqualTo("a");
    assertThat(parses.<String>known("b")).isNull();
  }

  @Test
  void triesAgainWhatHasFailed() throws InterruptedException {
    assertThatThrownBy(() ->
            parses.of(
                "a",
                _ -> 1,
                () -> {
                  throw new IOException("cut off");
                }))
        .hasMessage("cut off");

    assertThat(find("a", 1)).isEqualTo("a");
  }

  private String find(String key, int weight) throws InterruptedException {
    return parses.of(
        key,
        _ -> weight,
        () -> {
          parsed.incrementAndGet();
          return key;
        });
  }
}
