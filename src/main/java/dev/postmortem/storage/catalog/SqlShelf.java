package dev.postmortem.storage.catalog;

import dev.postmortem.draft.catalog.Milestones;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.catalog.Terms;
import dev.postmortem.storage.column.Times;
import dev.postmortem.storage.timeline.SqlTimelines;
import dev.postmortem.timeline.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Takes in what is new, one block of incidents at a time, which nobody else works on meanwhile. */
public final class SqlShelf implements Shelf {
  /** The words of so many incidents are held in memory at once. */
  private static final int AT_ONCE = Posted.WIDTH;

  /** No longer than so many messages. */
  private static final int MESSAGES = 20_000;

  private static final int LOOKED_AT = 256;

  private static final String FORGET = "delete from shelf where incident = ?";
  private static final String REMEMBER =
      """
      insert into shelf (incident, version, entries, revisions, said, detected, mitigated)
      values (:incident, :version, :entries, :revisions, :said, :detected, :mitigated)
      """;
  private static final String COUNT =
      """
      select (select count(*) from entry where incident = :incident) as entries,
        (select count(*) from entry_revision where incident = :incident) as revisions,
        (select max(said) from entry where incident = :incident) as said
      """;

  private final Handle handle;

  public SqlShelf(Handle handle) {
    this.handle = handle;
  }

  @Override
  public boolean keepUp() {
    List<Touch> touched = touched();
    List<Stale.Part> stale = new Stale(handle).thoroughly(LOOKED_AT);
    if (stale.isEmpty()) {
      return false;
    }
    long block = Posted.block(stale.get(0).incident());
    lock(block);
    Block words = new Block(handle, block);
    long messages = 0;
    int done = 0;
    for (Stale.Part part : stale) {
      boolean fits = done < AT_ONCE && (done == 0 || messages < MESSAGES);
      if (fits && Posted.block(part.incident()) == block) {
        messages += takeIn(part, words);
        done++;
        settle(touched, part);
      }
    }
    words.write();
    return done < stale.size();
  }

  /** Before anything is read: what is touched later is still there the next time. */
  private List<Touch> touched() {
    return handle
        .createQuery("select seq, incident from touched order by seq fetch first 10000 rows only")
        .map((row, context) -> new Touch(row.getLong("seq"), row.getLong("incident")))
        .list();
  }

  private void settle(List<Touch> touched, Stale.Part part) {
    PreparedBatch batch = handle.prepareBatch("delete from touched where seq = ?");
    touched.stream()
        .filter(one -> one.incident() == part.incident())
        .forEach(one -> batch.add(one.seq()));
    if (batch.size() > 0) {
      batch.execute();
    }
  }

  private void lock(long block) {
    handle.execute("insert into shelf_block (block) values (?) on conflict do nothing", block);
    handle.execute("select block from shelf_block where block = ? for update", block);
  }

  /** Counted first: what is said in between is then taken for new once more. */
  private long takeIn(Stale.Part part, Block words) {
    Count count =
        handle
            .createQuery(COUNT)
            .bind("incident", part.incident())
            .map(
                (row, context) ->
                    new Count(
                        row.getLong("entries"),
                        row.getLong("revisions"),
                        Objects.requireNonNullElse(
                            Times.instantOrNull(row, "said"), Instant.EPOCH)))
            .one();
    Present present = Present.of(handle, part);
    words.put(part, present.words());
    names("shelf_voice", "person", part, present.voices());
    List<Entry> filed = new SqlTimelines(handle).filed(part.incident());
    Set<String> tags = new TreeSet<>();
    filed.forEach(entry -> tags.addAll(entry.tags()));
    names("shelf_tag", "tag", new Stale.Part(part.incident(), null), tags);
    remember(part, count, Milestones.of(filed));
    return count.entries();
  }

  private void names(String table, String column, Stale.Part part, Set<String> names) {
    if (part.isWhole()) {
      handle.execute("delete from " + table + " where incident = ?", part.incident());
    }
    if (names.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into "
                + table
                + " (incident, "
                + column
                + ") values (?, ?) on conflict do nothing");
    names.forEach(name -> batch.add(part.incident(), name));
    batch.execute();
  }

  private void remember(Stale.Part part, Count count, Milestones milestones) {
    handle.execute(FORGET, part.incident());
    handle
        .createUpdate(REMEMBER)
        .bind("incident", part.incident())
        .bind("version", Terms.VERSION)
        .bind("entries", count.entries())
        .bind("revisions", count.revisions())
        .bind("said", count.said())
        .bindByType("detected", milestones.detected(), Instant.class)
        .bindByType("mitigated", milestones.mitigated(), Instant.class)
        .execute();
  }

  private record Touch(long seq, long incident) {}

  private record Count(long entries, long revisions, Instant said) {}
}
