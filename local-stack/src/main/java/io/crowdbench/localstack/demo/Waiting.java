package io.crowdbench.localstack.demo;

import io.crowdbench.cli.CommandFailed;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Waits for what services publish to each other over Kafka to have arrived.
final class Waiting {

  private static final Duration INTERVAL = Duration.ofMillis(100);

  private Waiting() {}

  /// Asks until the answer is the wanted one.
  ///
  /// @param what as it reads behind "Waited for"
  /// @throws CommandFailed after the given time, with the last answer
  static <T> T until(
      Predicate<? super T> wanted, Duration timeout, String what, Supplier<T> request)
      throws InterruptedException {
    var deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      var answer = request.get();
      if (wanted.test(answer)) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new CommandFailed(
            "Waited %d seconds for %s in vain. The last answer was %s."
                .formatted(timeout.toSeconds(), what, answer));
      }
      Thread.sleep(INTERVAL);
    }
  }
}
