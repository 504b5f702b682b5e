package dev.postmortem.storage.catalog;

import dev.postmortem.draft.catalog.Milestones;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.catalog.Terms;
import dev.postmortem.storage.column.Times;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Takes in what is new, one block of incidents at a time, which nobody else works on meanwhile. */
public final class SqlShelf implements Shelf {
  /** The words of so many incidents are held in memory at once. */
  private static final int AT_ONCE = Posted.WIDTH;

  /** No longer than so many messages. */
  private static final int MESSAGES = 20_000;

  private static final int LOOKED_AT = 256;

  /** Of what is new: less at a time would look up the same words again and again. */
  private static final int FEW = 1_000;

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

  private static final String TAGS =
      """
      select m.tag, min(coalesce(a.happened_at, e.said)) as earliest
      from mark m
      join entry e on e.incident = m.incident and e.team = m.team
        and e.channel = m.channel and e.ts = m.ts
      left join amendment a on a.incident = m.incident and a.team = m.team
        and a.channel = m.channel and a.ts = m.ts
      where m.incident = :incident and m.is_on and e.deleted_at is null
        and not coalesce(a.hidden, false)
      group by m.tag
      """;

  private final Handle handle;

  public SqlShelf(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Step keepUp(Care care, long below) {
    Stale stale = new Stale(handle);
    return switch (care) {
      case UNREAD -> many(stale.unread(LOOKED_AT), below);
      case NEW -> stale.fresh(below, FEW).map(this::few).orElse(Step.END);
      case ALL -> many(stale.thoroughly(LOOKED_AT), below);
    };
  }

  private Step few(Stale.Part part) {
    long block = Posted.block(part.incident());
    lock(block);
    Block words = new Block(handle, block);
    long messages = takeIn(part, words);
    words.write();
    return new Step(OptionalLong.of(part.incident()), messages >= FEW);
  }

  private Step many(List<Stale.Part> all, long below) {
    List<Stale.Part> stale = all.stream().filter(part -> part.incident() < below).toList();
    if (stale.isEmpty()) {
      return Step.END;
    }
    List<Touch> touched = touched();
    long block = Posted.block(stale.get(0).incident());
    lock(block);
    Block words = new Block(handle, block);
    long messages = 0;
    int done = 0;
    while (done < Math.min(AT_ONCE, stale.size())
        && Posted.block(stale.get(done).incident()) == block
        && messages < MESSAGES) {
      Stale.Part part = stale.get(done);
      messages += takeIn(part, words);
      done++;
      settle(touched, part);
    }
    words.write();
    return done < stale.size() ? Step.to(stale.get(done - 1).incident()) : Step.END;
  }

  /** Before anything is read: what is touched later is still there the next time. */
  private List<Touch> touched() {
    return handle
        .createQuery("select seq, incident from touched order by seq fetch first 10000 rows only")
        .map((row, context) -> new Touch(row.getLong("seq"), row.getLong("incident")))
        .list();
  }

  /** Of what was changed nothing is known until the whole is read. */
  private void settle(List<Touch> touched, Stale.Part part) {
    if (!part.isWhole()) {
      return;
    }
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

  /** Answers how many entries that took. */
  private long takeIn(Stale.Part part, Block words) {
    Stale.Count known = part.count();
    Stale.Count count = known == null ? count(part.incident()) : known;
    Present present = Present.of(handle, part);
    words.put(part, present.words());
    names("shelf_voice", "person", part, present.voices());
    Map<String, Instant> tags = tags(part.incident());
    names("shelf_tag", "tag", Stale.Part.whole(part.incident()), tags.keySet());
    remember(part, count, Milestones.of(tags));
    return count.fresh();
  }

  /** Counted first: what is said in between is then taken for new once more. */
  private Stale.Count count(long incident) {
    return handle
        .createQuery(COUNT)
        .bind("incident", incident)
        .map(
            (row, context) ->
                new Stale.Count(
                    row.getLong("entries"),
                    row.getLong("entries"),
                    row.getLong("revisions"),
                    Objects.requireNonNullElse(Times.instantOrNull(row, "said"), Instant.EPOCH)))
        .one();
  }

  /** What is filed under which tag first. */
  private Map<String, Instant> tags(long incident) {
    Map<String, Instant> firsts = new HashMap<>();
    handle
        .createQuery(TAGS)
        .bind("incident", incident)
        .map((row, context) -> Map.entry(row.getString("tag"), Times.instant(row, "earliest")))
        .forEach(one -> firsts.put(one.getKey(), one.getValue()));
    return firsts;
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

  private void remember(Stale.Part part, Stale.Count count, Milestones milestones) {
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
}
