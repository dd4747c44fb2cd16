package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.sample.FinalCounters;
import org.jspecify.annotations.Nullable;

/// A slave's part in a run.
///
/// @param epoch the start of its agent that carries the run; what another one says is not about
///   this run
/// @param bundlePath where the bundle is on it, once it is
/// @param counters what its runner counted in all, once it has finished
record Member(
    String slave,
    String name,
    long epoch,
    MemberState state,
    @Nullable String bundlePath,
    @Nullable String problem,
    @Nullable FinalCounters counters) {

  Member in(MemberState next) {
    return new Member(slave, name, epoch, next, bundlePath, problem, counters);
  }

  Member withEpoch(long current) {
    return new Member(slave, name, current, state, bundlePath, problem, counters);
  }

  Member withBundle(String path) {
    return new Member(slave, name, epoch, MemberState.PREPARING, path, problem, counters);
  }

  Member finished(FinalCounters counted) {
    return new Member(slave, name, epoch, MemberState.FINISHED, bundlePath, problem, counted);
  }

  Member lost(String why) {
    return new Member(slave, name, epoch, MemberState.LOST, bundlePath, why, counters);
  }
}
