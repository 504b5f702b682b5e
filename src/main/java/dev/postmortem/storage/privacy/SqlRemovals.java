package dev.postmortem.storage.privacy;

import dev.postmortem.draft.privacy.Removal;
import dev.postmortem.draft.privacy.Removals;
import dev.postmortem.storage.column.Keys;
import dev.postmortem.storage.column.Times;
import dev.postmortem.storage.column.Touched;
import dev.postmortem.storage.timeline.SqlPictures;
import dev.postmortem.timeline.MessageKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/**
 * Removes messages a piece at a time, each in a transaction of its own. The incident's row is held
 * meanwhile, so nobody publishes, corrects or reopens it, and no other bot removes beside this one.
 */
public final class SqlRemovals implements Removals {
  /** An entry of {@code e} that stays; nobody chose the others for the document. */
  private static final String CHOSEN =
      """
      (e.deleted_at is null and not coalesce(a.hidden, false) and (e.kind = 'note'
        or (i.published is not null and (a.ts is not null or exists (select 1 from mark m
          where m.incident = e.incident and m.team = e.team and m.channel = e.channel
          and m.ts = e.ts and m.is_on)))))
      """;

  private static final String ENTRIES =
      """
       from entry e
      join incident i on i.id = e.incident
      left join amendment a on a.incident = e.incident and a.team = e.team
        and a.channel = e.channel and a.ts = e.ts
      where e.incident = :incident and not\s"""
          + CHOSEN;

  private static final String FINISHED =
      """
      (i.state = 'PUBLISHED' or i.state = 'CANCELLED') and case when i.published is not null
        then i.published
        else coalesce((select max(c.happened_at) from chronicle c where c.incident = i.id),
          i.resolved, i.opened) end <= :finished
      """;

  /** A document is sent whole before anything of it goes. */
  private static final String SENT =
      """
       and not exists (select 1 from letter l where l.incident = i.id
        and l.state in ('WAITING', 'TAKEN')
        and l.kind in ('BROADCAST', 'BROADCAST_UPDATE', 'FILES', 'CANVAS', 'MAIL'))
      """;

  private static final String DUE =
      "select i.id from incident i left join removal r on r.incident = i.id where "
          + FINISHED
          + SENT
          + " and (r.incident is null or not r.done or exists (select 1"
          + ENTRIES
              .replace("join incident i on i.id = e.incident\n", "")
              .replace(":incident", "i.id")
          + ")) order by i.id fetch first :most rows only";

  /** Who is in the document because of what they said. */
  private static final String VOICES =
      """
      select e.author from entry e
      left join amendment a on a.incident = e.incident and a.team = e.team
        and a.channel = e.channel and a.ts = e.ts
      left join person p on p.id = e.author
      where e.incident = :incident and e.deleted_at is null and e.author is not null
        and e.kind <> 'alert' and not coalesce(a.hidden, false) and not coalesce(p.bot, false)
      group by e.author
      order by min(coalesce(a.happened_at, e.said)), e.author
      """;

  private static final List<String> OF_A_MESSAGE =
      List.of("entry_revision", "amendment", "mark", "entry");

  private final Handle handle;

  public SqlRemovals(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<Long> due(Instant finished, int most) {
    return handle
        .createQuery(DUE)
        .bind("finished", finished)
        .bind("most", most)
        .mapTo(Long.class)
        .list();
  }

  @Override
  public Piece removeSome(long incident, int most, Instant now) {
    if (!holdsFinished(incident)) {
      return new Piece(0, false);
    }
    begin(incident, now);
    List<MessageKey> keys =
        asked("select e.team, e.channel, e.ts", " fetch first " + most + " rows only", incident)
            .map((row, context) -> Keys.key(row))
            .list();
    keys.forEach(key -> new SqlPictures(handle).forget(incident, key));
    OF_A_MESSAGE.forEach(table -> delete(table, incident, keys));
    boolean more = keys.size() == most;
    if (!more) {
      new Leftovers(handle, incident).clear();
    }
    Touched.add(handle, incident);
    return new Piece(keys.size(), more);
  }

  private boolean holdsFinished(long incident) {
    return handle
        .createQuery("select state from incident where id = :incident for update")
        .bind("incident", incident)
        .mapTo(String.class)
        .findOne()
        .filter(state -> state.equals("PUBLISHED") || state.equals("CANCELLED"))
        .isPresent();
  }

  private Query asked(String what, String tail, long incident) {
    return handle.createQuery(what + ENTRIES + tail).bind("incident", incident);
  }

  /** Written down before anything goes, so that the document says so from then on. */
  private void begin(long incident, Instant now) {
    Optional<Boolean> done =
        handle
            .createQuery("select done from removal where incident = :incident")
            .bind("incident", incident)
            .mapTo(Boolean.class)
            .findOne();
    if (done.isPresent() && !done.get()) {
      return;
    }
    int buried =
        handle.execute("delete from entry where incident = ? and deleted_at is not null", incident);
    handle.execute("delete from buried where incident = ?", incident);
    List<String> voices = voices(incident);
    List<Said> said = said(incident);
    if (done.isPresent()) {
      handle.execute(
          "update removal set messages = messages + ?, deleted = deleted + ?, done = false"
              + " where incident = ?",
          said.size(),
          buried,
          incident);
    } else {
      insert(incident, buried, now);
      describe(incident, said, voices);
    }
  }

  /** They stay in the document, and may go on reading what they took part in. */
  private List<String> voices(long incident) {
    List<String> voices =
        handle.createQuery(VOICES).bind("incident", incident).mapTo(String.class).list();
    for (String person : voices) {
      handle.execute(
          "insert into participant (incident, person, removed) values (?, ?, false)"
              + " on conflict do nothing",
          incident,
          person);
    }
    return voices;
  }

  private void insert(long incident, int buried, Instant now) {
    handle.execute(
        "insert into removal (incident, removed, messages, deleted, said, voices, done)"
            + " values (?, ?, 0, ?, '', '', false)",
        incident,
        now,
        buried);
  }

  private void describe(long incident, List<Said> said, List<String> voices) {
    List<Instant> drawn = said.stream().filter(Said::drawn).map(Said::at).toList();
    handle.execute(
        "update removal set messages = ?, said = ?, voices = ? where incident = ?",
        said.size(),
        SaidTimes.written(drawn),
        String.join(" ", voices),
        incident);
  }

  /** The drawing shows what people and bots said in Slack, and nothing that was left out. */
  private List<Said> said(long incident) {
    return asked(
            "select coalesce(a.happened_at, e.said) as at, e.kind <> 'event' and e.kind <> 'note'"
                + " and not coalesce(a.hidden, false) as drawn",
            "",
            incident)
        .map((row, context) -> new Said(Times.instant(row, "at"), row.getBoolean("drawn")))
        .list();
  }

  private void delete(String table, long incident, List<MessageKey> keys) {
    if (keys.isEmpty()) {
      return;
    }
    PreparedBatch batch = handle.prepareBatch("delete from " + table + Keys.WHERE);
    keys.forEach(key -> Keys.bind(batch, incident, key).add());
    batch.execute();
  }

  @Override
  public Optional<Removal> of(long incident) {
    return handle
        .createQuery(
            "select removed, messages, said, voices from removal where incident = :incident")
        .bind("incident", incident)
        .map(
            (row, context) ->
                new Removal(
                    Times.instant(row, "removed"),
                    row.getInt("messages"),
                    SaidTimes.read(row.getString("said")),
                    ids(row.getString("voices"))))
        .findOne();
  }

  private static List<String> ids(String voices) {
    return voices.isEmpty() ? List.of() : List.of(voices.split(" ", -1));
  }

  private record Said(Instant at, boolean drawn) {}
}
