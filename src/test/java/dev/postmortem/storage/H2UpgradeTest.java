package dev.postmortem.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.io.TempDir;

/** One version after the other on H2. */
class H2UpgradeTest implements UpgradeContract {
  @TempDir private Path directory;

  @Override
  public int checksumOfQuartz() {
    return -626472476;
  }

  @Override
  public String empty() {
    return "jdbc:h2:file:" + directory.resolve("before");
  }

  @Override
  public Connection connect(String url) throws Exception {
    return DriverManager.getConnection(Address.of(url).text(), "sa", "");
  }
}
