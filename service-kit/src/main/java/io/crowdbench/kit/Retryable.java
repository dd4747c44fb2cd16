package io.crowdbench.kit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Tells failures that pass by themselves (a database or a broker that is away, a change that came
/// between) from those that the same message brings about each time.
final class Retryable {

  /// Classes of SQL states (PostgreSQL, appendix A): connection, rolled back, resources, object in
  /// use, operator intervention, system error.
  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  private Retryable() {}

  static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return PASSING.contains(sql.getSQLState().substring(0, 2));
      }
      if (cause instanceof TransientDataAccessException
          || cause instanceof RecoverableDataAccessException
          || cause instanceof CannotCreateTransactionException
          || cause instanceof org.apache.kafka.common.errors.RetriableException
          || cause instanceof InterruptedException
          || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }
}
