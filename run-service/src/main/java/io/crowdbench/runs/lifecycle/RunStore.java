package io.crowdbench.runs.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps runs so that one slave's event costs two rows, however many slaves the run has: the run's
/// own, and that slave's. Runs that are on stay in memory beside the database, whose version says
/// whether the copy is the latest.
@Component
class RunStore {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Runs runs;
  private final JdbcClient database;
  private final Map<String, Run> latest = new ConcurrentHashMap<>();

  RunStore(Runs runs, JdbcClient database) {
    this.runs = runs;
    this.database = database;
  }

  Run add(Run run) {
    return runs.save(run);
  }

  Optional<Run> find(String id) {
    var kept = latest.get(id);
    if (kept != null && Objects.equals(kept.version(), version(id))) {
      return Optional.of(kept);
    }
    var found = runs.findById(id);
    found.filter(run -> !run.state().ended()).ifPresent(run -> latest.put(id, run));
    return found;
  }

  private @Nullable Integer version(String id) {
    return database
        .sql("select version from run where id = ?")
        .param(id)
        .query(Integer.class)
        .optional()
        .orElse(null);
  }

  /// Saves what differs.
  ///
  /// @throws OptimisticLockingFailureException when another change came between
  Run save(Run before, Run after) {
    var version = Objects.requireNonNull(before.version());
    var updated =
        database
            .sql(
                """
                update run set version = :next, state = :state, reason = :reason, ends_as = :endsAs,
                  state_since = :stateSince, start_at = :startAt, ended_at = :endedAt, live = :load
                where id = :id and version = :version
                returning version
                """)
            .param("next", version + 1)
            .param("state", after.state().name())
            .param("reason", after.reason())
            .param("endsAs", after.endsAs() == null ? null : after.endsAs().name())
            .param("stateSince", timestamp(after.stateSince()))
            .param("startAt", timestamp(after.startAt()))
            .param("endedAt", timestamp(after.endedAt()))
            .param("load", JSON.writeValueAsString(after.live()))
            .param("id", after.id())
            .param("version", version)
            .query(Integer.class)
            .optional();
    if (updated.isEmpty()) {
      throw new OptimisticLockingFailureException("another change came between");
    }
    for (int i = 0; i < after.members().size(); i++) {
      var member = after.members().get(i);
      if (!member.equals(before.members().get(i))) {
        update(after.id(), i, member);
      }
    }
    return after.withVersion(version + 1);
  }

  private void update(String run, int position, Member member) {
    database
        .sql(
            """
            update member set epoch = :epoch, state = :state, change = :change,
              bundle_path = :bundlePath, problem = :problem, counters = :counters
            where run = :run and position = :position
            """)
        .param("epoch", member.epoch())
        .param("state", member.state().name())
        .param("change", member.change())
        .param("bundlePath", member.bundlePath())
        .param("problem", member.problem())
        .param(
            "counters",
            member.counters() == null ? null : JSON.writeValueAsString(member.counters()))
        .param("run", run)
        .param("position", position)
        .update();
  }

  /// The change is committed: this is the run now.
  void committed(Run run) {
    if (run.state().ended()) {
      latest.remove(run.id());
    } else {
      latest.put(run.id(), run);
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
