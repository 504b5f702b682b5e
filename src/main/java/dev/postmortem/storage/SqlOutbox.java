package dev.postmortem.storage;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Posting;
import dev.postmortem.draft.privacy.Pseudonym;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Letters in a table, which is also the queue they wait in. */
final class SqlOutbox implements Outbox {
  /** A letter waits behind the older ones to its recipient, also while one of them is sent. */
  private static final String DUE_HEADS_OF_QUEUES =
      """
      from letter l where l.state = 'WAITING' and l.due <= :now and not exists (
        select 1 from letter older where older.recipient = l.recipient and older.seq < l.seq
          and older.state in ('WAITING', 'TAKEN'))
      """;

  private static final String HELD_TOO_LONG = "taken_until <= :now";

  /** Not on H2, which holds also the rows behind the one that is fetched. */
  private static final String PASSING_OVER_WHAT_OTHERS_TAKE = " for update skip locked";

  private final Handle handle;
  private final @Nullable Duration lease;
  private final SqlPostings postings;

  /**
   * Letters in the tables of a database.
   *
   * @param lease how long a letter stays with whoever took it and says nothing; null for as long as
   *     this process lives
   */
  SqlOutbox(Handle handle, @Nullable Duration lease) {
    this.handle = handle;
    this.lease = lease;
    this.postings = new SqlPostings(handle);
  }

  @Override
  public boolean put(Letter letter, Instant now) {
    if (Pseudonym.isOne(letter.place())) {
      return false; // nobody knows any longer who that was
    }
    return handle
            .createUpdate(
                """
                insert into letter (letter_key, incident, kind, recipient, note, state, due,
                  in_doubt, attempts, reason, wanted)
                values (:key, :incident, :kind, :to, :note, 'WAITING', :now, false, 0, '', :now)
                on conflict do nothing
                """)
            .bind("key", letter.key())
            .bind("incident", letter.incident())
            .bind("kind", letter.kind().name())
            .bind("to", letter.to())
            .bind("note", letter.note())
            .bind("now", now)
            .execute()
        == 1;
  }

  /** When somebody else was faster it looks again. */
  @Override
  public Optional<Taken> take(Instant now) {
    if (lease != null) {
      takeBack(HELD_TOO_LONG, now);
    }
    Optional<Taken> next = oldestDue(now);
    while (next.isPresent() && !claim(next.get(), now)) {
      next = oldestDue(now);
    }
    return next;
  }

  private Optional<Taken> oldestDue(Instant now) {
    return handle
        .createQuery(
            "select l.* "
                + DUE_HEADS_OF_QUEUES
                + " order by l.seq fetch first 1 rows only"
                + (lease == null ? "" : PASSING_OVER_WHAT_OTHERS_TAKE))
        .bind("now", now)
        .map(
            (row, context) ->
                new Taken(letter(row), row.getBoolean("in_doubt"), row.getInt("attempts")))
        .findOne();
  }

  private boolean claim(Taken taken, Instant now) {
    return handle
            .createUpdate(
                """
                update letter set state = 'TAKEN', attempts = attempts + 1, taken_until = :until
                where letter_key = :key and state = 'WAITING' and attempts = :attempts
                """)
            .bind("key", taken.letter().key())
            .bind("attempts", taken.attempts())
            .bindByType("until", lease == null ? null : now.plus(lease), Instant.class)
            .execute()
        == 1;
  }

  /** Each time that it is taken it counts one more: so the number tells whose it is. */
  @Override
  public boolean hold(Taken taken, Instant now) {
    return handle
            .createUpdate(
                """
                update letter set taken_until = :until
                where letter_key = :key and state = 'TAKEN' and attempts = :attempts
                """)
            .bind("key", taken.letter().key())
            .bind("attempts", taken.attempts() + 1)
            .bindByType("until", lease == null ? null : now.plus(lease), Instant.class)
            .execute()
        == 1;
  }

  @Override
  public void sent(String key, Instant at) {
    settle(key, State.SENT, "", at);
  }

  @Override
  public void giveUp(String key, String reason, Instant at) {
    settle(key, State.GIVEN_UP, reason, at);
  }

  private void settle(String key, State state, String reason, Instant at) {
    handle
        .createUpdate(
            """
            update letter set state = :state, reason = :reason, settled = :at, in_doubt = false
            where letter_key = :key
            """)
        .bind("key", key)
        .bind("state", state.name())
        .bind("reason", reason)
        .bind("at", at)
        .execute();
  }

  /** A letter in doubt stays so: that it failed this time says nothing about the time before. */
  @Override
  public void postpone(String key, String reason, Instant until) {
    handle
        .createUpdate(
            """
            update letter set state = 'WAITING', reason = :reason, due = :until
            where letter_key = :key and state in ('WAITING', 'TAKEN')
            """)
        .bind("key", key)
        .bind("reason", reason)
        .bind("until", until)
        .execute();
  }

  @Override
  public void hurry(long incident, Instant now) {
    handle
        .createUpdate(
            """
            update letter set due = :now
            where incident = :incident and state = 'WAITING' and due > :now
            """)
        .bind("incident", incident)
        .bind("now", now)
        .execute();
  }

  @Override
  public int revive(long incident, Collection<Letter.Kind> kinds, Instant now) {
    return handle
        .createUpdate(
            """
            update letter set state = 'WAITING', in_doubt = true, due = :now, wanted = :now, settled = null
            where incident = :incident and state = 'GIVEN_UP' and kind in (<kinds>)
            """)
        .bind("incident", incident)
        .bind("now", now)
        .bindList("kinds", names(kinds))
        .execute();
  }

  private static List<String> names(Collection<Letter.Kind> kinds) {
    return kinds.stream().map(Letter.Kind::name).toList();
  }

  /** Not those that another process took lately: it may be carrying them at this moment. */
  @Override
  public void recover(Instant now) {
    takeBack("(taken_until is null or " + HELD_TOO_LONG + ")", now);
  }

  private void takeBack(String which, Instant now) {
    handle
        .createUpdate(
            "update letter set state = 'WAITING', in_doubt = true, due = :now"
                + " where state = 'TAKEN' and "
                + which)
        .bind("now", now)
        .execute();
  }

  @Override
  public boolean isAnyDue(Instant now) {
    return isThereAny(DUE_HEADS_OF_QUEUES, now)
        || (lease != null
            && isThereAny("from letter where state = 'TAKEN' and " + HELD_TOO_LONG, now));
  }

  private boolean isThereAny(String which, Instant now) {
    return handle
        .createQuery("select 1 " + which + " fetch first 1 rows only")
        .bind("now", now)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  @Override
  public Map<State, Long> counts() {
    return handle
        .createQuery("select state, count(*) as letters from letter group by state")
        .reduceRows(
            new EnumMap<>(State.class),
            (counts, row) -> {
              State state = State.valueOf(row.getColumn("state", String.class));
              counts.put(state, row.getColumn("letters", Long.class));
              return counts;
            });
  }

  /** One that was hurried should be gone since it is due. */
  @Override
  public Optional<Instant> overdueSince(Instant now) {
    return handle
        .createQuery(
            """
            select min(least(coalesce(wanted, due), due)) from letter
            where state in ('WAITING', 'TAKEN') and least(coalesce(wanted, due), due) <= :now
            """)
        .bind("now", now)
        .mapTo(Instant.class)
        .findOne();
  }

  @Override
  public Optional<Status> status(String key) {
    return handle
        .createQuery("select * from letter where letter_key = :key")
        .bind("key", key)
        .map((row, context) -> status(row))
        .findOne();
  }

  @Override
  public List<Status> of(long incident, Collection<Letter.Kind> kinds) {
    return handle
        .createQuery(
            "select * from letter where incident = :incident and kind in (<kinds>) order by seq")
        .bind("incident", incident)
        .bindList("kinds", names(kinds))
        .map((row, context) -> status(row))
        .list();
  }

  private static Status status(ResultSet row) throws SQLException {
    return new Status(letter(row), State.valueOf(row.getString("state")), row.getString("reason"));
  }

  @Override
  public void save(Posting posting) {
    postings.save(posting);
  }

  @Override
  public List<Posting> postings(String letter) {
    return postings.of(letter);
  }

  @Override
  public Optional<Posting> at(String channel, String ts) {
    return postings.at(channel, ts);
  }

  @Override
  public void remove(Posting posting) {
    postings.remove(posting);
  }

  private static Letter letter(ResultSet row) throws SQLException {
    return new Letter(
        row.getString("letter_key"),
        row.getLong("incident"),
        Letter.Kind.valueOf(row.getString("kind")),
        row.getString("recipient"),
        row.getString("note"));
  }
}
