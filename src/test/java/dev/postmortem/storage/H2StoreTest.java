package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Store;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store on H2, as the bot opens it. */
class H2StoreTest
    implements StoreContract,
        DraftsContract,
        TimelinesContract,
        AnyOrderContract,
        NewMessagesContract,
        OutboxContract,
        ReadershipContract,
        MeetingsContract,
        FollowupsContract,
        PicturesContract,
        ReviewContract,
        CatalogContract,
        SearchContract,
        ReadingsContract,
        RemovalsContract,
        ForgettingContract,
        PeopleContract,
        RequestsContract {
  @TempDir static Path directory;
  private static Database database;

  @BeforeAll
  static void open() throws DatabaseRefused {
    database = Database.open("jdbc:h2:file:" + directory.resolve("store"), "", "");
  }

  @BeforeEach
  void empty() throws Exception {
    Tables.empty(database.dataSource());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_shelf_that_was_made_by_other_rules_is_made_anew() throws Exception {
    long id = opened("C1").id();
    upToDate();
    order("update shelf set version = version - 1");
    order(
        "update shelf_word set word = X'7878', incidents = 4611686018427387904 where word = X'6b617365'");
    Reader reader = new Reader(Examples.TEAM, "UOWNER", Set.of("C1"));
    assertThat(catalog().find(reader, Query.words("kase"), 0, 9)).hasSize(1);
    upToDate();

    assertThat(catalog().find(reader, Query.words("kase "), 0, 9)).hasSize(1);
    assertThat(order("update shelf set version = version where incident = " + id)).isOne();
  }

  private static int order(String sql) throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  @Override
  public DataSource source() {
    return database.dataSource();
  }

  @Override
  public Store store() {
    return database.store();
  }
}
