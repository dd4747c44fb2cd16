package io.crowdbench.messages.result;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import io.crowdbench.messages.sample.Overload;
import java.time.Instant;
import java.util.List;

/// When and where a run was limited by its slaves rather than by the site, so far. A later one
/// replaces it.
public record GeneratorOverloaded(int schema, Instant at, String run, List<OverloadGroup> groups)
    implements Result {

  public GeneratorOverloaded {
    field(at, "at");
    field(run, "run");
    groups = list(groups);
  }

  /// One limit of one slave.
  ///
  /// @param slave id of the slave
  /// @param seconds in how many seconds of the run it was met
  /// @param sentence what was found the last time
  public record OverloadGroup(
      String slave,
      Overload.Limit limit,
      long seconds,
      int firstSecond,
      int lastSecond,
      String sentence) {

    public OverloadGroup {
      field(slave, "slave");
      field(limit, "limit");
      field(sentence, "sentence");
    }
  }
}
