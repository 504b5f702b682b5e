package dev.postmortem.storage;

import dev.postmortem.meeting.Meeting;
import dev.postmortem.meeting.Meetings;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The meetings and their attendees in two tables. */
final class SqlMeetings implements Meetings {
  private final Handle handle;

  SqlMeetings(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Meeting> of(long incident) {
    return handle
        .createQuery("select * from meeting where incident = :incident")
        .bind("incident", incident)
        .map((row, context) -> meeting(row))
        .findOne();
  }

  @Override
  public List<Meeting> standing() {
    return handle
        .createQuery("select * from meeting where not cancelled order by starts, incident")
        .map((row, context) -> meeting(row))
        .list();
  }

  @Override
  public List<Meeting> after(Instant moment) {
    return handle
        .createQuery(
            "select * from meeting where not cancelled and starts > :moment"
                + " order by starts, incident")
        .bind("moment", moment)
        .map((row, context) -> meeting(row))
        .list();
  }

  @Override
  public void save(Meeting meeting) {
    int known =
        write(
            """
            update meeting set revision = :revision, starts = :starts, length_seconds = :length,
              zone = :zone, place = :place, cancelled = :cancelled, reason = :reason,
              planned = :planned
            where incident = :incident
            """,
            meeting);
    if (known == 0) {
      write(
          """
          insert into meeting (incident, revision, starts, length_seconds, zone, place, cancelled,
            reason, planned)
          values (:incident, :revision, :starts, :length, :zone, :place, :cancelled,
            :reason, :planned)
          """,
          meeting);
    }
    saveAttendees(meeting);
  }

  @Override
  public boolean read(long incident, String person, Instant at) {
    return handle
            .createUpdate(
                """
                insert into meeting_read (incident, person, read_at)
                values (:incident, :person, :at) on conflict do nothing
                """)
            .bind("incident", incident)
            .bind("person", person)
            .bind("at", at)
            .execute()
        == 1;
  }

  @Override
  public Map<String, Instant> readers(long incident) {
    Map<String, Instant> readers = new HashMap<>();
    handle
        .createQuery("select person, read_at from meeting_read where incident = :incident")
        .bind("incident", incident)
        .map((row, context) -> Map.entry(row.getString("person"), Times.instant(row, "read_at")))
        .forEach(reader -> readers.put(reader.getKey(), reader.getValue()));
    return readers;
  }

  private int write(String sql, Meeting meeting) {
    return handle
        .createUpdate(sql)
        .bind("incident", meeting.incident())
        .bind("revision", meeting.revision())
        .bind("starts", meeting.at())
        .bind("length", meeting.length().toSeconds())
        .bind("zone", meeting.zone().getId())
        .bind("place", meeting.where())
        .bind("cancelled", meeting.cancelled())
        .bind("reason", meeting.reason())
        .bind("planned", meeting.planned())
        .execute();
  }

  private void saveAttendees(Meeting meeting) {
    handle.execute("delete from attendee where incident = ?", meeting.incident());
    if (meeting.attendees().isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch("insert into attendee (incident, position, person) values (?, ?, ?)");
    for (int i = 0; i < meeting.attendees().size(); i++) {
      batch.add(meeting.incident(), i, meeting.attendees().get(i));
    }
    batch.execute();
  }

  private Meeting meeting(ResultSet row) throws SQLException {
    long incident = row.getLong("incident");
    return new Meeting(
        incident,
        row.getInt("revision"),
        Times.instant(row, "starts"),
        Duration.ofSeconds(row.getLong("length_seconds")),
        ZoneId.of(row.getString("zone")),
        attendees(incident),
        row.getString("place"),
        row.getBoolean("cancelled"),
        row.getString("reason"),
        Times.instant(row, "planned"));
  }

  private List<String> attendees(long incident) {
    return handle
        .createQuery("select person from attendee where incident = :incident order by position")
        .bind("incident", incident)
        .mapTo(String.class)
        .list();
  }
}
