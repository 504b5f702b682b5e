package dev.postmortem.storage.catalog;

import dev.postmortem.storage.column.AnyOf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** The words of 32 incidents with neighbouring ids, while some of them are read anew. */
final class Block {
  private static final int ROWS = 4_096;
  private static final int ASKED = 256;

  private static final String PAGE =
      """
      select word, incidents from shelf_word where block = ? and word > ?
      order by word fetch first ? rows only
      """;

  private final Handle handle;
  private final long block;
  private final Map<String, Long> now = new TreeMap<>();
  private long whole;

  Block(Handle handle, long block) {
    this.handle = handle;
    this.block = block;
  }

  /** Takes in the words of one of the incidents. */
  void put(Stale.Part part, Collection<String> words) {
    long bit = Posted.bit(part.incident());
    if (part.isWhole()) {
      whole |= bit;
    }
    words.forEach(word -> now.merge(word, bit, (a, b) -> a | b));
  }

  /** Keeps the words, and forgets those that no longer occur. */
  void write() {
    List<Row> changed = new ArrayList<>();
    if (whole == 0) {
      known(changed);
    } else {
      all(changed);
    }
    now.forEach((word, bits) -> changed.add(new Row(word, bits, true)));
    change("delete from shelf_word where block = ? and word = ?", gone(changed), false);
    change("update shelf_word set incidents = ? where block = ? and word = ?", kept(changed), true);
    change(
        "insert into shelf_word (incidents, block, word) values (?, ?, ?)", fresh(changed), true);
  }

  /** A page at a time, as a block may hold very many words. */
  private void all(List<Row> changed) {
    byte[] last = new byte[0];
    List<Row> rows;
    do {
      rows = rows(handle.createQuery(PAGE).bind(0, block).bind(1, last).bind(2, ROWS));
      rows.forEach(row -> compare(row, changed));
      last = rows.isEmpty() ? last : Posted.bytes(rows.get(rows.size() - 1).word());
    } while (rows.size() == ROWS);
  }

  /** Where nothing can have gone, only the words that were said are looked up. */
  private void known(List<Row> changed) {
    List<String> words = List.copyOf(now.keySet());
    for (int from = 0; from < words.size(); from += ASKED) {
      List<String> some = AnyOf.values(words.subList(from, Math.min(words.size(), from + ASKED)));
      Query query =
          handle
              .createQuery(
                  "select word, incidents from shelf_word where block = ? and word in "
                      + AnyOf.places(some.size()))
              .bind(0, block);
      for (int i = 0; i < some.size(); i++) {
        query.bind(i + 1, Posted.bytes(some.get(i)));
      }
      rows(query).forEach(row -> compare(row, changed));
    }
  }

  private static List<Row> rows(Query query) {
    return query
        .map(
            (row, context) ->
                new Row(
                    new String(row.getBytes("word"), StandardCharsets.UTF_8),
                    row.getLong("incidents"),
                    false))
        .list();
  }

  private void compare(Row was, List<Row> changed) {
    Long added = now.remove(was.word());
    long bits = (was.bits() & ~whole) | (added == null ? 0 : added);
    if (bits != was.bits()) {
      changed.add(new Row(was.word(), bits, false));
    }
  }

  private static List<Row> gone(List<Row> changed) {
    return changed.stream().filter(row -> row.bits() == 0).toList();
  }

  private static List<Row> kept(List<Row> changed) {
    return changed.stream().filter(row -> row.bits() != 0 && !row.isNew()).toList();
  }

  private static List<Row> fresh(List<Row> changed) {
    return changed.stream().filter(Row::isNew).toList();
  }

  private void change(String sql, List<Row> rows, boolean bits) {
    if (rows.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch(sql);
    for (Row row : rows) {
      byte[] word = Posted.bytes(row.word());
      if (bits) {
        batch.add(row.bits(), block, word);
      } else {
        batch.add(block, word);
      }
    }
    batch.execute();
  }

  /**
   * A word, and in which incidents it occurs.
   *
   * @param isNew whether there is no row of it yet
   */
  private record Row(String word, long bits, boolean isNew) {}
}
