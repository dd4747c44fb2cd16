package io.crowdbench.messages.debuglog;

import static io.crowdbench.messages.Required.field;

import java.time.Instant;

/// A line that an action logged. Named by run, slave, epoch and sequence; a repeat changes nothing.
///
/// @param sequence number of this line in the runner's log, from 0
/// @param second second of the run
/// @param user id of the user that logged it
public record DebugLine(
    int schema,
    Instant at,
    String run,
    String slave,
    long epoch,
    long sequence,
    int second,
    String action,
    String user,
    String text)
    implements DebugMessage {

  public DebugLine {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    field(action, "action");
    field(user, "user");
    field(text, "text");
  }
}
