package dev.postmortem.storage;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** Says in a sentence why a database cannot be opened. */
final class Refusals {
  private static final String FORBIDDEN = "42501";

  private Refusals() {}

  static DatabaseRefused of(SQLException e, Address address) {
    boolean inUse = !address.isShared() && e.getErrorCode() == H2Url.IN_USE;
    return new DatabaseRefused(address.refusal(e), e, inUse);
  }

  static DatabaseRefused of(FlywayException e, Address address) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && FORBIDDEN.equals(sql.getSQLState())) {
        return of(sql, address);
      }
    }
    if (firstLine(e).startsWith("Found non-empty schema")) {
      return new DatabaseRefused(
          "The database "
              + address.name()
              + " holds tables of something else already: give the bot one of its own.",
          e);
    }
    return new DatabaseRefused(
        "The tables of the database could not be brought up to date: " + firstLine(e), e);
  }

  static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
