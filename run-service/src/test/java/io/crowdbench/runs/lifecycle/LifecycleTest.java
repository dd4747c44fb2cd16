package io.crowdbench.runs.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdbench.messages.agent.PrepareRun;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.agent.StartRun;
import io.crowdbench.messages.agent.StopRun;
import io.crowdbench.messages.provisioning.CleanUpRun;
import io.crowdbench.messages.provisioning.DeliverBundle;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.runs.plan.PlanContent.OnLostSlave;
import org.junit.jupiter.api.Test;

class LifecycleTest extends RunStory {

  @Test
  void goesFromTheQueueToItsEnd() {
    reserve();
    assertThat(asked).hasOnlyElementsOfType(DeliverBundle.class).hasSize(2);

    deliver("a");
    deliver("b");
    assertThat(asked).hasOnlyElementsOfType(PrepareRun.class).hasSize(1);

    ready("a");
    assertThat(run.state()).isEqualTo(RunState.PREPARING);
    ready("b");
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(asked).hasOnlyElementsOfType(StartRun.class).hasSize(2);

    started("a");
    started("b");
    progress("a", 0, 0, true);
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    progress("b", 0, 0, true);
    assertThat(run.state()).isEqualTo(RunState.DRAINING);
    finished("a");
    finished("b");
    assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    assertThat(run.endedAt()).isEqualTo(NOW);
    assertThat(asked).hasOnlyElementsOfType(CleanUpRun.class).hasSize(2);
  }

  @Test
  void aRepeatChangesNothing() {
    reserve();
    deliver("a");
    var before = run;

    deliver("a");
    assertThat(run).isEqualTo(before);

    deliver("b");
    ready("a");
    ready("b");
    before = run;
    ready("b");
    assertThat(run).isEqualTo(before);
  }

  @Test
  void onlyTheAgentThatCarriesItCounts() {
    reserve();

    assertThat(run.member("a", 7)).isPresent();
    assertThat(run.member("a", 6)).isEmpty();
    assertThat(run.member("a", 8)).isEmpty();
  }

  @Test
  void endsWhenASlaveIsLostInTheMiddle() {
    running();

    change(Lifecycle.lost(run, member("a"), "Slave a is gone.", NOW));
    assertThat(run.state()).isEqualTo(RunState.DRAINING);
    assertThat(asked)
        .singleElement()
        .satisfies(order -> assertThat(((StopRun) order).slave()).isEqualTo("b"));

    finished("b");
    assertThat(run.state()).isEqualTo(RunState.ABORTED);
    assertThat(run.reason()).isEqualTo("Slave a is gone.");
    assertThat(published).hasAtLeastOneElementOfType(RunSlaveLost.class);
  }

  @Test
  void goesOnWithoutALostSlaveIfThePlanSaysSo() {
    run = queued(OnLostSlave.GO_ON);
    running();

    change(Lifecycle.lost(run, member("a"), "Slave a is gone.", NOW));
    assertThat(run.state()).isEqualTo(RunState.RUNNING);

    finished("b");
    assertThat(run.state()).isEqualTo(RunState.COMPLETED);
    assertThat(run.reason()).contains("not by all slaves");
  }

  @Test
  void failsWhenASlaveCanNotBePrepared() {
    reserve();
    deliver("a");

    change(Lifecycle.lost(run, member("b"), "The disk of b is full.", NOW));
    assertThat(asked).singleElement().isInstanceOf(StopRun.class);
    assertThat(run.state()).isEqualTo(RunState.PREPARING);

    change(Lifecycle.lost(run, member("a"), "There is nothing to stop.", NOW));
    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).isEqualTo("The disk of b is full.");
    assertThat(member("a").state()).isEqualTo(MemberState.DISMISSED);
  }

  @Test
  void isPreparedAnewByAnAgentThatWasStartedAgainBeforeTheLoad() {
    reserve();
    deliver("a");
    deliver("b");
    ready("b");

    change(Lifecycle.takenOver(run, member("a"), 8, NOW));
    assertThat(run.state()).isEqualTo(RunState.PREPARING);
    assertThat(run.reason()).contains("slave a had ended and was started again");
    assertThat(asked)
        .singleElement()
        .isInstanceOfSatisfying(PrepareRun.class, order -> assertThat(order.epoch()).isEqualTo(8));

    ready("a");
    change(Lifecycle.schedule(run, NOW.plusSeconds(1), NOW));
    assertThat(run.state()).isEqualTo(RunState.RUNNING);

    change(Lifecycle.takenOver(run, member("a"), 9, NOW));
    assertThat(member("a").epoch()).as("under load another start changes nothing").isEqualTo(8);
  }

  @Test
  void saysWhomItWaitsForOnce() {
    reserve();

    change(Lifecycle.missing(run, "slave a", NOW));
    assertThat(run.reason()).startsWith("Waiting for slave a");
    var before = run;
    change(Lifecycle.missing(run, "slave a", NOW));

    assertThat(run).isEqualTo(before);
    assertThat(published).as("reserved, and waiting").hasSize(2);
  }

  @Test
  void isCancelledBeforeItsLoadAndAbortedInTheMiddle() {
    change(Lifecycle.stop(run, "Stopped by a person.", NOW));
    assertThat(run.state()).isEqualTo(RunState.CANCELLED);

    run = queued(OnLostSlave.END);
    running();
    change(Lifecycle.stop(run, "Stopped by a person.", NOW));
    assertThat(run.state()).isEqualTo(RunState.DRAINING);
    assertThat(asked).hasOnlyElementsOfType(StopRun.class).hasSize(2);
    finished("a");
    finished("b");
    assertThat(run.state()).isEqualTo(RunState.ABORTED);
  }

  @Test
  void doesNotStartOnceItIsToEnd() {
    reserve();
    deliver("a");
    deliver("b");
    ready("a");
    change(Lifecycle.stop(run, "Stopped by a person.", NOW));

    ready("b");

    assertThat(run.startAt()).isNull();
    assertThat(run.state()).isEqualTo(RunState.PREPARING);
  }

  @Test
  void numbersItsEventsWithoutGaps() {
    running();

    assertThat(published).extracting(RunEvent::number).containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void aRunInWhichNobodyDidAnythingHasNotCompleted() {
    running();
    finished("a", FinalCounters.NONE, null);
    finished("b", FinalCounters.NONE, null);

    assertThat(run.state()).isEqualTo(RunState.FAILED);
    assertThat(run.reason()).contains("no user did anything");
  }

  @Test
  void aSlaveThatEndedItsLoadByItselfEndsTheRun() {
    running();
    finished("a", SOME, "Slave a heard nothing for 60 seconds.");
    assertThat(run.state()).isEqualTo(RunState.DRAINING);

    finished("b", SOME, null);
    assertThat(run.state()).isEqualTo(RunState.ABORTED);
    assertThat(run.reason()).isEqualTo("Slave a heard nothing for 60 seconds.");
  }

  @Test
  void aLateStartIsSaid() {
    reserve();
    deliver("a");
    deliver("b");
    ready("a");
    ready("b");
    var late = new RunnerStarted(1, NOW, "a", 7, run.id(), 20_500, 1);
    change(Lifecycle.started(run, member("a"), late, NOW));

    assertThat(run.state()).isEqualTo(RunState.RUNNING);
    assertThat(run.reason()).contains("Slave a started 20.5 s late");
  }

  @Test
  void aFinishedSlaveIsNotLost() {
    running();
    finished("a", SOME, null);

    change(Lifecycle.lost(run, member("a"), "Slave a is gone.", NOW));

    assertThat(member("a").state()).isEqualTo(MemberState.FINISHED);
    assertThat(run.state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void whatIsDueForOthersIsNotAskedAgainWhenOneSlaveChanges() {
    reserve();

    deliver("a");

    assertThat(asked).singleElement().isInstanceOf(PrepareRun.class);
  }
}
