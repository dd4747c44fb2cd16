package io.crowdbench.runs.schedule;

import io.crowdbench.messages.agent.RunShare.UserRamp;

/// How the users of one action go round the slaves: the first to one, the second to the next, and
/// so on. A slave's share of `n` never shrinks when `n` grows, so nobody is moved from one slave to
/// another.
///
/// @param turn how many slaves come before this one
record RoundRobin(int turn, int slaves) {

  int of(int users) {
    return users / slaves + (turn < users % slaves ? 1 : 0);
  }

  /// Where this slave's evenly spaced users are between those of the others.
  double phase() {
    return (turn + 0.5) / slaves;
  }

  /// How this slave's users come or go while those of all do so evenly.
  ///
  /// @param from users of all slaves at the beginning
  /// @param to users of all slaves at the end
  UserRamp ramp(int from, int to, long millis) {
    // The j-th to come is number from + j - 1, the j-th to go number from - j, both from 0.
    int first =
        to > from
            ? Math.floorMod(turn - from, slaves) + 1
            : Math.floorMod(from - turn - 1, slaves) + 1;
    double each = (double) millis / Math.abs(to - from);
    return new UserRamp(of(from), first * each, slaves * each);
  }
}
