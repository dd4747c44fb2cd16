package io.crowdbench.messages.agent;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import io.crowdbench.messages.agent.RunShare.ShareStep;
import java.time.Instant;
import java.util.List;

/// The load of a running run is now this. It says how things are to be, not what to do to them, so
/// a repeat changes nothing and a later one makes up for one that was lost. Answered by
/// [RunnerProgress].
///
/// @param change number of the change, from 1; one that is not above the last one is only answered
/// @param from the instant of the broker's clock from which on it holds on all slaves; one that has
///   passed means at once
/// @param steps all steps of this slave's share, as they are now
/// @param step the number of the step, from 0, that must have been reached; the number of steps for
///   the end of the load
/// @param paused whether users wait before their next pass, nobody arrives and the steps' time
///   stands still
public record ChangeLoad(
    int schema,
    Instant at,
    String slave,
    long epoch,
    String run,
    long change,
    Instant from,
    List<ShareStep> steps,
    int step,
    boolean paused)
    implements AgentCommand {

  public ChangeLoad {
    field(at, "at");
    field(slave, "slave");
    field(run, "run");
    field(from, "from");
    steps = list(steps);
  }
}
