package dev.postmortem.storage;

import java.sql.Connection;
import java.sql.DriverManager;

/** Two versions side by side on PostgreSQL, and one after the other. */
class PostgresUpgradeTest implements UpgradeContract {
  @Override
  public int checksumOfQuartz() {
    return 1218544488;
  }

  @Override
  public String empty() throws Exception {
    return Postgres.newDatabase();
  }

  @Override
  public Connection connect(String url) throws Exception {
    return DriverManager.getConnection(url);
  }
}
