package dev.postmortem.storage;

import dev.postmortem.delivery.Posting;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;
import org.jdbi.v3.core.statement.Query;

/** Where the parts of letters stand. */
final class SqlPostings {
  private final Handle handle;

  SqlPostings(Handle handle) {
    this.handle = handle;
  }

  void save(Posting posting) {
    String update =
        "update posting set channel = :channel, ts = :ts where letter = :letter and part = :part";
    if (write(update, posting) == 0) {
      write(
          "insert into posting (letter, part, channel, ts) values (:letter, :part, :channel, :ts)",
          posting);
    }
  }

  private int write(String sql, Posting posting) {
    return handle
        .createUpdate(sql)
        .bind("letter", posting.letter())
        .bind("part", posting.part())
        .bind("channel", posting.channel())
        .bind("ts", posting.ts())
        .execute();
  }

  List<Posting> of(String letter) {
    return postings(
            handle
                .createQuery("select * from posting where letter = :letter order by part")
                .bind("letter", letter))
        .list();
  }

  /** The first, should two letters claim the place. */
  Optional<Posting> at(String channel, String ts) {
    return postings(
            handle
                .createQuery(
                    """
                    select * from posting where channel = :channel and ts = :ts
                    order by letter, part
                    """)
                .bind("channel", channel)
                .bind("ts", ts))
        .findFirst();
  }

  void remove(Posting posting) {
    handle.execute(
        "delete from posting where letter = ? and part = ?", posting.letter(), posting.part());
  }

  private static ResultIterable<Posting> postings(Query query) {
    return query.map(
        (row, context) ->
            new Posting(
                row.getString("letter"),
                row.getInt("part"),
                row.getString("channel"),
                row.getString("ts")));
  }
}
