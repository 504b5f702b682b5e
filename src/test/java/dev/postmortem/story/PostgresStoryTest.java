package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.Wiring;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.storage.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story again, kept in PostgreSQL, and what several bots make of one incident there. */
class PostgresStoryTest {
  @TempDir private Path data;

  @Test
  void an_incident_becomes_a_post_mortem_that_everybody_can_read() throws Exception {
    StoryTest.tell(Company.in(data).with("PM_DATABASE_URL", Postgres.database()));
  }

  @Test
  void two_bots_post_everything_once_and_one_goes_on_when_the_other_ends() throws Exception {
    try (Company company =
        Company.in(data).with("PM_DATABASE_URL", Postgres.database()).started()) {
      Wiring other = company.another();
      List<Channel> rooms =
          IntStream.range(0, 4).mapToObj(number -> company.warRoom("inc-" + number)).toList();
      rooms.forEach(room -> company.joe.in(room).types("/pm start Checkout is down"));
      atRest(company, other);
      rooms.forEach(room -> company.joe.in(room).says("it is the queue"));
      rooms.forEach(room -> company.joe.in(room).types("/pm resolve"));
      atRest(company, other);

      company.takenOverBy(other);
      for (Channel room : rooms) {
        company.jane.in(room).says("I saw it too");
        company.settled();
        assertThat(company.jane.in(room).types("/pm status").text()).contains("resolved");
        assertThat(count(room, "is resolved after")).isEqualTo(1);
        assertThat(count(room, "Point person: Joe Bloggs")).isEqualTo(1);
      }
      assertThat(company.joe.dm().sees())
          .filteredOn(message -> message.text().contains("you are its point person"))
          .hasSize(4);
    }
  }

  private static void atRest(Company company, Wiring other) throws Exception {
    company.settled();
    assertThat(other.settle(Duration.ofSeconds(20))).isTrue();
    company.settled();
  }

  private static long count(Channel room, String words) {
    return room.messages().stream().filter(message -> message.text().contains(words)).count();
  }
}
