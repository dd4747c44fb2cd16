package io.crowdbench.messages.result;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import io.crowdbench.messages.sample.ActionUsers;
import java.time.Instant;
import java.util.List;

/// One second of a run, of one slave or of all together. Named by run, second and slave; a later
/// one replaces it, since a slave's record may arrive after another's.
///
/// @param slave id of the slave, or [Result#ALL_SLAVES]
/// @param slaves how many slaves' records are in it
/// @param lines first the line of all operations, then of all transactions (both with action and
///   name [SeriesLine#ALL]), then one per kind, action and name
public record SecondMerged(
    int schema,
    Instant at,
    String run,
    int second,
    String slave,
    int slaves,
    List<ActionUsers> users,
    List<SeriesLine> lines)
    implements Result {

  public SecondMerged {
    field(at, "at");
    field(run, "run");
    field(slave, "slave");
    users = list(users);
    lines = list(lines);
  }
}
