package io.crowdbench.cli;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Asks again and again until an answer is the wanted one.
final class Polling {

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private Polling() {}

  /// @param what it is waited for, as it reads behind "Waited for"
  /// @throws CommandFailed when the time is over
  static <T> T until(
      Supplier<T> request, Predicate<? super T> wanted, Duration timeout, String what)
      throws InterruptedException {
    var start = System.nanoTime();
    while (true) {
      var answer = request.get();
      if (wanted.test(answer)) {
        return answer;
      }
      if (System.nanoTime() - start > timeout.toNanos()) {
        throw new CommandFailed(
            "Waited %d seconds for %s in vain. Look at the pages, or at the log of the services."
                .formatted(timeout.toSeconds(), what));
      }
      Thread.sleep(INTERVAL);
    }
  }
}
