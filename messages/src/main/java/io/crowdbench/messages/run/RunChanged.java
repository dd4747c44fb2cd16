package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.map;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Somebody changed the load of a running run.
///
/// @param change number of the change in the run, from 1
/// @param words what was changed, in a sentence
/// @param users for [LoadChange#USERS]: users added (or, negative, taken out), by the action's name
/// @param perSecond for [LoadChange#RATES]: how many users arrive in a second from now on until the
///   step's end, by the action's name
/// @param from the instant of the broker's clock from which on it holds on all slaves
/// @param by who changed it, if that is known
/// @param reason why, if they said so
public record RunChanged(
    int schema,
    Instant at,
    String run,
    long number,
    long change,
    LoadChange kind,
    String words,
    Map<String, Integer> users,
    Map<String, Double> perSecond,
    Instant from,
    @Nullable String by,
    @Nullable String reason)
    implements RunEvent {

  public RunChanged {
    field(at, "at");
    field(run, "run");
    field(kind, "kind");
    field(words, "words");
    users = map(users);
    perSecond = map(perSecond);
    field(from, "from");
  }
}
