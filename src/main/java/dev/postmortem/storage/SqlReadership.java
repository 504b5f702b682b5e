package dev.postmortem.storage;

import dev.postmortem.delivery.Readership;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Readers of published documents in a table. */
final class SqlReadership implements Readership {
  private final Handle handle;

  SqlReadership(Handle handle) {
    this.handle = handle;
  }

  @Override
  public boolean add(long incident, String person, Instant at) {
    return handle
            .createUpdate(
                """
                insert into readership (incident, person, read_at)
                values (:incident, :person, :at)
                on conflict do nothing
                """)
            .bind("incident", incident)
            .bind("person", person)
            .bind("at", at)
            .execute()
        == 1;
  }

  @Override
  public int size(long incident) {
    return handle
        .createQuery("select count(*) from readership where incident = :incident")
        .bind("incident", incident)
        .mapTo(Integer.class)
        .one();
  }
}
