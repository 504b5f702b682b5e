package dev.postmortem.storage;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.storage.column.Times;
import dev.postmortem.storage.column.Words;
import dev.postmortem.storage.timeline.NewMessages;
import dev.postmortem.timeline.Message;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * The store in a database: each piece of work is one transaction, run again when it collides with
 * another.
 */
public final class JdbiStore implements Store {
  private static final int TRIES = 10;

  /** Longer than any letter is carried: Slack and mail are given up after ten seconds a call. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private final Jdbi jdbi;
  private final @Nullable Duration lease;
  private final Forcing forcing;
  private final TransactionIsolationLevel ofOneMoment;

  /** The store in a database that only this process has open. */
  public JdbiStore(DataSource dataSource) {
    this(dataSource, false);
  }

  /**
   * The store in a database that forces its commits to the disk by itself, or not.
   *
   * @param shared whether other processes may work with it at the same time
   */
  public JdbiStore(DataSource dataSource, boolean shared) {
    this(dataSource, shared, Forcing.BY_THE_COMMIT);
  }

  /**
   * The store in a database.
   *
   * @param forcing follows each commit, so that it is on the disk
   */
  JdbiStore(DataSource dataSource, boolean shared, Forcing forcing) {
    this.forcing = forcing;
    this.jdbi = Jdbi.create(dataSource);
    this.lease = shared ? LEASE : null;
    // with REPEATABLE READ, H2 takes the moment of each table when it is first read
    this.ofOneMoment =
        shared ? TransactionIsolationLevel.REPEATABLE_READ : TransactionIsolationLevel.SERIALIZABLE;
    Times.register(jdbi);
    Words.register(jdbi);
    // what was to be written stays out of the exceptions, and so out of the log
    jdbi.configure(
        StatementExceptions.class,
        says -> says.setMessageRendering(StatementExceptions.MessageRendering.NONE));
  }

  @Override
  public <T> T write(Function<Records, T> work) {
    return untilItPasses(() -> jdbi.withHandle(handle -> write(handle, work)));
  }

  private <T> T write(Handle handle, Function<Records, T> work) {
    T result = handle.inTransaction(inside -> work.apply(SqlRecords.on(inside, lease)));
    force(handle);
    return result;
  }

  private void force(Handle handle) {
    try {
      forcing.force(handle.getConnection());
    } catch (SQLException failed) {
      throw new ConnectionException(failed);
    }
  }

  /** All that one piece of work reads is of the same moment. */
  @Override
  public <T> T read(Function<Records, T> work) {
    return untilItPasses(
        () -> jdbi.inTransaction(ofOneMoment, handle -> work.apply(SqlRecords.on(handle, lease))));
  }

  /** A server that others share takes what is new in one statement. */
  @Override
  public List<Fate> keepNew(List<Message> said) {
    return lease == null
        ? Store.super.keepNew(said)
        : jdbi.withHandle(handle -> new NewMessages(handle).keep(said));
  }

  /** While one waits for a server's disk, another goes on. */
  @Override
  public int hands() {
    return lease == null ? 1 : 2;
  }

  /** Looks without a transaction, so that what it reads may be of several moments. */
  <T> T look(Function<Handle, T> work) {
    return jdbi.withHandle(work::apply);
  }

  private static <T> T untilItPasses(Supplier<T> work) {
    for (int tried = 1; ; tried++) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        if (tried == TRIES || !Collisions.isOne(e)) {
          throw e;
        }
      }
    }
  }
}
