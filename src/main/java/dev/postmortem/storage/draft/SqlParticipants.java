package dev.postmortem.storage.draft;

import dev.postmortem.draft.Participant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What the writers said about who took part. */
final class SqlParticipants {
  private final Handle handle;

  SqlParticipants(Handle handle) {
    this.handle = handle;
  }

  void save(long incident, Participant participant) {
    int known =
        write(
            """
            update participant set role = :role, removed = :removed
            where incident = :incident and person = :person
            """,
            incident,
            participant);
    if (known == 0) {
      write(
          """
          insert into participant (incident, person, role, removed)
          values (:incident, :person, :role, :removed)
          """,
          incident,
          participant);
    }
  }

  private int write(String sql, long incident, Participant participant) {
    return handle
        .createUpdate(sql)
        .bind("incident", incident)
        .bind("person", participant.user())
        .bind("role", participant.role())
        .bind("removed", participant.removed())
        .execute();
  }

  Map<Long, List<Participant>> of(Which which) {
    return which.parts(
        "select * from participant where incident %s order by incident, seq",
        (row, context) ->
            new Participant(
                row.getString("person"), row.getString("role"), row.getBoolean("removed")));
  }
}
