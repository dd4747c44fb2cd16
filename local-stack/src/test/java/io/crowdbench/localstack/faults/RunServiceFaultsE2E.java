package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.messages.run.RunState;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// run-service is taken away in the middle of a run: slaves carry on, and it takes the run up where
/// it is.
@UnderFaults
class RunServiceFaultsE2E {

  /// The runners get ready meanwhile, and their word for it is old when it is read.
  @Test
  void isKilledWhilePreparingAndStartsNoRunInThePast(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(4);
    await()
        .pollInterval(Duration.ofMillis(20))
        .until(() -> !stack.slaves().runner(1).isEmpty() && !stack.slaves().runner(2).isEmpty());
    Signals.pass(chance.upTo(Duration.ofMillis(300)));

    stack.runService().kill();
    Signals.pass(Duration.ofSeconds(4));
    var back = Instant.now();
    stack.runService().start();

    run.completes();
    run.toldOf("run-service");
    assertThat(run.view().startAt()).isAfter(back);
    shop.nextRunCompletes();
  }

  @Test
  void isKilledAtTheStart(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitState(RunState.RUNNING);
    Signals.pass(chance.upTo(Duration.ofSeconds(2)));

    stack.runService().kill();
    stack.runService().start();

    run.completes();
    run.toldOf("run-service");
    shop.nextRunCompletes();
  }

  @Test
  void isKilledUnderLoad(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitServed(chance.between(1, 150));

    stack.runService().kill();
    stack.runService().start();

    run.completes();
    run.toldOf("run-service");
    shop.nextRunCompletes();
  }

  @Test
  void isKilledWhileDraining(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(3);
    run.awaitState(RunState.DRAINING);
    Signals.pass(chance.upTo(Duration.ofMillis(500)));

    stack.runService().kill();
    stack.runService().start();

    run.completes();
    run.toldOf("run-service");
    shop.nextRunCompletes();
  }

  /// Longer than any slave may be silent.
  @Test
  void standsStillForTenSeconds(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitServed(chance.between(1, 150));

    stack.runService().pauseFor(Duration.ofSeconds(10));

    run.completes();
    run.toldOf("run-service");
    shop.nextRunCompletes();
  }
}
