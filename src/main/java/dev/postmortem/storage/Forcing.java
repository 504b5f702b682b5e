package dev.postmortem.storage;

import java.sql.Connection;
import java.sql.SQLException;

/** What makes sure that everything committed until now is on the disk. */
interface Forcing {
  /** The database does it by itself before it says that it has committed. */
  Forcing BY_THE_COMMIT = connection -> {};

  /** Returns when it is there. */
  void force(Connection connection) throws SQLException;
}
