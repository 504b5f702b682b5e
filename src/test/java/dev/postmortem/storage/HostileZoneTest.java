package dev.postmortem.storage;

import dev.postmortem.draft.Store;
import java.nio.file.Path;
import java.util.TimeZone;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The same promises when both the process and the session believe to be somewhere else. */
class HostileZoneTest
    implements DraftsContract, TimelinesContract, OutboxContract, MeetingsContract {
  private final TimeZone ours = TimeZone.getDefault();
  @TempDir Path directory;
  private Database database;
  private JdbcConnectionPool elsewhere;

  @BeforeEach
  void open() throws Exception {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
    String url = "jdbc:h2:file:" + directory.resolve("store");
    database = Database.open(url, "", "");
    String hostile = H2Url.of(url).text() + ";TIME ZONE=America/Los_Angeles";
    elsewhere = JdbcConnectionPool.create(hostile, "sa", "");
  }

  @AfterEach
  void close() {
    elsewhere.dispose();
    database.close();
    TimeZone.setDefault(ours);
  }

  @Override
  public Store store() {
    return new JdbiStore(elsewhere);
  }
}
