package dev.postmortem.storage.draft;

import dev.postmortem.draft.follow.DueTask;
import dev.postmortem.draft.follow.Followups;
import dev.postmortem.draft.follow.Handover;
import dev.postmortem.draft.follow.Unfinished;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is followed up, in three tables beside drafts and tasks. */
public final class SqlFollowups implements Followups {
  private final Handle handle;

  public SqlFollowups(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Optional<Handover> handover(long incident, int number) {
    return handle
        .createQuery("select * from handover where incident = :incident and number = :number")
        .bind("incident", incident)
        .bind("number", number)
        .map((row, context) -> handover(row))
        .findOne();
  }

  @Override
  public Optional<Handover> latestHandover(long incident) {
    return handle
        .createQuery(
            "select * from handover where incident = :incident"
                + " order by number desc fetch first 1 rows only")
        .bind("incident", incident)
        .map((row, context) -> handover(row))
        .findOne();
  }

  private static Handover handover(ResultSet row) throws SQLException {
    return new Handover(
        row.getLong("incident"),
        row.getInt("number"),
        row.getString("offered_to"),
        row.getString("offered_by"),
        Times.instant(row, "offered_at"),
        Handover.State.valueOf(row.getString("state")));
  }

  @Override
  public void save(Handover handover) {
    int known =
        handle.execute(
            "update handover set state = ? where incident = ? and number = ?",
            handover.state().name(),
            handover.incident(),
            handover.number());
    if (known == 0) {
      handle
          .createUpdate(
              """
              insert into handover (incident, number, offered_to, offered_by, offered_at, state)
              values (:incident, :number, :to, :by, :at, :state)
              """)
          .bind("incident", handover.incident())
          .bind("number", handover.number())
          .bind("to", handover.to())
          .bind("by", handover.by())
          .bind("at", handover.at())
          .bind("state", handover.state().name())
          .execute();
    }
  }

  @Override
  public List<Unfinished> unfinished() {
    return handle
        .createQuery(
            """
            select i.id, i.owner, i.zone, p.until_day from incident i
            left join draft_pause p on p.incident = i.id and p.person = i.owner
            where i.state = 'RESOLVED' and i.owner <> '' order by i.id
            """)
        .map(
            (row, context) ->
                new Unfinished(
                    row.getLong("id"),
                    row.getString("owner"),
                    ZoneId.of(row.getString("zone")),
                    Times.dateOrNull(row, "until_day")))
        .list();
  }

  @Override
  public void pause(long incident, String owner, LocalDate until) {
    handle.execute("delete from draft_pause where incident = ?", incident);
    handle
        .createUpdate(
            "insert into draft_pause (incident, person, until_day)"
                + " values (:incident, :person, :until)")
        .bind("incident", incident)
        .bind("person", owner)
        .bind("until", until)
        .execute();
  }

  @Override
  public List<DueTask> dueTasks(LocalDate until) {
    return handle
        .createQuery(
            """
            select t.incident, t.number, t.owner, t.due, i.zone, p.until_day from task t
            join incident i on i.id = t.incident
            left join task_pause p on p.incident = t.incident and p.number = t.number
              and p.person = t.owner and p.due = t.due
            where t.state = 'OPEN' and t.owner is not null and t.due <= :until
              and i.state <> 'CANCELLED'
            order by t.incident, t.number
            """)
        .bind("until", until)
        .map((row, context) -> task(row))
        .list();
  }

  private static DueTask task(ResultSet row) throws SQLException {
    return new DueTask(
        row.getLong("incident"),
        row.getInt("number"),
        row.getString("owner"),
        Objects.requireNonNull(Times.dateOrNull(row, "due")),
        ZoneId.of(row.getString("zone")),
        Times.dateOrNull(row, "until_day"));
  }

  @Override
  public void pause(DueTask task, LocalDate until) {
    handle.execute(
        "delete from task_pause where incident = ? and number = ?", task.incident(), task.number());
    handle
        .createUpdate(
            """
            insert into task_pause (incident, number, person, due, until_day)
            values (:incident, :number, :person, :due, :until)
            """)
        .bind("incident", task.incident())
        .bind("number", task.number())
        .bind("person", task.owner())
        .bind("due", task.due())
        .bind("until", until)
        .execute();
  }
}
