package io.crowdbench.localstack.faults;

import io.crowdbench.messages.run.RunState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// results-service and provisioner-service are taken away in the middle of a run: nothing that was
/// measured is lost or counted twice, and no slave.
@UnderFaults
class ServiceFaultsE2E {

  @Test
  void resultsServiceIsKilledUnderLoad(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitServed(chance.between(1, 150));

    stack.resultsService().kill();
    stack.resultsService().start();

    run.completes();
    shop.nextRunCompletes();
  }

  @Test
  void resultsServiceStandsStillForTenSeconds(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitServed(chance.between(1, 150));

    stack.resultsService().pauseFor(Duration.ofSeconds(10));

    run.completes();
    shop.nextRunCompletes();
  }

  /// Somewhere between the delivery of the bundle and the runners.
  @Test
  void provisionerServiceIsKilledWhilePreparing(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(3);
    run.awaitState(RunState.PREPARING);
    Signals.pass(chance.upTo(Duration.ofSeconds(1)));

    stack.provisionerService().kill();
    stack.provisionerService().start();

    run.completes();
    shop.nextRunCompletes();
  }
}
