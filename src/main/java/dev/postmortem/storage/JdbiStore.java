package dev.postmortem.storage;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.storage.column.Times;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The store in a database: each piece of work is one transaction, run again when it collides with
 * another.
 */
public final class JdbiStore implements Store {
  private static final int TRIES = 10;

  private final Jdbi jdbi;
  private final Consumer<Handle> durability;

  /** A store that leaves it to the database when a commit reaches the disk. */
  public JdbiStore(DataSource dataSource) {
    this(dataSource, handle -> {});
  }

  /**
   * A store.
   *
   * @param durability forces what was committed to the disk
   */
  JdbiStore(DataSource dataSource, Consumer<Handle> durability) {
    this.durability = durability;
    this.jdbi = Jdbi.create(dataSource);
    Times.register(jdbi);
  }

  @Override
  public <T> T write(Function<Records, T> work) {
    for (int tried = 1; ; tried++) {
      try {
        return jdbi.withHandle(handle -> write(handle, work));
      } catch (RuntimeException e) {
        if (tried == TRIES || !Collisions.isOne(e)) {
          throw e;
        }
      }
    }
  }

  private <T> T write(Handle handle, Function<Records, T> work) {
    T result = handle.inTransaction(inside -> work.apply(SqlRecords.on(inside)));
    durability.accept(handle);
    return result;
  }

  /** All that one piece of work reads is of the same moment. */
  @Override
  public <T> T read(Function<Records, T> work) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ, handle -> work.apply(SqlRecords.on(handle)));
  }
}
