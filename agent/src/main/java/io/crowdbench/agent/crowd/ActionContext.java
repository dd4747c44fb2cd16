package io.crowdbench.agent.crowd;

import io.crowdbench.actions.Action;
import io.crowdbench.agent.measure.Lateness;
import io.crowdbench.agent.operation.Ending;
import io.crowdbench.agent.operation.Measured;
import io.crowdbench.agent.schedule.RunClock;
import io.crowdbench.agent.user.RunScope;
import java.util.function.Supplier;

/// What all users of one action have in common.
///
/// @param lateness where users say how late they were let begin
record ActionContext(
    Supplier<Action> actions,
    RunScope scope,
    long seed,
    UserIds ids,
    Measured measured,
    Ending ending,
    RunClock clock,
    Lateness lateness) {}
