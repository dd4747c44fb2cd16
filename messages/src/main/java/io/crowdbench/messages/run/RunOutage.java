package io.crowdbench.messages.run;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A part of Crowdbench was away while the run was under way, and is back.
///
/// @param part its name, such as `Kafka`, as on the home page; there may be new ones
/// @param since the broker's time of its last sign of life; null if that is not known
/// @param until the broker's time of its return
/// @param words what that meant for the run, in a sentence
public record RunOutage(
    int schema,
    Instant at,
    String run,
    long number,
    String part,
    @Nullable Instant since,
    Instant until,
    String words)
    implements RunEvent {

  public RunOutage {
    field(at, "at");
    field(run, "run");
    field(part, "part");
    field(until, "until");
    field(words, "words");
  }
}
