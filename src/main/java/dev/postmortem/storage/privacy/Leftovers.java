package dev.postmortem.storage.privacy;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What nobody needs when the last of the messages is removed. */
final class Leftovers {
  private static final String NO_ENTRY =
      " where incident = :incident and not exists (select 1 from entry e"
          + " where e.incident = %1$s.incident and e.team = %1$s.team"
          + " and e.channel = %1$s.channel and e.ts = %1$s.ts)";

  private static final String REWRITTEN =
      " and exists (select 1 from amendment a where a.incident = %1$s.incident"
          + " and a.team = %1$s.team and a.channel = %1$s.channel and a.ts = %1$s.ts"
          + " and a.raw is not null)";

  private static final String ITS_AMENDMENT =
      " from amendment a where a.incident = entry.incident and a.team = entry.team"
          + " and a.channel = entry.channel and a.ts = entry.ts)";

  private final Handle handle;
  private final long incident;

  Leftovers(Handle handle, long incident) {
    this.handle = handle;
    this.incident = incident;
  }

  void clear() {
    change("delete from mark where incident = :incident and not is_on");
    for (String table : List.of("mark", "amendment", "entry_revision")) {
      change("delete from " + table + NO_ENTRY.formatted(table));
    }
    keepOnlyTheNewWords();
    for (String table : List.of("reading_step", "reading", "unsaved")) {
      change("delete from " + table + " where incident = :incident");
    }
    change("update removal set done = true where incident = :incident");
  }

  /** Where a writer chose other words, those that were said are not shown. */
  private void keepOnlyTheNewWords() {
    change(
        "delete from entry_revision where incident = :incident"
            + REWRITTEN.formatted("entry_revision"));
    change(
        "update entry set raw = (select a.raw"
            + ITS_AMENDMENT
            + ", plain = (select coalesce(a.plain, '')"
            + ITS_AMENDMENT
            + " where incident = :incident"
            + REWRITTEN.formatted("entry"));
  }

  private void change(String sql) {
    handle.createUpdate(sql).bind("incident", incident).execute();
  }
}
