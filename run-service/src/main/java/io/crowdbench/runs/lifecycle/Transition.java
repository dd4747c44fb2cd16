package io.crowdbench.runs.lifecycle;

import io.crowdbench.messages.Message;
import io.crowdbench.messages.run.RunEvent;
import io.crowdbench.messages.run.RunState;
import io.crowdbench.messages.run.RunStateChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// What comes of something that happened to a run: the run as it is now, and what to tell of it.
///
/// @param events made once their numbers in the run's history are known
record Transition(Run run, List<LongFunction<RunEvent>> events) {

  /// Nothing changes.
  static Transition none(Run run) {
    return new Transition(run, List.of());
  }

  Transition with(Run changed) {
    return new Transition(changed, events);
  }

  Transition publishing(LongFunction<RunEvent> event) {
    var all = new ArrayList<>(events);
    all.add(event);
    return new Transition(run, List.copyOf(all));
  }

  /// What comes of a further rule, given the run as those before it left it.
  Transition then(Conductor.Rule rule) {
    var next = rule.apply(run);
    if (next.events().isEmpty()) {
      return with(next.run());
    }
    var all = new ArrayList<>(events);
    all.addAll(next.events());
    return new Transition(next.run(), List.copyOf(all));
  }

  /// The run comes to another state.
  Transition moving(RunState state, String reason, Instant now) {
    var id = run.id();
    return with(run.in(state, reason, now))
        .publishing(number -> new RunStateChanged(Message.SCHEMA, now, id, number, state, reason));
  }

  boolean changes(Run before) {
    return !run.equals(before) || !events.isEmpty();
  }
}
