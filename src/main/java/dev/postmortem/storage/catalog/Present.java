package dev.postmortem.storage.catalog;

import dev.postmortem.draft.catalog.Terms;
import java.time.Instant;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words of a post-mortem as they stand now: not those that were deleted, hidden or put
 * into others.
 *
 * @param words that occur
 * @param voices the ids of those who were heard
 */
record Present(NavigableSet<String> words, Set<String> voices) {
  private static final int ROWS = 1_000;

  private static final String WRITTEN =
      """
      select i.title as plain from incident i where i.id = :incident
      union all select i.channel_name from incident i where i.id = :incident
      union all select r.plain from remark r where r.incident = :incident
        and r.revision = (select max(b.revision) from section_body b
          where b.incident = r.incident and b.section = r.section)
      union all select t.plain from task t where t.incident = :incident
      union all select q.plain from question q where q.incident = :incident
      union all select a.plain from answer a where a.incident = :incident
      """;

  private static final String SAID =
      """
      select e.author, a.hidden, a.plain as shown, a.raw as changed, e.plain from entry e
      left join amendment a on a.incident = e.incident and a.team = e.team
        and a.channel = e.channel and a.ts = e.ts
      where e.incident = :incident and e.deleted_at is null
      """;

  private static final String BETWEEN = " and e.said > :since and e.said <= :until";

  private Present() {
    this(new TreeSet<>(), new HashSet<>());
  }

  /** Reads what is to be read. */
  static Present of(Handle handle, Stale.Part part) {
    Present present = new Present();
    if (part.isWhole()) {
      present.take("PM-" + part.incident());
      handle
          .createQuery(WRITTEN)
          .bind("incident", part.incident())
          .mapTo(String.class)
          .forEach(present::take);
    }
    present.said(handle, part);
    return present;
  }

  private void said(Handle handle, Stale.Part part) {
    Instant since = part.since();
    Stale.Count count = part.count();
    var query =
        since == null || count == null
            ? handle.createQuery(SAID)
            : handle.createQuery(SAID + BETWEEN).bind("since", since).bind("until", count.said());
    query
        .bind("incident", part.incident())
        .setFetchSize(ROWS)
        .map(
            (row, context) ->
                new Line(
                    row.getString("author"),
                    row.getBoolean("hidden"),
                    row.getString("changed") == null
                        ? row.getString("plain")
                        : row.getString("shown")))
        .forEach(this::hear);
  }

  private void hear(Line line) {
    if (line.author() != null) {
      voices.add(line.author());
    }
    if (!line.hidden() && line.plain() != null) {
      take(line.plain());
    }
  }

  private void take(String text) {
    Terms.each(text, words::add);
  }

  /** Whether a word occurs that begins so. */
  boolean hasBeginning(String beginning) {
    String next = words.ceiling(beginning);
    return next != null && next.startsWith(beginning);
  }

  private record Line(@Nullable String author, boolean hidden, @Nullable String plain) {}
}
