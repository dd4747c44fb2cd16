package io.crowdbench.messages.result;

import static io.crowdbench.messages.Required.field;
import static io.crowdbench.messages.Required.list;

import io.crowdbench.messages.sample.Strain;
import java.time.Instant;
import java.util.List;

/// When and where a run was limited by its slaves rather than by the site, so far. A later one
/// replaces it.
public record GeneratorStrained(int schema, Instant at, String run, List<StrainGroup> groups)
    implements Result {

  public GeneratorStrained {
    field(at, "at");
    field(run, "run");
    groups = list(groups);
  }

  /// One limit of one slave.
  ///
  /// @param slave id of the slave
  /// @param seconds in how many seconds of the run it was met
  /// @param sentence what was found the last time
  public record StrainGroup(
      String slave,
      Strain.Limit limit,
      long seconds,
      int firstSecond,
      int lastSecond,
      String sentence) {

    public StrainGroup {
      field(slave, "slave");
      field(limit, "limit");
      field(sentence, "sentence");
    }
  }
}
