package dev.postmortem.storage.draft;

import dev.postmortem.draft.Unsaved;
import dev.postmortem.storage.column.Times;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** What was typed and not saved, one row a person and section. */
public final class SqlUnsaved implements Unsaved {
  private final Handle handle;

  public SqlUnsaved(Handle handle) {
    this.handle = handle;
  }

  @Override
  public List<Text> of(long incident, String person) {
    return handle
        .createQuery(
            """
            select * from unsaved where incident = :incident and person = :person
            order by section
            """)
        .bind("incident", incident)
        .bind("person", person)
        .map(
            (row, context) ->
                new Text(
                    row.getString("section"), row.getString("raw"), Times.instant(row, "typed_at")))
        .list();
  }

  @Override
  public void save(long incident, String person, Text text) {
    remove(incident, person, text.section());
    handle
        .createUpdate(
            """
            insert into unsaved (incident, person, section, raw, typed_at)
            values (:incident, :person, :section, :raw, :at)
            on conflict do nothing
            """)
        .bind("incident", incident)
        .bind("person", person)
        .bind("section", text.section())
        .bind("raw", text.raw())
        .bind("at", text.at())
        .execute();
  }

  @Override
  public void remove(long incident, String person, String section) {
    handle.execute(
        "delete from unsaved where incident = ? and person = ? and section = ?",
        incident,
        person,
        section);
  }
}
