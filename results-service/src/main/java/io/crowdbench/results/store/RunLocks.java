package io.crowdbench.results.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/// Makes one instance at a time do something for a run. The lock is the database connection's: an
/// instance that dies gives it up.
@Component
public class RunLocks {

  private final DataSource database;

  RunLocks(DataSource database) {
    this.database = database;
  }

  /// What is done one at a time.
  public enum Work {
    MERGE(8_703),
    FOLD(8_704);

    private final int key;

    Work(int key) {
      this.key = key;
    }
  }

  /// Does it, or nothing if another instance is just doing it.
  public void tryWith(Work work, int run, Runnable doing) {
    try (var connection = database.getConnection()) {
      if (!ask(connection, "select pg_try_advisory_lock(?, ?)", work, run)) {
        return;
      }
      try {
        doing.run();
      } finally {
        ask(connection, "select pg_advisory_unlock(?, ?)", work, run);
      }
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("could not lock run " + run, e);
    }
  }

  private static boolean ask(Connection connection, String sql, Work work, int run)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, work.key);
      statement.setInt(2, run);
      try (var answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
