package io.crowdbench.localstack.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// run-service is taken away in the middle of a run: slaves carry on, and it takes the run up where
/// it is.
@ExtendWith(FaultCampaign.class)
class RunServiceFaultsE2E {

  @Test
  void isKilledUnderLoad(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(8);
    run.awaitServed(chance.between(1, 150));

    stack.runService().kill();
    stack.runService().start();

    run.completes();
    shop.nextRunCompletes();
  }
}
