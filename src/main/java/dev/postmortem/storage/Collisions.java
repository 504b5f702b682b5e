package dev.postmortem.storage;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a transaction that met another one, and may pass when run again, from one that failed. */
final class Collisions {
  private static final Set<String> STATES =
      Set.of(
          "40001", // both: serialization failure; H2: deadlock
          "40P01", // PostgreSQL: deadlock
          "0A000", // PostgreSQL: a newer bot changed a table, so a prepared statement is of no use
          "55P03", // PostgreSQL: lock not available
          "HYT00", // H2: lock time-out
          "90131", // H2: the row was changed by another transaction in the meantime
          "23505"); // both: somebody else wrote the same key first

  private Collisions() {}

  static boolean isOne(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }
}
