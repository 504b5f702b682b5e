package dev.postmortem.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.story.Company;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the bot asks Slack about. */
class AcquaintanceTest {
  @TempDir private Path data;

  @Test
  void somebody_who_is_mentioned_is_asked_about_and_a_word_in_capitals_is_not() {
    try (Company company = Company.in(data).started()) {
      Channel room = company.warRoom("inc-43");
      Member noor = company.slack.member("noor", "Noor Haddad", "", ZoneId.of("UTC"));
      company.joe.in(room).types("/pm start Database is down");
      company.settled();
      company.joe.in(room).says("UPDATE basket SET x WHERE y, WARNING @noor");
      company.settled();
      assertThat(company.slack.journal().calls("users.info"))
          .extracting(call -> call.args().toString())
          .anyMatch(asked -> asked.contains(noor.id()))
          .noneMatch(asked -> asked.contains("UPDATE") || asked.contains("WARNING"));
    }
  }
}
