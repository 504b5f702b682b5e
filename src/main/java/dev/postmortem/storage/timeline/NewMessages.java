package dev.postmortem.storage.timeline;

import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Store.Fate;
import dev.postmortem.storage.draft.SqlDrafts;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.UnableToProduceResultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages of which nothing is kept yet, in one transaction and one journey to the server, where a
 * piece of work that looks first and writes then makes five. Those that turn out not to be new take
 * a second journey. Only PostgreSQL has such statements.
 *
 * <p>It looks for what the verbs look for that keep a message: which war room it belongs to,
 * whether it was marked before it came, and whether anybody wants to be forgotten.
 */
public final class NewMessages {
  private static final Logger LOG = LoggerFactory.getLogger(NewMessages.class);

  /** Of more than these, one who looks first and writes many rows at once costs the server less. */
  private static final int CROWD = 16;

  /** Everybody's, or two who keep the same would wait for each other. */
  private static final Comparator<MessageKey> IN_ORDER =
      Comparator.comparing(MessageKey::ts).thenComparing(MessageKey::channel);

  /**
   * Does not tell why a message was not kept. Several are sent together: whoever waits behind
   * others after a pause would wait much longer for a statement of many rows that is so seldom run
   * that it must be planned anew.
   */
  private static final String KEEP =
      "with offered ("
          + MessageRow.COLUMNS
          + """
      ) as (values (?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text,
        ?::text, ?::timestamptz, ?::boolean, ?::timestamptz))
      insert into entry (incident,
      """
          + MessageRow.COLUMNS
          + """
      )
      select i.id, o.team, o.channel, o.ts, o.kind, o.author, o.label, o.raw, o.plain, o.thread,
        o.version, o.edited, o.said
      from offered o join incident i on i.team = o.team and i.capturing = o.channel
      where o.said >= i.started
        and not exists (select 1 from mark m
          where m.team = o.team and m.channel = o.channel and m.ts = o.ts)
        and not exists (select 1 from forgotten)
      on conflict do nothing
      """;

  private final Handle handle;

  /** Through a connection on which each statement is a transaction. */
  public NewMessages(Handle handle) {
    this.handle = handle;
  }

  /** Keeps what is new, and answers for each; what comes twice, and a crowd, is left. */
  public List<Fate> keep(List<Message> all) {
    Fate[] fates = new Fate[all.size()];
    Arrays.fill(fates, Fate.LEFT);
    if (all.size() <= CROWD) {
      keep(all, fates);
    }
    return List.of(fates);
  }

  private void keep(List<Message> all, Fate[] fates) {
    Set<MessageKey> seen = new HashSet<>();
    List<Integer> inOrder =
        IntStream.range(0, all.size())
            .filter(i -> all.get(i).key().isFromSlack() && seen.add(all.get(i).key()))
            .boxed()
            .sorted(Comparator.comparing(i -> all.get(i).key(), IN_ORDER))
            .toList();
    try {
      List<Integer> left = insert(all, inOrder, fates);
      if (!left.isEmpty()) {
        ask(all, left, fates);
      }
    } catch (SQLException failed) {
      throw new UnableToProduceResultException(failed);
    }
  }

  /**
   * What belongs to no war room is kept nowhere. When that cannot be asked they are left; whoever
   * hears of the others must hear of them.
   */
  private void ask(List<Message> all, List<Integer> left, Fate[] fates) {
    try {
      List<MessageKey> keys = left.stream().map(i -> all.get(i).key()).toList();
      Set<MessageKey> captured = Drafts.capturing(new SqlDrafts(handle), keys).keySet();
      for (int i : left) {
        fates[i] = captured.contains(all.get(i).key()) ? Fate.LEFT : Fate.NOWHERE;
      }
    } catch (JdbiException failed) {
      LOG.debug("it is not known why some were not new", failed);
    }
  }

  /** Almost all are new. Answers which are not. */
  private List<Integer> insert(List<Message> all, List<Integer> some, Fate[] fates)
      throws SQLException {
    int[] rows = insert(some.stream().map(all::get).toList());
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == 1) {
        fates[some.get(i)] = Fate.KEPT;
      } else {
        left.add(some.get(i));
      }
    }
    return left;
  }

  /** Answers how many rows each made. A batch of one would be planned each time by the driver. */
  private int[] insert(List<Message> messages) throws SQLException {
    try (PreparedStatement row = handle.getConnection().prepareStatement(KEEP)) {
      if (messages.size() == 1) {
        MessageRow.bind(row, 0, messages.get(0));
        return new int[] {row.executeUpdate()};
      }
      for (Message message : messages) {
        MessageRow.bind(row, 0, message);
        row.addBatch();
      }
      return row.executeBatch();
    }
  }
}
