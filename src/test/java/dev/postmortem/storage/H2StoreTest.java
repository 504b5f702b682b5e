package dev.postmortem.storage;

import dev.postmortem.draft.Store;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The store on H2, as the bot opens it. */
class H2StoreTest
    implements StoreContract,
        DraftsContract,
        TimelinesContract,
        AnyOrderContract,
        OutboxContract,
        ReadershipContract,
        MeetingsContract,
        FollowupsContract,
        PicturesContract,
        ReviewContract,
        CatalogContract,
        SearchContract,
        ReadingsContract,
        PeopleContract {
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

  @Override
  public Store store() {
    return database.store();
  }
}
