package dev.postmortem.storage;

import dev.postmortem.draft.Requests;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What was asked for lately, in a table whose key lets one of several in. */
final class SqlRequests implements Requests {
  private final Handle handle;

  SqlRequests(Handle handle) {
    this.handle = handle;
  }

  @Override
  public Standing begin(String request, Instant now) {
    return isTaken(request, now) ? new Fresh() : standing(request);
  }

  private boolean isTaken(String request, Instant now) {
    return handle
                .createUpdate(
                    """
                    insert into request (request_key, begun) values (:request, :now)
                    on conflict do nothing
                    """)
                .bind("request", request)
                .bind("now", now)
                .execute()
            == 1
        || handle
                .createUpdate(
                    """
                    update request set begun = :now
                    where request_key = :request and answer is null and begun <= :dead
                    """)
                .bind("request", request)
                .bind("now", now)
                .bind("dead", now.minus(PATIENCE))
                .execute()
            == 1;
  }

  private Standing standing(String request) {
    return handle
        .createQuery(
            "select answer from request where request_key = :request and answer is not null")
        .bind("request", request)
        .mapTo(String.class)
        .findOne()
        .<Standing>map(Done::new)
        .orElseGet(UnderWay::new);
  }

  @Override
  public void done(String request, String answer) {
    handle.execute("update request set answer = ? where request_key = ?", answer, request);
  }

  @Override
  public void drop(String request) {
    handle.execute("delete from request where request_key = ? and answer is null", request);
  }

  @Override
  public void forget(Instant before) {
    handle
        .createUpdate("delete from request where begun < :before")
        .bind("before", before)
        .execute();
  }
}
