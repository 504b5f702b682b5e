package dev.postmortem.storage.copy;

import java.sql.Connection;
import java.sql.SQLException;

/** Whether a database holds nothing yet, so that it can be filled. */
final class Emptiness {
  private Emptiness() {}

  /** Refuses one that holds anything, with what it holds. */
  static void demand(Connection connection, String name) throws SQLException, NotCopied {
    for (Table table : Schema.of(connection).tables()) {
      long rows = Schema.rows(connection, table);
      if (rows > 0) {
        throw new NotCopied(
            "The database "
                + name
                + " is not empty: "
                + table.name()
                + " has "
                + rows
                + (rows == 1 ? " row." : " rows.")
                + " Give an empty one. Nothing was changed.");
      }
    }
  }
}
