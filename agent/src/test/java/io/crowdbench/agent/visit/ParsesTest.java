package io.crowdbench.agent.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  private String parse(String key, int weight) throws InterruptedException {
    return parses.of(
        key,
        _ -> weight,
        () -> {
          parsed.incrementAndGet();
          return key + "!";
        });
  }

  @Test
  void parsesOnceForAllWhoAskAgain() throws Exception {
    assertThat(parse("page", 10)).isEqualTo("page!");
    assertThat(parse("page", 10)).isEqualTo("page!");

    assertThat(parsed).hasValue(1);
    assertThat(parses.<String>known("page")).isEqualTo("page!");
    assertThat(parses.<String>known("other")).isNull();
    assertThat(parses.bytes()).isEqualTo(10);
  }

  @Test
  void parsesOnceForAllWhoAskAtTheSameTime() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<String>>();
      for (int i = 0; i < 20; i++) {
        answers.add(
            threads.submit(() ->
                parses.of(
                    "page",
                    _ -> 1,
                    () -> {
                      parsed.incrementAndGet();
                      begun.countDown();
                      go.await();
                      return "page!";
                    })));
      }
      begun.await();
      go.countDown();

      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo("page!");
      }
    }
    assertThat(parsed).hasValue(1);
  }

  @Test
  void letsGoWhatWasNotUsedForTheLongestTime() throws Exception {
    parse("a", 400);
    parse("b", 400);
    parse("a", 400);

    parse("c", 400);

    assertThat(parses.<String>known("b")).isNull();
    assertThat(parses.<String>known("a")).isEqualTo("a!");
    assertThat(parses.<String>known("c")).isEqualTo("c!");
    assertThat(parses.bytes()).isEqualTo(800);
  }

  @Test
  void keepsNoFailure() throws Exception {
    assertThatThrownBy(() ->
            parses.of(
                "page",
                _ -> 1,
                () -> {
                  throw new IllegalStateException("broken");
                }))
        .hasMessage("broken");

    assertThat(parse("page", 1)).isEqualTo("page!");
  }
}
