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
import java.time.Instant;
import java.util.Map;

/// The rules of a run's life, without any doing: each takes a run and something that happened, and
/// says what the run is then. What happens twice, or too late, changes nothing.
final class Lifecycle {

  private Lifecycle() {}

  /// The run holds its slaves.
  ///
  /// @param epochs the start of each slave's agent that is to carry it
  static Turn reserved(Run run, Map<String, Long> epochs, Instant now) {
    var fresh = run.with(m -> m.withEpoch(epochs.getOrDefault(m.slave(), m.epoch())));
    return Turn.none(fresh)
        .moving(
            RunState.PREPARING,
            "The bundle is brought to the slaves and runners are started.",
            now);
  }

  /// It must wait for slaves that other runs hold.
  static Turn waiting(Run run, String reason, Instant now) {
    return run.reason().equals(reason)
        ? Turn.none(run)
        : Turn.none(run).moving(RunState.QUEUED, reason, now);
  }

  static Turn delivered(Run run, Member member, String path) {
    return member.state() == MemberState.WAITING
        ? Turn.none(run.with(member.withBundle(path)))
        : Turn.none(run);
  }

  /// @param startAt the common start, should this have been the last slave that was not ready
  static Turn ready(Run run, Member member, Instant startAt, Instant now) {
    if (member.state() != MemberState.PREPARING || run.endsAs() != null) {
      return Turn.none(run);
    }
    var next = run.with(member.in(MemberState.READY));
    if (!next.members().stream().allMatch(m -> m.state() == MemberState.READY)) {
      return Turn.none(next);
    }
    return Turn.none(next.startingAt(startAt))
        .telling(number -> new RunScheduled(Message.SCHEMA, now, run.id(), number, startAt))
        .moving(RunState.RUNNING, "All slaves are ready and start at the same instant.", now);
  }

  static Turn started(Run run, Member member, RunnerStarted started, Instant now) {
    if (member.state() != MemberState.READY) {
      return Turn.none(run);
    }
    return Turn.none(run.with(member.in(MemberState.RUNNING)))
        .telling(number ->
            new RunSlaveStarted(
                Message.SCHEMA,
                now,
                run.id(),
                number,
                member.slave(),
                started.lateMillis(),
                started.clockBoundMillis()));
  }

  /// A runner came to another step, took up a change, or began to drain.
  static Turn progressed(Run run, Member member, RunnerProgress progress, Instant now) {
    if (!member.state().active() || member.state() == MemberState.DRAINING) {
      return Turn.none(run);
    }
    var state = progress.draining() ? MemberState.DRAINING : MemberState.RUNNING;
    var turn = Turn.none(run.with(member.in(state).withChange(progress.change())));
    if (progress.step() > run.live().step() && progress.step() < run.plan().steps().size()) {
      turn =
          turn.with(turn.run().with(run.live().in(progress.step(), now)))
              .telling(
                  number -> new RunStepped(Message.SCHEMA, now, run.id(), number, progress.step()));
    }
    return endedIfLast(turn, now);
  }

  static Turn finished(Run run, Member member, FinalCounters counters, Instant now) {
    if (!member.state().active()) {
      return Turn.none(run);
    }
    var turn =
        Turn.none(run.with(member.finished(counters)))
            .telling(number ->
                new RunSlaveFinished(
                    Message.SCHEMA, now, run.id(), number, member.slave(), counters));
    return endedIfLast(turn, now);
  }

  /// The slave fell silent or its runner failed.
  static Turn lost(Run run, Member member, String problem, Instant now) {
    if (!member.state().active()) {
      return Turn.none(run);
    }
    if (run.endsAs() != null && !member.state().carriesLoad()) {
      // It was told to stop before it carried any load, and has nothing to stop.
      return endedIfLast(Turn.none(run.with(member.in(MemberState.DISMISSED))), now);
    }
    var turn =
        Turn.none(run.with(member.lost(problem)))
            .telling(number ->
                new RunSlaveLost(Message.SCHEMA, now, run.id(), number, member.slave(), problem));
    if (run.startAt() == null) {
      return stopping(turn, RunState.FAILED, problem, now);
    }
    return run.content().onLostSlave() == OnLostSlave.END
        ? stopping(turn, RunState.ABORTED, problem, now)
        : endedIfLast(turn, now);
  }

  /// A person stops the run.
  static Turn stop(Run run, String reason, Instant now) {
    if (run.state().ended() || run.endsAs() != null) {
      return Turn.none(run);
    }
    var end = run.startAt() == null ? RunState.CANCELLED : RunState.ABORTED;
    return stopping(Turn.none(run), end, reason, now);
  }

  private static Turn stopping(Turn turn, RunState end, String reason, Instant now) {
    var run = turn.run();
    if (run.endsAs() == null) {
      // Slaves that were never told to prepare have nothing to be stopped.
      run =
          run.endingAs(end, reason)
              .with(m -> m.state() == MemberState.WAITING ? m.in(MemberState.DISMISSED) : m);
    }
    var next = turn.with(run);
    if (run.anyActive() && run.state() == RunState.RUNNING) {
      next = next.moving(RunState.DRAINING, reason, now);
    }
    return endedIfLast(next, now);
  }

  private static Turn endedIfLast(Turn turn, Instant now) {
    var run = turn.run();
    if (run.anyActive()) {
      return run.state() == RunState.RUNNING && run.allDraining()
          ? turn.moving(RunState.DRAINING, "The load is over; users finish what they are at.", now)
          : turn;
    }
    if (run.endsAs() != null) {
      return turn.moving(run.endsAs(), run.reason(), now);
    }
    return turn.moving(
        RunState.COMPLETED,
        run.anyLost()
            ? "All steps were done, but not by all slaves: see which were lost."
            : "All steps were done.",
        now);
  }
}
