package io.crowdbench.runs.lifecycle;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Keeps runs so that slaves' events cost no more rows than the run's own and theirs, however many
/// slaves the run has. Runs that are on stay in memory beside the database, whose version says
/// whether the copy is the latest.
@Component
class RunStore {

  private static final JsonMapper JSON = JsonMapper.shared();

  private static final String UPDATE_MEMBER =
      """
      update member set epoch = ?, state = ?, change = ?, bundle_path = ?, problem = ?, counters = ?
      where run = ? and position = ?
      """;

  private final Runs runs;
  private final JdbcClient database;
  private final JdbcTemplate template;
  private final Map<String, Run> latest = new ConcurrentHashMap<>();

  RunStore(Runs runs, JdbcTemplate template) {
    this.runs = runs;
    this.database = JdbcClient.create(template);
    this.template = template;
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
    var changed =
        IntStream.range(0, after.members().size())
            .filter(i -> !after.members().get(i).equals(before.members().get(i)))
            .mapToObj(i -> row(after.id(), i, after.members().get(i)))
            .toList();
    if (!changed.isEmpty()) {
      template.batchUpdate(UPDATE_MEMBER, changed);
    }
    return after.withVersion(version + 1);
  }

  private static @Nullable Object[] row(String run, int position, Member member) {
    var counters = member.counters();
    return new @Nullable Object[] {
      member.epoch(),
      member.state().name(),
      member.change(),
      member.bundlePath(),
      member.problem(),
      counters == null ? null : JSON.writeValueAsString(counters),
      run,
      position
    };
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
