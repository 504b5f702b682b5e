package dev.postmortem.storage.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Looks for words in what people read of post-mortems; only a person can say whom they mean. */
final class LikeWords {
  /** The incident's title stands in its own table, without a column of that name. */
  private static final Map<String, String> READ =
      Map.of(
          "entry", "plain",
          "remark", "plain",
          "task", "plain",
          "question", "plain",
          "answer", "plain",
          "amendment", "plain",
          "chronicle", "what",
          "waiver", "reason");

  private final Handle handle;
  private final List<String> words;

  LikeWords(Handle handle, Set<String> words) {
    this.handle = handle;
    this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).sorted().toList();
  }

  void each(BiConsumer<Long, Integer> found) {
    if (!words.isEmpty()) {
      READ.forEach((table, column) -> look(table, "incident", column, found));
      look("incident", "id", "title", found);
    }
  }

  private void look(String table, String incident, String column, BiConsumer<Long, Integer> found) {
    String like =
        words.stream()
            .map(word -> "position(? in lower(" + column + ")) > 0")
            .collect(Collectors.joining(" or "));
    Pattern whole =
        Pattern.compile(
            words.stream()
                .map(Pattern::quote)
                .collect(
                    Collectors.joining("|", "(?<![\\p{L}\\p{N}_])(?:", ")(?![\\p{L}\\p{N}_])")),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    var query =
        handle.createQuery(
            "select "
                + incident
                + " as pm, "
                + column
                + " as words from "
                + table
                + " where "
                + like);
    for (int i = 0; i < words.size(); i++) {
      query.bind(i, words.get(i));
    }
    query
        .map((row, context) -> Map.entry(row.getLong("pm"), row.getString("words")))
        .forEach(
            row -> {
              long number = whole.matcher(row.getValue()).results().count();
              if (number > 0) {
                found.accept(row.getKey(), (int) number);
              }
            });
  }
}
