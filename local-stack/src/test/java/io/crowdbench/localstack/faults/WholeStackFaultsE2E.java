package io.crowdbench.localstack.faults;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Everything but the slaves dies under load and is back long after the load's end.
@UnderFaults
class WholeStackFaultsE2E {

  /// A run may take 30 seconds from its load's end to its own.
  private static final Duration AWAY = Duration.ofSeconds(32);

  @Test
  void endsTheRunAsWhatItWas(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(4);
    run.awaitServed(chance.between(1, 80));

    stack.kill();
    Signals.pass(AWAY);
    stack.startAgain();

    run.completes();
    run.toldOf("run-service");
    stack.slaves().awaitReady();
    shop.nextRunCompletes();
  }
}
