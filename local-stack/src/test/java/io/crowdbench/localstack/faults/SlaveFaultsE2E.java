package io.crowdbench.localstack.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.crowdbench.api.Result;
import io.crowdbench.messages.run.RunState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Slaves, their agents and their runners fail in the middle of a run: the site is left alone once
/// the run has ended, what was measured is there, and the slaves carry the next run.
@UnderFaults
class SlaveFaultsE2E {

  /// From a slave's return to its last request; the goal on an idle machine is 5 seconds.
  private static final Duration TO_STOP = Duration.ofSeconds(20);

  private static final String SILENT = "has not been heard of for more than 3 seconds";

  /// The whole machine, as when it swaps or migrates.
  @Test
  void aSlaveStandsStillForFourSeconds(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(8);
    run.awaitServed(chance.between(1, 100));

    stack.slaves().pause(1);
    Signals.pass(Duration.ofSeconds(4));
    stack.slaves().resume(1);

    run.endsAs(RunState.ABORTED, "Slave slave-1 " + SILENT);
    run.hasExactCounts();
    shop.nextRunCompletes();
  }

  /// Shorter than a slave may be silent: it only speaks later.
  @Test
  void aSlaveIsCutOffForTwoSeconds(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(8);
    run.awaitServed(chance.between(1, 100));

    cutOff(stack, Duration.ofMillis(1_500));

    run.completes();
    shop.nextRunCompletes();
  }

  /// It goes on loading the site until it hears that its run is over.
  @Test
  void aSlaveIsCutOffForTenSeconds(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(120);
    run.awaitServed(chance.between(1, 100));

    cutOff(stack, Duration.ofSeconds(10));

    run.awaitState(RunState.ABORTED);
    await("no load").atMost(TO_STOP).until(() -> stack.slaves().runner(1).isEmpty());
    run.endsAs(RunState.ABORTED, "Slave slave-1 " + SILENT);
    run.hasExactCounts();
    shop.nextRunCompletes();
  }

  /// The plan says that the others go on; what it measured until its end comes afterwards.
  @Test
  void aRunGoesOnWithoutASlaveThatIsCutOff(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(14, List.of(1, 2), Map.of("onLostSlave", "GO_ON"));
    run.awaitServed(chance.between(1, 100));

    cutOff(stack, Duration.ofSeconds(5));

    await("no load").atMost(TO_STOP).until(() -> stack.slaves().runner(1).isEmpty());
    run.endsAs(
        RunState.COMPLETED, "All steps were done, but not by all slaves: see which were lost.");
    run.hasExactCounts();
    shop.nextRunCompletes();
  }

  /// From Kafka, not from the site.
  private static void cutOff(FaultStack stack, Duration time) {
    stack.network().cut(1);
    Signals.pass(time);
    stack.network().heal(1);
  }

  /// Its runner goes on meanwhile and nobody can stop it.
  @Test
  void anAgentStandsStillForTenSeconds(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(120);
    run.awaitServed(chance.between(1, 100));

    var agent = List.of(stack.slaves().agent(1));
    Signals.pause(agent);
    run.awaitState(RunState.ABORTED);
    Signals.pass(Duration.ofSeconds(5));
    Signals.resume(agent);

    await("no load").atMost(TO_STOP).until(() -> stack.slaves().runner(1).isEmpty());
    run.endsAs(RunState.ABORTED, "Slave slave-1 " + SILENT);
    run.hasExactCounts();
    shop.nextRunCompletes();
  }

  /// The plan says that the others go on.
  @Test
  void aRunGoesOnWithoutASlaveThatStandsStillForTenSeconds(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(14, List.of(1, 2), Map.of("onLostSlave", "GO_ON"));
    run.awaitServed(chance.between(1, 100));

    stack.slaves().pause(1);
    Signals.pass(Duration.ofSeconds(10));
    stack.slaves().resume(1);

    await("no load").atMost(TO_STOP).until(() -> stack.slaves().runner(1).isEmpty());
    run.endsAs(
        RunState.COMPLETED, "All steps were done, but not by all slaves: see which were lost.");
    run.hasExactCounts();
    shop.nextRunCompletes();
  }

  /// Its runner ends in order by itself, and the agent is started again by nobody's doing.
  @Test
  void anAgentIsKilledUnderLoad(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(120);
    run.awaitServed(chance.between(1, 100));

    Signals.kill(List.of(stack.slaves().agent(1)));

    run.endsAs(RunState.ABORTED, "slave-1");
    run.hasExactCounts();
    stack.slaves().awaitNextAgent(1);
    shop.nextRunCompletes();
  }

  /// Nobody knows of it yet. The run waits for the next start of the agent, and says so.
  @Test
  void aRunIsStartedInTheInstantOfAnAgentsDeath(FaultStack stack) {
    var shop = new Shop(stack);
    var plan = shop.plan(2);
    Signals.kill(List.of(stack.slaves().agent(2)));

    var run = shop.tryToStart(plan).orThrow();

    run.completes();
    assertThat(run.history())
        .anyMatch(it -> it.startsWith("Waiting for slave slave-2"))
        .anyMatch(it -> it.contains("slave-2 had ended and was started again"));
    shop.nextRunCompletes();
  }

  /// The same when it dies while its runner is made ready.
  @Test
  void anAgentIsKilledWhilePreparing(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(2);
    run.awaitState(RunState.PREPARING);
    Signals.pass(chance.upTo(Duration.ofMillis(500)));
    Signals.kill(List.of(stack.slaves().agent(2)));

    run.completes();
    shop.nextRunCompletes();
  }

  /// It is refused with the reason, unless the agent is back already.
  @Test
  void aRunIsStartedSecondsAfterAnAgentsDeath(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    Signals.kill(List.of(stack.slaves().agent(2)));
    Signals.pass(Duration.ofSeconds(4).plus(chance.upTo(Duration.ofSeconds(3))));

    switch (shop.tryToStart(2)) {
      case Result.Failed<LoadRun> refused ->
          assertThat(refused.sentence()).contains("Slave slave-2 can't carry a run: its agent");
      case Result.Ok<LoadRun>(var run) -> run.completes();
    }

    stack.slaves().awaitNextAgent(2);
    shop.nextRunCompletes();
  }

  /// What it had counted lies on its slave's disk, and only latencies are missing.
  @Test
  void aRunnerIsKilledUnderLoad(FaultStack stack, Chance chance) {
    var shop = new Shop(stack);
    var run = shop.start(120);
    run.awaitServed(chance.between(1, 100));

    Signals.kill(stack.slaves().runner(1));

    run.endsAs(RunState.ABORTED, "Slave slave-1: The runner was killed from outside");
    run.hasSameCounts();
    assertThat(run.completeness().path("problems").valueStream().map(JsonNode::asString))
        .allMatch(problem -> problem.startsWith("The latencies of "));
    shop.nextRunCompletes();
  }

  /// Logs can't be written any more, and what was measured goes on to Kafka.
  @Test
  void aSlavesDiskIsFullUnderLoad(FaultStack stack, Chance chance) {
    var disk = stack.slaves().disk();
    assumeThat(disk).as("a disk of its own, which only root can make").isPresent();
    var shop = new Shop(stack);
    var run = shop.start(6, List.of(2, 3), Map.of());
    run.awaitServed(chance.between(1, 100));

    disk.orElseThrow().fill();
    run.completes();

    disk.orElseThrow().makeRoom();
    shop.start(2, List.of(2, 3), Map.of()).completes();
  }

  /// Not even the bundle can be brought: the run says on which slave and what to do.
  @Test
  void aSlavesDiskIsFullBeforeTheRun(FaultStack stack) {
    var disk = stack.slaves().disk();
    assumeThat(disk).as("a disk of its own, which only root can make").isPresent();
    var shop = new Shop(stack);
    shop.start(1, List.of(2, 3), Map.of()).completes();
    disk.orElseThrow().fill();

    var run = shop.startOwn(List.of(2, 3));
    run.awaitState(RunState.FAILED);
    assertThat(run.view().reason()).contains("to slave slave-3 (", "its disk has 0 MB left");

    disk.orElseThrow().makeRoom();
    shop.start(2, List.of(2, 3), Map.of()).completes();
  }
}
