package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.messages.run.RunState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Kafka is killed and away for many seconds: nobody is lost because nobody could speak.
@UnderFaults
class BrokerFaultsE2E {

  @Test
  void isAwayWhilePreparing(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(3);
    run.awaitState(RunState.PREPARING);
    Signals.pass(chance.upTo(Duration.ofSeconds(1)));

    stack.kafka().killFor(away(chance));

    run.completes();
    run.toldOf("Kafka");
    shop.nextRunCompletes();
  }

  /// Between the agreement on the start and the first seconds.
  @Test
  void isAwayAtTheStart(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(3);
    run.awaitState(RunState.RUNNING);
    Signals.pass(chance.upTo(Duration.ofSeconds(2)));

    stack.kafka().killFor(away(chance));

    run.completes();
    run.toldOf("Kafka");
    shop.nextRunCompletes();
  }

  /// The load ends while it is away.
  @Test
  void isAwayUnderLoad(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitServed(chance.between(1, 150));

    stack.kafka().killFor(away(chance));

    run.completes();
    run.toldOf("Kafka");
    shop.nextRunCompletes();
  }

  /// The caller has an answer at once, and the run begins when Kafka is back.
  @Test
  void isAwayWhenARunIsAskedFor(FaultStack stack) {
    var shop = new Shop(stack);
    shop.start(1).completes();
    stack.kafka().kill();

    var run = shop.start(2);
    assertThat(run.view().state()).isIn(RunState.QUEUED, RunState.PREPARING);
    stack.kafka().start();

    run.completes();
    shop.nextRunCompletes();
  }

  /// It ends itself, and stays away until somebody makes room and starts it.
  @Test
  void itsDiskIsFullUnderLoad(FaultStack stack, Chance chance) {
    var disk = stack.kafkaDisk();
    assumeThat(disk).as("a disk of its own, which only root can make").isPresent();
    var shop = new Shop(stack);
    var run = shop.start(6);
    run.awaitServed(chance.between(1, 150));

    disk.orElseThrow().fill();
    await("the broker's end").atMost(Duration.ofSeconds(60)).until(() -> !stack.kafka().isAlive());
    disk.orElseThrow().makeRoom();
    stack.kafka().start();

    run.completes();
    run.toldOf("Kafka");
    shop.nextRunCompletes();
  }

  private static Duration away(Chance chance) {
    return Duration.ofSeconds(chance.between(12, 20));
  }
}
