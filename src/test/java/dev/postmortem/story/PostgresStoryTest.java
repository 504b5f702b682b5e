package dev.postmortem.story;

import dev.postmortem.storage.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story again, kept in PostgreSQL. */
class PostgresStoryTest {
  @TempDir private Path data;

  @Test
  void an_incident_becomes_a_post_mortem_that_everybody_can_read() throws Exception {
    StoryTest.tell(Company.in(data).with("PM_DATABASE_URL", Postgres.database()));
  }
}
