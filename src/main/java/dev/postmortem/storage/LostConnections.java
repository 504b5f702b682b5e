package dev.postmortem.storage;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/**
 * Tells the pool to let go of a connection that will never work again. H2 closes the database when
 * its file cannot be written, and the connections to it still say that they are valid; a new one
 * opens the database again.
 */
final class LostConnections implements SQLExceptionOverride {
  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return failure instanceof SQLNonTransientConnectionException
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
