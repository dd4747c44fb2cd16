package io.crowdbench.results.store;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// A run's own tables, which hold its volume: so that deleting a run is a drop, and nothing has to
/// be cleaned up behind it.
///
/// Rows stay below the size at which PostgreSQL would move them elsewhere and press them again.
/// Seconds are only ever added, in the order of time: there is nothing for a vacuum to do.
@Component
public class RunTables {

  private final JdbcTemplate database;

  RunTables(JdbcTemplate database) {
    this.database = database;
  }

  /// A row per record of a slave.
  public static String seconds(int run) {
    return "second_" + run;
  }

  /// Merged seconds of all slaves together (as slave 0), and blocks of several seconds, of all and
  /// of each.
  public static String blocks(int run) {
    return "block_" + run;
  }

  void create(int run) {
    database.execute(
        """
        create table if not exists %1$s (
          second integer not null,
          slave integer not null,
          epoch bigint not null,
          sequence bigint not null,
          body bytea storage external not null
        ) with (toast_tuple_target = 8160, autovacuum_enabled = false);
        create index if not exists %1$s_second on %1$s (second, slave);
        create table if not exists %2$s (
          level integer not null,
          slave integer not null,
          start integer not null,
          body bytea storage external not null,
          primary key (level, slave, start)
        ) with (toast_tuple_target = 8160);
        """
            .formatted(seconds(run), blocks(run)));
  }

  void drop(int run) {
    database.execute("drop table if exists %s, %s".formatted(seconds(run), blocks(run)));
  }
}
