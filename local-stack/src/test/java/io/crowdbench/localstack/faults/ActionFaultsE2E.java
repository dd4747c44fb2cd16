package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Actions that ask too much of a runner.
@UnderFaults
class ActionFaultsE2E {

  /// Some of its seconds are longer than a message may be: 500 names are measured apart.
  @Test
  void aSecondOfManyLongNamesIsStoredWhole(FaultStack stack) {
    var shop = new Shop(stack);
    var many =
        new OwnAction(
            "Many",
            """
            private int passes;

            @Override
            public void run(User user) {
              var name = user.id() + "-" + passes++ % 25 + "-" + "x".repeat(3_000);
              user.get("/", r -> r.as(name));
            }
            """);

    var run = shop.start(many, 20, 4, List.of(1));

    run.completes();
    shop.nextRunCompletes();
  }

  @Test
  void usersWhoHangAreNamedByActionNumberAndLine(FaultStack stack) {
    var shop = new Shop(stack);
    var hanging =
        new OwnAction(
            "Hanging",
            """
            @Override
            public void run(User user) {
              user.get("/");
              for (long i = 0; ; i++) Thread.interrupted();
            }
            """);

    var run = shop.start(hanging, 2, 2, List.of(1));

    run.completes();
    var errors = stack.results().get("/api/results/" + run.id() + "/errors");
    assertThat(errors.toString()).contains("Hanging", "2 users hang", "Hanging.java:");
    shop.nextRunCompletes();
  }

  /// Threads that a library would start, and never end.
  @Test
  void actionsStartMoreThanAThousandThreads(FaultStack stack) {
    var shop = new Shop(stack);
    var threads =
        new OwnAction(
            "Threads",
            """
            private int passes;

            @Override
            public void run(User user) {
              user.get("/");
              if (passes++ < 80) {
                var thread = new Thread(() -> java.util.concurrent.locks.LockSupport.park());
                thread.setDaemon(false);
                thread.start();
              }
            }
            """);

    var run = shop.start(threads, 20, 4, List.of(1));

    run.completes();
    shop.nextRunCompletes();
  }
}
