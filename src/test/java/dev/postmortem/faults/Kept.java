package dev.postmortem.faults;

import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is in the tables at this moment, read past the bot.
 *
 * @param entries by channel and ts; of several incidents of a channel the one that kept it
 * @param words by channel, of the entries that were not deleted
 * @param marks by channel, ts, person and section: since when they are as they are
 * @param letters the state of each letter, by key
 */
public record Kept(
    Map<String, Entry> entries,
    Map<String, List<String>> words,
    Map<String, Instant> marks,
    Map<String, String> letters) {

  /** A row of the timeline. */
  public record Entry(String plain, Instant version, boolean deleted) {}

  /**
   * What an H2 database holds whose process is gone. A copy is opened, so that the bot itself has
   * to find its way in the files as the dead process left them.
   */
  static Kept inCopyOf(Path file, Path copy) throws IOException, SQLException {
    for (String ending : List.of(".mv.db", ".journal")) {
      Path from = Path.of(file + ending);
      Path to = Path.of(copy + ending);
      Files.deleteIfExists(to);
      if (Files.exists(from)) {
        Files.copy(from, to);
      }
    }
    String url = "jdbc:h2:file:" + copy;
    try {
      Database.open(url, "", "").close();
    } catch (DatabaseRefused refused) {
      throw new IOException(refused);
    }
    return at(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa");
  }

  /** What the database at this address holds. */
  public static Kept at(String url, @Nullable String user) throws SQLException {
    Kept kept = new Kept(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    try (Connection connection =
            user == null
                ? DriverManager.getConnection(url)
                : DriverManager.getConnection(url, user, "");
        Statement statement = connection.createStatement()) {
      kept.read(statement);
    }
    return kept;
  }

  private void read(Statement statement) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(
            "select channel, ts, plain, version, deleted_at from entry order by ts")) {
      while (row.next()) {
        boolean deleted = row.getObject(5) != null;
        Entry entry = new Entry(row.getString(3), instant(row, 4), deleted);
        entries.put(key(row.getString(1), row.getString(2)), entry);
        if (!deleted) {
          words.computeIfAbsent(row.getString(1), k -> new ArrayList<>()).add(entry.plain());
        }
      }
    }
    try (ResultSet row =
        statement.executeQuery("select channel, ts, marked_by, tag, marked_at from mark")) {
      while (row.next()) {
        String of = key(row.getString(1), row.getString(2));
        marks.put(key(of, row.getString(3), row.getString(4)), instant(row, 5));
      }
    }
    try (ResultSet row = statement.executeQuery("select letter_key, state from letter")) {
      while (row.next()) {
        letters.put(row.getString(1), row.getString(2));
      }
    }
  }

  /**
   * Letters that were written and stand nowhere; some change a message, are a mail, or are a
   * canvas, of which an unseen one may be left behind.
   */
  public List<String> neverSent(Outgoing outgoing) {
    return letters.entrySet().stream()
        .filter(letter -> !letter.getKey().matches("(board|mail|canvas|refresh)/.*"))
        .filter(letter -> !outgoing.holds(letter.getKey()))
        .map(Object::toString)
        .toList();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static String key(String... parts) {
    return String.join(" ", parts);
  }
}
