package dev.postmortem.storage;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/** Says in a sentence why a database cannot be opened. */
final class Refusals {
  private Refusals() {}

  static DatabaseRefused of(SQLException e, H2Url url) {
    return new DatabaseRefused(sentence(e, url.file()), e);
  }

  static DatabaseRefused of(FlywayException e) {
    return new DatabaseRefused(
        "The tables of the database could not be brought up to date: " + firstLine(e), e);
  }

  /** The numbers are those of org.h2.api.ErrorCode. */
  private static String sentence(SQLException e, String file) {
    return switch (e.getErrorCode()) {
      case 90020 ->
          "The database " + file + " is in use by another process; only one can have it open.";
      case 28000 -> "The database " + file + " does not accept this user name and password.";
      case 90028, 90031, 90034, 90062, 90079 ->
          "The database " + file + " cannot be written: is its directory there and writable?";
      case 90030 -> "The database file " + file + " is damaged: " + firstLine(e);
      default -> "The database " + file + " cannot be opened: " + firstLine(e);
    };
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message.lines().findFirst().orElse("");
  }
}
