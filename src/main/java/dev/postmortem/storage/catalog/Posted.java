package dev.postmortem.storage.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Where a word occurs: the bits of 32 incidents with neighbouring ids, by their block.
 *
 * @param blocks may be changed by whoever asked
 */
record Posted(Map<Long, Long> blocks) {
  static final int WIDTH = 32;

  /** The blocks come first, so that each takes one step into the index of the words. */
  private static final String WORD =
      """
      select w.block, w.incidents from shelf_block b join shelf_word w on w.block = b.block
      where w.word = :from
      """;

  private static final String BEGINNING =
      """
      select w.block, w.incidents from shelf_block b join shelf_word w on w.block = b.block
      where w.word >= :from and w.word < :to
      """;

  static long block(long incident) {
    return incident / WIDTH;
  }

  static long bit(long incident) {
    return 1L << (incident % WIDTH);
  }

  static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  /** The incidents in which the word occurs. */
  static Posted word(Handle handle, String word) {
    return of(handle.createQuery(WORD).bind("from", bytes(word)));
  }

  /** The incidents in which a word occurs that begins so. */
  static Posted beginning(Handle handle, String beginning) {
    byte[] from = bytes(beginning);
    byte[] to = Arrays.copyOf(from, from.length);
    to[to.length - 1]++; // no byte of UTF-8 is the greatest of all
    return of(handle.createQuery(BEGINNING).bind("from", from).bind("to", to));
  }

  private static Posted of(org.jdbi.v3.core.statement.Query query) {
    Map<Long, Long> blocks = new HashMap<>();
    query
        .map((row, context) -> new long[] {row.getLong("block"), row.getLong("incidents")})
        .forEach(one -> blocks.merge(one[0], one[1], (a, b) -> a | b));
    return new Posted(blocks);
  }

  boolean has(long incident) {
    return (blocks.getOrDefault(block(incident), 0L) & bit(incident)) != 0;
  }
}
