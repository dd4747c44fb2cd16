package io.crowdbench.agent.schedule;

/// The run's own time in nanoseconds: 0 at the common start, and standing still in a pause. Read by
/// any thread, set by one.
public final class RunClock {

  private static final long RUNNING = Long.MIN_VALUE;

  private volatile State state = new State(System.nanoTime(), RUNNING);

  /// @param zero `System.nanoTime` of the run's time 0, were there no pauses to come
  /// @param stands the time at which it stands, or [#RUNNING]
  private record State(long zero, long stands) {}

  /// @param nanoTime `System.nanoTime` of the start
  public void startAt(long nanoTime) {
    state = new State(nanoTime, RUNNING);
  }

  public long now() {
    return at(System.nanoTime());
  }

  /// The run's time at that `System.nanoTime`, as far as is known now.
  public long at(long nanoTime) {
    var known = state;
    return known.stands == RUNNING ? nanoTime - known.zero : known.stands;
  }

  public boolean stands() {
    return state.stands != RUNNING;
  }

  /// Stands still from now on.
  ///
  /// @param time the run's time at which it stands
  public void stop(long time) {
    state = new State(state.zero, time);
  }

  /// Goes on.
  ///
  /// @param nanoTime `System.nanoTime` from which on it counts again
  public void goOn(long nanoTime) {
    if (stands()) {
      state = new State(nanoTime - state.stands, RUNNING);
    }
  }
}
