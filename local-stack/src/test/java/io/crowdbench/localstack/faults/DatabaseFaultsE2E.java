package io.crowdbench.localstack.faults;

import io.crowdbench.messages.run.RunState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// PostgreSQL is killed and away for longer than a slave may be silent: heartbeats that wait behind
/// what can't be stored are no silence.
@UnderFaults
class DatabaseFaultsE2E {

  private static final Duration AWAY = Duration.ofSeconds(8);

  @Test
  void isAwayUnderLoad(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitServed(chance.between(1, 150));

    stack.postgres().killFor(AWAY);

    run.completes();
    run.toldOf("PostgreSQL");
    shop.nextRunCompletes();
  }

  @Test
  void isAwayWhileDraining(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(3);
    run.awaitState(RunState.DRAINING);
    Signals.pass(chance.upTo(Duration.ofMillis(500)));

    stack.postgres().killFor(AWAY);

    run.completes();
    run.toldOf("PostgreSQL");
    shop.nextRunCompletes();
  }
}
