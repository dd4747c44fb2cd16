package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.run.RunState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Texts that a database or a topic can't take: they stop nobody, and their author reads them.
@UnderFaults
class BadMessageFaultsE2E {

  @Test
  void aNulInAnExceptionFailsItsOwnRunOnly(FaultStack stack) {
    var shop = new Shop(stack);
    var other = shop.start(6, List.of(3), Map.of());
    var bad =
        new OwnAction(
            "Bad",
            """
            @Override
            public void beginRun(User user) {
              throw new IllegalStateException("no ware\\0house");
            }

            @Override
            public void run(User user) {
              user.get("/");
            }
            """);

    var run = shop.start(bad, 2, 2, List.of(1));

    run.awaitState(RunState.FAILED);
    assertThat(run.view().reason())
        .contains("Could not set up the run: beginRun of Bad failed:", "no ware", "house");
    other.completes();
    shop.nextRunCompletes();
  }
}
