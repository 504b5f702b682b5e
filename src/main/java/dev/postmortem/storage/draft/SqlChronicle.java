package dev.postmortem.storage.draft;

import dev.postmortem.draft.Change;
import dev.postmortem.draft.Chronicle;
import dev.postmortem.storage.column.Times;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who changed what when, one row a line. */
public final class SqlChronicle implements Chronicle {
  private final Handle handle;

  public SqlChronicle(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void add(long incident, Change change) {
    handle
        .createUpdate(
            """
            insert into chronicle (incident, happened_at, person, what)
            values (:incident, :at, :by, :what)
            """)
        .bind("incident", incident)
        .bind("at", change.at())
        .bind("by", change.by())
        .bind("what", change.what())
        .execute();
  }

  @Override
  public int size(long incident) {
    return handle
        .createQuery("select count(*) from chronicle where incident = :incident")
        .bind("incident", incident)
        .mapTo(Integer.class)
        .one();
  }

  @Override
  public List<Change> latest(long incident, int skip, int most) {
    return handle
        .createQuery(
            """
            select * from chronicle where incident = :incident order by seq desc
            offset :skip rows fetch first :most rows only
            """)
        .bind("incident", incident)
        .bind("skip", skip)
        .bind("most", most)
        .map(
            (row, context) ->
                new Change(
                    Times.instant(row, "happened_at"),
                    row.getString("person"),
                    row.getString("what")))
        .list();
  }
}
