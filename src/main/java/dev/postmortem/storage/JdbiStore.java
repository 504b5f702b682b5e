package dev.postmortem.storage;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.storage.column.Times;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The store in a database: each piece of work is one transaction, run again when it collides with
 * another.
 */
public final class JdbiStore implements Store {
  private static final int TRIES = 10;

  private final Jdbi jdbi;

  public JdbiStore(DataSource dataSource) {
    this.jdbi = Jdbi.create(dataSource);
    Times.register(jdbi);
    // what was to be written stays out of the exceptions, and so out of the log
    jdbi.configure(
        StatementExceptions.class,
        says -> says.setMessageRendering(StatementExceptions.MessageRendering.NONE));
  }

  @Override
  public <T> T write(Function<Records, T> work) {
    for (int tried = 1; ; tried++) {
      try {
        return jdbi.inTransaction(handle -> work.apply(SqlRecords.on(handle)));
      } catch (RuntimeException e) {
        if (tried == TRIES || !Collisions.isOne(e)) {
          throw e;
        }
      }
    }
  }

  /** All that one piece of work reads is of the same moment. */
  @Override
  public <T> T read(Function<Records, T> work) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ, handle -> work.apply(SqlRecords.on(handle)));
  }
}
