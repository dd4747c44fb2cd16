package io.crowdbench.runs.lifecycle;

import io.crowdbench.runs.schedule.Adjustment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The load of a run as it is to be now, and how far it has come.
///
/// @param change number of the last change that somebody made; 0 for none
/// @param from the instant of the broker's clock from which on that holds
/// @param adjustment what was changed of the planned load
/// @param reached number of the step that must have been reached
/// @param paused whether it stands still
/// @param step number of the step that the first slave has come to, from 0
/// @param since when it came to that step or was last changed: its end is planned from then on
public record LoadState(
    long change,
    @Nullable Instant from,
    Adjustment adjustment,
    int reached,
    boolean paused,
    int step,
    @Nullable Instant since) {

  static final LoadState AS_PLANNED = new LoadState(0, null, Adjustment.NONE, 0, false, 0, null);

  LoadState in(int next, Instant now) {
    return new LoadState(change, from, adjustment, reached, paused, next, now);
  }

  LoadState changed(Adjustment other, Instant when, Instant now) {
    return new LoadState(change + 1, when, other, reached, paused, step, now);
  }

  LoadState changed(boolean stands, Instant when, Instant now) {
    return new LoadState(change + 1, when, adjustment, reached, stands, step, now);
  }

  LoadState toNextStep(Instant when, Instant now) {
    return new LoadState(change + 1, when, adjustment, step + 1, paused, step, now);
  }
}
