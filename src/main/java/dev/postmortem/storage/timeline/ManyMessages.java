package dev.postmortem.storage.timeline;

import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.MessageKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.UnableToProduceResultException;

/**
 * Messages that are kept together: statements of many rows, as one row at a time costs several
 * times as much. Plain JDBC, as the binding by name would cost more than the database does.
 */
final class ManyMessages {
  /** Of so many rows a statement may be: few different ones, and both databases keep them all. */
  private static final NavigableSet<Integer> SIZES =
      new TreeSet<>(List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64));

  private static final String INSERT =
      "insert into entry (incident, " + MessageRow.COLUMNS + ") values ";
  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final int WIDTH = 1 + MessageRow.WIDTH;

  private final Handle handle;
  private final SqlMessages messages;

  ManyMessages(Handle handle, SqlMessages messages) {
    this.handle = handle;
    this.messages = messages;
  }

  /**
   * Inserts first: almost every message is new. What is known already is joined with it. Always in
   * the same order, so that two who keep the same messages at once do not wait for each other.
   */
  Set<MessageKey> keep(List<Belonging> all) {
    List<Belonging> inOrder =
        all.stream().sorted(Comparator.comparing(one -> one.message().key().ts())).toList();
    Set<MessageKey> changed = new HashSet<>();
    for (int from = 0; from < inOrder.size(); ) {
      int size = SIZES.floor(inOrder.size() - from);
      keepSome(inOrder.subList(from, from + size), changed);
      from += size;
    }
    return changed;
  }

  private void keepSome(List<Belonging> some, Set<MessageKey> changed) {
    Set<MessageKey> inserted = insert(some);
    if (inserted.size() < some.size()) {
      Set<MessageKey> seen = new HashSet<>();
      for (Belonging one : some) {
        MessageKey key = one.message().key();
        boolean fresh = inserted.contains(key) && seen.add(key);
        if (!fresh && this.messages.join(one.incident(), one.message())) {
          changed.add(key);
        }
      }
    }
    changed.addAll(inserted);
  }

  /** Answers the keys that were not there before. */
  private Set<MessageKey> insert(List<Belonging> some) {
    String sql = INSERT + (ROW + ", ").repeat(some.size() - 1) + ROW + " on conflict do nothing";
    try (PreparedStatement statement =
        handle.getConnection().prepareStatement(sql, new String[] {"team", "channel", "ts"})) {
      for (int i = 0; i < some.size(); i++) {
        statement.setLong(i * WIDTH + 1, some.get(i).incident());
        MessageRow.bind(statement, i * WIDTH + 1, some.get(i).message());
      }
      statement.executeUpdate();
      return keys(statement);
    } catch (SQLException failed) {
      throw new UnableToProduceResultException(failed);
    }
  }

  private static Set<MessageKey> keys(PreparedStatement statement) throws SQLException {
    Set<MessageKey> keys = new HashSet<>();
    try (ResultSet rows = statement.getGeneratedKeys()) {
      while (rows.next()) {
        keys.add(new MessageKey(rows.getString(1), rows.getString(2), rows.getString(3)));
      }
    }
    return keys;
  }
}
