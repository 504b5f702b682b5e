package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.postmortem.draft.Store;
import java.nio.file.Path;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same promises when both the process and the session believe to be somewhere else. */
class HostileZoneTest
    implements DraftsContract, TimelinesContract, OutboxContract, MeetingsContract {
  private static final TimeZone OURS = TimeZone.getDefault();
  @TempDir static Path directory;
  private static Database database;
  private static HikariDataSource elsewhere;

  @BeforeAll
  static void open() throws DatabaseRefused {
    TimeZone.setDefault(TimeZone.getTimeZone("America/Sao_Paulo"));
    String url = "jdbc:h2:file:" + directory.resolve("store");
    database = Database.open(url, "", "");
    elsewhere = new HikariDataSource();
    elsewhere.setJdbcUrl(H2Url.of(url).text() + ";TIME ZONE=America/Los_Angeles");
    elsewhere.setUsername("sa");
  }

  @BeforeEach
  void empty() throws Exception {
    Tables.empty(database.dataSource());
  }

  @AfterAll
  static void close() {
    TimeZone.setDefault(OURS);
    elsewhere.close();
    database.close();
  }

  @Test
  void the_session_really_is_elsewhere() throws Exception {
    try (var connection = elsewhere.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select cast(current_timestamp as varchar)")) {
      row.next();
      assertThat(row.getString(1)).matches(".*-0[78]$");
    }
    assertThat(TimeZone.getDefault().getID()).isEqualTo("America/Sao_Paulo");
  }

  @Override
  public Store store() {
    return new JdbiStore(elsewhere);
  }
}
