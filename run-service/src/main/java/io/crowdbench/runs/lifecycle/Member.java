package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.sample.FinalCounters;
import org.jspecify.annotations.Nullable;

/// A slave's part in a run.
///
/// @param epoch the start of its agent that carries the run; what another one says is not about
///   this run
/// @param bundlePath where the bundle is on it, once it is
/// @param change number of the last change of the load that its runner has taken up
/// @param counters what its runner counted in all, once it has finished
record Member(
    String slave,
    String name,
    long epoch,
    MemberState state,
    long change,
    @Nullable String bundlePath,
    @Nullable String problem,
    @Nullable FinalCounters counters) {

  Member in(MemberState next) {
    return new Member(slave, name, epoch, next, change, bundlePath, problem, counters);
  }

  Member withChange(long takenUp) {
    return new Member(slave, name, epoch, state, takenUp, bundlePath, problem, counters);
  }

  Member withEpoch(long current) {
    return new Member(slave, name, current, state, change, bundlePath, problem, counters);
  }

  /// Another start of the agent carries it from its beginning; what has been brought is there.
  Member carriedBy(long next) {
    var beginning = bundlePath == null ? MemberState.WAITING : MemberState.PREPARING;
    return new Member(slave, name, next, beginning, 0, bundlePath, null, null);
  }

  Member withBundle(String path) {
    return new Member(slave, name, epoch, MemberState.PREPARING, change, path, problem, counters);
  }

  Member finished(FinalCounters counted) {
    return new Member(
        slave, name, epoch, MemberState.FINISHED, change, bundlePath, problem, counted);
  }

  Member lost(String why) {
    return new Member(slave, name, epoch, MemberState.LOST, change, bundlePath, why, counters);
  }
}
