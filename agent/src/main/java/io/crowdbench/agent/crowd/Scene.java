package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.measure.Lateness;
import io.crowdbench.agent.schedule.RunClock;
import java.util.function.Supplier;

/// What all users of one action have in common.
///
/// @param lateness where users say how late they were let begin
record Scene(
    Supplier<Action> actions,
    Addresses addresses,
    long seed,
    UserIds ids,
    Measured measured,
    Ending ending,
    RunClock clock,
    Lateness lateness) {}
