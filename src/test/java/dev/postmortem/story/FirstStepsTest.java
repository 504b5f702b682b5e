package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {
  @TempDir private Path data;

  @Test
  void a_start_with_a_title_opens_the_post_mortem_and_tells_the_channel() {
    try (Company company = Company.in(data).started()) {
      Channel room = company.warRoom("inc-42");
      company.joe.in(room).types("/pm start Database is down");
      company.settled();
      assertThat(company.jane.in(room).sees("PM-1 Database is down").text())
          .contains("PM-1 Database is down");
      company.joe.in(room).says("connections are refused");
      company.settled();
      assertThat(company.jane.in(room).types("/pm status").text()).contains("1 entry");
    }
  }
}
