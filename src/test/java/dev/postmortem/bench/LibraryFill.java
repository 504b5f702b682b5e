package dev.postmortem.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Random;

/**
 * Fills a store with post-mortems past all verbs, as making them by hand would take hours. Words
 * are drawn as people use them: few of them very often, most of them hardly ever.
 */
final class LibraryFill {
  static final String TEAM = FakeSlack.TEAM;
  static final String RARE = "rare";
  private static final int PEOPLE = 300;
  private static final int OPEN = 30;
  private static final int WORDS = 30_000;
  private static final int AT_ONCE = 20;
  private static final int FLUSHED = 1_000;
  private static final Duration APART = Duration.ofHours(5);

  /** The last began so long ago. */
  private static final Duration LAST = Duration.ofDays(2);

  private final Connection connection;
  private final int entries;
  private final int longest;
  private final Instant first;
  private final Random random = new Random(42);
  private final double[] below = new double[WORDS];
  private final String[] vocabulary = new String[WORDS];

  private LibraryFill(Connection connection, Size size) {
    this.connection = connection;
    this.entries = size.entries();
    this.longest = size.longest();
    this.first =
        Instant.now()
            .truncatedTo(ChronoUnit.DAYS)
            .minus(APART.multipliedBy(size.incidents()))
            .minus(LAST);
    double sum = 0;
    for (int i = 0; i < WORDS; i++) {
      sum += 1.0 / (i + 1);
      below[i] = sum;
      vocabulary[i] = word(i);
    }
  }

  /** How large a library is; {@code longest} is the number of entries of its first incident. */
  record Size(int incidents, int entries, int longest) {}

  /** Fills an empty store, whose ids begin with 1. */
  static void fill(Connection connection, Size size) throws SQLException {
    int incidents = size.incidents();
    LibraryFill fill = new LibraryFill(connection, size);
    connection.setAutoCommit(false);
    for (int id = 1; id <= incidents; id += AT_ONCE) {
      int last = Math.min(incidents, id + AT_ONCE - 1);
      fill.incidents(id, last, incidents);
      fill.parts(id, last);
      fill.said(id, last);
      fill.marks(id, last);
      connection.commit();
    }
  }

  /** A word by its rank, the most frequent first; no two are alike. */
  static String word(int rank) {
    String consonants = "bdfgklmnprstvz";
    String vowels = "aeiou";
    StringBuilder word = new StringBuilder();
    for (int left = rank + 70; left > 0; left /= 70) {
      word.append(consonants.charAt(left % 70 / 5)).append(vowels.charAt(left % 5));
    }
    return word.toString();
  }

  private String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(below, random.nextDouble() * below[WORDS - 1]);
      text.append(i == 0 ? "" : " ").append(vocabulary[Math.min(WORDS - 1, at < 0 ? -at - 1 : at)]);
    }
    return text.toString();
  }

  private OffsetDateTime started(int id) {
    return first.plus(APART.multipliedBy(id)).atOffset(ZoneOffset.UTC);
  }

  private static String state(int id, int incidents) {
    if (id > incidents - OPEN) {
      return id % 2 == 0 ? "OPEN" : "RESOLVED";
    }
    return id % 13 == 0 ? "CANCELLED" : id % 50 == 0 ? "CORRECTING" : "PUBLISHED";
  }

  static boolean isPrivate(int id) {
    return id % 5 == 0;
  }

  static String channel(int id) {
    return "C" + id;
  }

  private static String person(int id, int which) {
    return "U" + (id * 31 + which * 7) % PEOPLE;
  }

  private void incidents(int first, int last, int incidents) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            """
            insert into incident (team, channel, channel_name, is_private, capturing, state, title,
              severity, started, resolved, zone, owner, moderator, note_taker, opened, reason,
              published)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'Europe/London', ?, ?, null, ?, '', ?)
            """)) {
      for (int id = first; id <= last; id++) {
        String state = state(id, incidents);
        boolean open = state.equals("OPEN") || state.equals("RESOLVED");
        boolean out = state.equals("PUBLISHED") || state.equals("CORRECTING");
        set(
            row,
            TEAM,
            channel(id),
            "inc-" + id,
            isPrivate(id),
            open ? channel(id) : null,
            state,
            words(5),
            "SEV" + (1 + id % 4),
            started(id),
            state.equals("OPEN") ? null : started(id).plusMinutes(30 + id % 200),
            person(id, 0),
            person(id, 1),
            started(id).plusMinutes(3),
            out ? started(id).plusDays(4) : null);
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  private void parts(int first, int last) throws SQLException {
    try (PreparedStatement task =
            connection.prepareStatement(
                "insert into task (incident, number, raw, plain, owner, due, state, reason)"
                    + " values (?, ?, '{}', ?, ?, ?, ?, '')");
        PreparedStatement body =
            connection.prepareStatement(
                "insert into section_body (incident, section, revision) values (?, ?, 1)");
        PreparedStatement remark =
            connection.prepareStatement(
                "insert into remark (incident, section, revision, position, raw, plain, written_by,"
                    + " written_at) values (?, ?, 1, 0, '{}', ?, 'U1', ?)");
        PreparedStatement meeting =
            connection.prepareStatement(
                "insert into meeting (incident, revision, starts, length_seconds, zone, place,"
                    + " cancelled) values (?, 1, ?, 1800, 'UTC', '', false)");
        PreparedStatement attendee =
            connection.prepareStatement(
                "insert into attendee (incident, position, person) values (?, ?, ?)")) {
      for (int id = first; id <= last; id++) {
        for (int number = 1; number <= 3; number++) {
          set(
              task,
              (long) id,
              number,
              words(6),
              person(id, number),
              started(id).plusDays(20).toLocalDate(),
              number == 1 ? "OPEN" : "DONE");
          task.addBatch();
        }
        for (String section : new String[] {"hypothesis", "impact", "learned"}) {
          set(body, (long) id, section);
          body.addBatch();
          set(remark, (long) id, section, words(40), started(id));
          remark.addBatch();
        }
        set(meeting, (long) id, started(id).plusDays(2));
        meeting.addBatch();
        for (int i = 0; i < 4; i++) {
          set(attendee, (long) id, i, person(id, i));
          attendee.addBatch();
        }
      }
      task.executeBatch();
      body.executeBatch();
      remark.executeBatch();
      meeting.executeBatch();
      attendee.executeBatch();
    }
  }

  private String ts(int id, int number) {
    return (started(id).toEpochSecond() + 7L * number) + ".000100";
  }

  private void said(int first, int last) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            """
            insert into entry (incident, team, channel, ts, kind, author, label, raw, plain, thread,
              version, edited, said)
            values (?, ?, ?, ?, 'message', ?, '', ?, ?, null, ?, false, ?)
            """)) {
      for (int id = first; id <= last; id++) {
        for (int i = 0; i < (id == 1 ? longest : entries); i++) {
          String plain = words(6 + random.nextInt(9)) + (i == 7 ? " " + RARE + id : "");
          OffsetDateTime said = started(id).plusSeconds(7L * i);
          set(
              row,
              (long) id,
              TEAM,
              channel(id),
              ts(id, i),
              person(id, i % 12),
              "{\"text\":\"" + plain + "\"}",
              plain,
              said,
              said);
          row.addBatch();
          if (i % FLUSHED == FLUSHED - 1) {
            row.executeBatch();
          }
        }
        row.executeBatch();
      }
    }
  }

  private void marks(int first, int last) throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement(
            """
            insert into mark (incident, team, channel, ts, tag, marked_by, via, is_on, marked_at)
            values (?, ?, ?, ?, ?, 'U1', 'pushpin', true, ?)
            """)) {
      for (int id = first; id <= last; id++) {
        for (int i = 0; i < Math.min(entries, 12); i++) {
          String tag = i == 0 ? "symptom" : i == 11 ? "remediation" : "key";
          set(row, (long) id, TEAM, channel(id), ts(id, i), tag, started(id));
          row.addBatch();
        }
      }
      row.executeBatch();
    }
  }

  private static void set(PreparedStatement row, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      row.setObject(i + 1, values[i]);
    }
  }
}
