package dev.postmortem.storage.draft;

import dev.postmortem.draft.Waiver;
import dev.postmortem.draft.Waivers;
import dev.postmortem.storage.column.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What people decided to leave as it is, one row each. */
public final class SqlWaivers implements Waivers {
  private final Handle handle;

  public SqlWaivers(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<Waiver> of(long incident) {
    return handle
        .createQuery(
            "select * from waiver where incident = :incident order by decided_at, subject, about")
        .bind("incident", incident)
        .map((row, context) -> waiver(row))
        .list();
  }

  private static Waiver waiver(ResultSet row) throws SQLException {
    return new Waiver(
        Waiver.Subject.valueOf(row.getString("subject")),
        row.getString("about"),
        row.getString("reason"),
        row.getString("decided_by"),
        Times.instant(row, "decided_at"));
  }

  @Override
  public void save(long incident, Waiver waiver) {
    remove(incident, waiver.subject(), waiver.about());
    handle
        .createUpdate(
            """
            insert into waiver (incident, subject, about, reason, decided_by, decided_at)
            values (:incident, :subject, :about, :reason, :by, :at)
            on conflict do nothing
            """)
        .bind("incident", incident)
        .bind("subject", waiver.subject().name())
        .bind("about", waiver.about())
        .bind("reason", waiver.reason())
        .bind("by", waiver.by())
        .bind("at", waiver.at())
        .execute();
  }

  @Override
  public void remove(long incident, Waiver.Subject subject, String about) {
    handle.execute(
        "delete from waiver where incident = ? and subject = ? and about = ?",
        incident,
        subject.name(),
        about);
  }
}
