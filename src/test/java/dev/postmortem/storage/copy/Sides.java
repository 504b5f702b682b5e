package dev.postmortem.storage.copy;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.Postgres;
import dev.postmortem.storage.Site;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases of both kinds for a test. */
enum Sides {
  H2 {
    @Override
    Site empty(Path directory) {
      return new Site("jdbc:h2:file:" + directory.resolve("db" + COUNT.incrementAndGet()), "", "");
    }
  },
  POSTGRES {
    @Override
    Site empty(Path directory) throws Exception {
      return new Site(Postgres.database(), "", "");
    }
  };

  private static final AtomicInteger COUNT = new AtomicInteger();

  /** A database in which nobody has kept anything. */
  abstract Site empty(Path directory) throws Exception;

  /** As a bot opens it. */
  static Database open(Site site) throws Exception {
    return Database.open(site.url(), site.user(), site.password());
  }

  /** Fills every table, and gives what is in them. */
  static Map<String, List<List<Object>>> fill(Site site) throws Exception {
    try (Database database = open(site);
        Connection connection = database.session()) {
      return Hostile.fill(connection);
    }
  }

  static Map<String, List<List<Object>>> all(Site site) throws Exception {
    try (Database database = Database.asItIs(site);
        Connection connection = database.snapshot()) {
      return Hostile.all(connection);
    }
  }

  static void order(Site site, String... orders) throws Exception {
    try (Database database = Database.asItIs(site);
        Connection connection = database.session();
        Statement statement = connection.createStatement()) {
      for (String order : orders) {
        statement.execute(order);
      }
    }
  }

  static void letter(Site site, String key, String state) throws Exception {
    order(
        site,
        "insert into letter (letter_key, incident, kind, recipient, note, state, due, in_doubt,"
            + " attempts, reason, taken_until) values ('"
            + key
            + "', 1, 'NOTICE', 'C1', '', '"
            + state
            + "', current_timestamp, false, 1, '', timestamp with time zone '2099-01-01 00:00:00+00')");
  }

  static String letters(Site site) throws Exception {
    try (Database database = Database.asItIs(site);
        Connection connection = database.session();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select letter_key, state, in_doubt, taken_until is null from letter order by 1")) {
      StringBuilder all = new StringBuilder();
      while (row.next()) {
        all.append(row.getString(1)).append(' ').append(row.getString(2)).append(' ');
        all.append(row.getBoolean(3) ? "in doubt" : "as it was");
        all.append(row.getBoolean(4) ? "; " : ", taken; ");
      }
      return all.toString();
    }
  }
}
