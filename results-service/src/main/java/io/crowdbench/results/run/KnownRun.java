package io.crowdbench.results.run;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/// What results-service has to know of a run: whose samples to expect, and whether more may come.
///
/// @param started its start was set, so samples are expected of it
/// @param endedAt when the run said that it had ended
/// @param checked whether all its results are there was published after its end
public record KnownRun(
    @Id String id,
    @Version int version,
    List<KnownSlave> slaves,
    boolean started,
    @Nullable Instant endedAt,
    boolean checked) {

  static KnownRun of(String id) {
    return new KnownRun(id, 0, List.of(), false, null, false);
  }

  KnownRun withSlaves(List<KnownSlave> slaves) {
    return new KnownRun(id, version, slaves, started, endedAt, checked);
  }

  KnownRun withStart() {
    return new KnownRun(id, version, slaves, true, endedAt, checked);
  }

  KnownRun withEnd(Instant at) {
    return new KnownRun(id, version, slaves, started, endedAt == null ? at : endedAt, checked);
  }

  public KnownRun withCheck() {
    return new KnownRun(id, version, slaves, started, endedAt, true);
  }

  /// A slave of the run.
  ///
  /// @param slave its id
  public record KnownSlave(String slave, String name) {}
}
