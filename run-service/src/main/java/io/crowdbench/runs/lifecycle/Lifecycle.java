package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.agent.RunnerProgress;
import io.crowdbench.messages.agent.RunnerStarted;
import io.crowdbench.messages.run.RunScheduled;
import io.crowdbench.messages.run.RunSlaveFinished;
import io.crowdbench.messages.run.RunSlaveLost;
import io.crowdbench.messages.run.RunSlaveStarted;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStepped;
import io.crowdbench.messages.sample.FinalCounters;
import io.crowdbench.runs.plan.PlanContent.OnLostSlave;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of a run's life, without any doing: each takes a run and something that happened, and
/// says what the run is then. What happens twice, or too late, changes nothing.
final class Lifecycle {

  /// Time for the start command to reach every agent before the start is due.
  static final Duration START_LEAD = Duration.ofMillis(1_500);

  /// A start that is later than that is said to be.
  private static final double MAX_LATE_MILLIS = 1_000;

  private Lifecycle() {}

  /// The run holds its slaves.
  ///
  /// @param epochs the start of each slave's agent that is to carry it
  static Transition reserved(Run run, Map<String, Long> epochs, Instant now) {
    var fresh = run.with(m -> m.withEpoch(epochs.getOrDefault(m.slave(), m.epoch())));
    return Transition.none(fresh)
        .moving(
            RunState.PREPARING,
            "The bundle is brought to the slaves and runners are started.",
            now);
  }

  /// It must wait for slaves that other runs hold.
  static Transition waiting(Run run, String reason, Instant now) {
    return run.reason().equals(reason)
        ? Transition.none(run)
        : Transition.none(run).moving(RunState.QUEUED, reason, now);
  }

  static Transition delivered(Run run, Member member, String path) {
    return member.state() == MemberState.WAITING
        ? Transition.none(run.with(member.withBundle(path)))
        : Transition.none(run);
  }

  static Transition ready(Run run, Member member) {
    return member.state() == MemberState.PREPARING && run.endsAs() == null
        ? Transition.none(run.with(member.in(MemberState.READY)))
        : Transition.none(run);
  }

  /// Whether nobody carries load yet, and a slave that failed may begin once more.
  static boolean canBePreparedAnew(Run run) {
    return run.state() == RunState.PREPARING && run.startAt() == null && run.endsAs() == null;
  }

  /// A slave's agent had ended, and another start of it carries the run.
  ///
  /// @param epoch of that start
  static Transition takenOver(Run run, Member member, long epoch, Instant now) {
    return member.state().active() && canBePreparedAnew(run)
        ? Transition.none(run.with(member.carriedBy(epoch)))
            .moving(
                RunState.PREPARING,
                "The agent of slave %s had ended and was started again; the run is prepared there anew."
                    .formatted(member.name()),
                now)
        : Transition.none(run);
  }

  /// Slaves are silent while nobody carries load yet: an agent that has ended is started again by
  /// itself, which is waited for.
  static Transition missing(Run run, String slaves, Instant now) {
    var reason =
        "Waiting for %s, not heard of for some seconds: an agent that has ended is started again by itself."
            .formatted(slaves);
    return canBePreparedAnew(run) && !run.reason().equals(reason)
        ? Transition.none(run).moving(RunState.PREPARING, reason, now)
        : Transition.none(run);
  }

  /// Whether all slaves are ready and no start is set.
  static boolean waitsForStart(Run run) {
    return run.state() == RunState.PREPARING
        && run.endsAs() == null
        && run.startAt() == null
        && run.members().stream().allMatch(m -> m.state() == MemberState.READY);
  }

  /// Sets the common start.
  ///
  /// @param startAt by the broker's clock, later than now
  static Transition schedule(Run run, Instant startAt, Instant now) {
    if (!waitsForStart(run)) {
      return Transition.none(run);
    }
    return Transition.none(run.startingAt(startAt))
        .publishing(number -> new RunScheduled(Message.SCHEMA, now, run.id(), number, startAt))
        .moving(RunState.RUNNING, "All slaves are ready and start at the same instant.", now);
  }

  static Transition started(Run run, Member member, RunnerStarted started, Instant now) {
    if (member.state() != MemberState.READY) {
      return Transition.none(run);
    }
    var running =
        Transition.none(run.with(member.in(MemberState.RUNNING)))
            .publishing(number ->
                new RunSlaveStarted(
                    Message.SCHEMA,
                    now,
                    run.id(),
                    number,
                    member.slave(),
                    started.lateMillis(),
                    started.clockBoundMillis()));
    return started.lateMillis() < MAX_LATE_MILLIS || run.state() != RunState.RUNNING
        ? running
        : running.moving(
            RunState.RUNNING,
            "Slave %s started %.1f s late: the first seconds had less load than planned."
                .formatted(member.name(), started.lateMillis() / 1_000),
            now);
  }

  /// A runner came to another step, took up a change, or began to drain.
  static Transition progressed(Run run, Member member, RunnerProgress progress, Instant now) {
    if (!member.state().active() || member.state() == MemberState.DRAINING) {
      return Transition.none(run);
    }
    var state = progress.draining() ? MemberState.DRAINING : MemberState.RUNNING;
    var transition = Transition.none(run.with(member.in(state).withChange(progress.change())));
    if (progress.step() > run.live().step() && progress.step() < run.plan().steps().size()) {
      transition =
          transition
              .with(transition.run().with(run.live().in(progress.step(), now)))
              .publishing(
                  number -> new RunStepped(Message.SCHEMA, now, run.id(), number, progress.step()));
    }
    return endedIfLast(transition, now);
  }

  /// @param early why it ended its load before its plan's end and unasked; null if it did not
  static Transition finished(
      Run run, Member member, FinalCounters counters, @Nullable String early, Instant now) {
    if (!member.state().active()) {
      return Transition.none(run);
    }
    var transition =
        Transition.none(run.with(member.finished(counters)))
            .publishing(number ->
                new RunSlaveFinished(
                    Message.SCHEMA, now, run.id(), number, member.slave(), counters));
    return early == null || run.endsAs() != null
        ? endedIfLast(transition, now)
        : stopping(transition, RunState.ABORTED, early, now);
  }

  /// The slave fell silent or its runner failed.
  static Transition lost(Run run, Member member, String problem, Instant now) {
    if (!member.state().active()) {
      return Transition.none(run);
    }
    if (run.endsAs() != null && !member.state().carriesLoad()) {
      // It was told to stop before it carried any load, and has nothing to stop.
      return endedIfLast(Transition.none(run.with(member.in(MemberState.DISMISSED))), now);
    }
    var transition =
        Transition.none(run.with(member.lost(problem)))
            .publishing(number ->
                new RunSlaveLost(Message.SCHEMA, now, run.id(), number, member.slave(), problem));
    if (run.startAt() == null) {
      return stopping(transition, RunState.FAILED, problem, now);
    }
    return run.content().onLostSlave() == OnLostSlave.END
        ? stopping(transition, RunState.ABORTED, problem, now)
        : endedIfLast(transition, now);
  }

  /// A person stops the run.
  static Transition stop(Run run, String reason, Instant now) {
    if (run.state().ended() || run.endsAs() != null) {
      return Transition.none(run);
    }
    var end = run.startAt() == null ? RunState.CANCELLED : RunState.ABORTED;
    return stopping(Transition.none(run), end, reason, now);
  }

  private static Transition stopping(
      Transition transition, RunState end, String reason, Instant now) {
    var run = transition.run();
    if (run.endsAs() == null) {
      // Slaves that were never told to prepare have nothing to be stopped.
      run =
          run.endingAs(end, reason)
              .with(m -> m.state() == MemberState.WAITING ? m.in(MemberState.DISMISSED) : m);
    }
    var next = transition.with(run);
    if (run.anyActive() && run.state() == RunState.RUNNING) {
      next = next.moving(RunState.DRAINING, reason, now);
    }
    return endedIfLast(next, now);
  }

  private static Transition endedIfLast(Transition transition, Instant now) {
    var run = transition.run();
    if (run.anyActive()) {
      return run.state() == RunState.RUNNING && run.allDraining()
          ? transition.moving(
              RunState.DRAINING, "The load is over; users finish their current iteration.", now)
          : transition;
    }
    if (run.endsAs() != null) {
      return transition.moving(run.endsAs(), run.reason(), now);
    }
    if (run.didNothing()) {
      return transition.moving(
          RunState.FAILED,
          "All steps were over, but no user did anything: there is not one operation or transaction. Look at the slaves' clocks and at runner.log in the run's folder on the slaves.",
          now);
    }
    return transition.moving(
        RunState.COMPLETED,
        run.anyLost()
            ? "All steps were done, but not by all slaves: see which were lost."
            : "All steps were done.",
        now);
  }
}
