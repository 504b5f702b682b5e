package dev.postmortem.bench;

import dev.postmortem.storage.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.BitSet;

/**
 * Whether what was acknowledged was kept; to be asked when the server is stopped.
 *
 * @param acknowledged messages that were answered with 200
 * @param stored of these, those that are in the database
 * @param twice how many rows there are too many
 */
record Audit(int acknowledged, int stored, int twice) {

  static Audit of(Subject subject) throws Exception {
    Contender.Kept kept = subject.contender().database().orElseThrow();
    BitSet found = new BitSet();
    int rows = 0;
    try (Database database = Database.open(kept.url(), kept.user(), kept.password());
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.setFetchSize(1_000);
      try (ResultSet entries = statement.executeQuery("select channel, ts from entry")) {
        while (entries.next()) {
          long message = subject.message(entries.getString(1), entries.getString(2));
          if (message >= 0) {
            found.set((int) message);
            rows++;
          }
        }
      }
    }
    BitSet acknowledged = subject.acknowledged();
    BitSet both = (BitSet) acknowledged.clone();
    both.and(found);
    return new Audit(acknowledged.cardinality(), both.cardinality(), rows - found.cardinality());
  }

  boolean isClean() {
    return stored == acknowledged && twice == 0;
  }

  /** Prints what was counted; what is lost makes every other number worthless. */
  void print(String name) {
    System.out.printf(
        "  kept by %s: %,d acknowledged, %,d of them in the database, %d twice%n",
        name, acknowledged, stored, twice);
    if (!isClean()) {
      throw new IllegalStateException(name + " did not keep what it acknowledged");
    }
  }
}
