package dev.postmortem.storage.draft;

import dev.postmortem.draft.Task;
import dev.postmortem.storage.column.Keys;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tasks of the post-mortems. */
public final class SqlTasks {
  private final Handle handle;

  SqlTasks(Handle handle) {
    this.handle = handle;
  }

  void save(long incident, Task task) {
    int known =
        write(
            """
            update task set raw = :raw, plain = :plain, owner = :owner, due = :due, state = :state,
              reason = :reason, source_team = :team, source_channel = :channel, source_ts = :ts
            where incident = :incident and number = :number
            """,
            incident,
            task);
    if (known == 0) {
      write(
          """
          insert into task (incident, number, raw, plain, owner, due, state, reason,
            source_team, source_channel, source_ts)
          values (:incident, :number, :raw, :plain, :owner, :due, :state, :reason,
            :team, :channel, :ts)
          """,
          incident,
          task);
    }
  }

  private int write(String sql, long incident, Task task) {
    return Keys.bind(handle.createUpdate(sql), task.source())
        .bind("incident", incident)
        .bind("number", task.number())
        .bind("raw", task.raw())
        .bind("plain", task.plain())
        .bind("owner", task.owner())
        .bindByType("due", task.due(), LocalDate.class)
        .bind("state", task.state().name())
        .bind("reason", task.reason())
        .execute();
  }

  /** Keeps when something happened to a task, in the column of that name. */
  void date(long incident, Task task, String column, @Nullable Instant at) {
    handle
        .createUpdate(
            "update task set " + column + " = :at where incident = :incident and number = :number")
        .bind("incident", incident)
        .bind("number", task.number())
        .bindByType("at", at, Instant.class)
        .execute();
  }

  void remove(long incident, Task task) {
    handle.execute("delete from task where incident = ? and number = ?", incident, task.number());
  }

  Map<Long, List<Task>> of(Which which) {
    return which.parts(
        "select * from task where incident %s order by incident, number",
        (row, context) -> task(row));
  }

  /** The task in a row. */
  public static Task task(ResultSet row) throws SQLException {
    return new Task(
        row.getInt("number"),
        row.getString("raw"),
        row.getString("plain"),
        row.getString("owner"),
        Times.dateOrNull(row, "due"),
        Task.State.valueOf(row.getString("state")),
        row.getString("reason"),
        Keys.source(row));
  }
}
