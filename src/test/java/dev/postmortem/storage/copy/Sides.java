package dev.postmortem.storage.copy;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.Postgres;
import dev.postmortem.storage.Site;
import java.nio.file.Path;
import java.sql.Connection;
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
}
