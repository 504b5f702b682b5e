package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.metrics.Scraped;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.api.Fault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a public address, over a socket that the bot opens itself. */
class SocketModeTest {
  @TempDir private Path data;

  @Test
  void the_bot_hears_and_answers_over_a_socket() {
    try (Company company = Company.in(data)) {
      company.overASocket().started();
      Channel room = company.warRoom("inc-42");
      company.joe.in(room).types("/pm start Checkout is down");
      company.settled();
      Message said = company.jane.in(room).says("blank page");
      company.jane.in(room).reacts("thermometer", said);
      company.settled();
      assertThat(company.joe.in(room).types("/pm status").text()).contains("1 entry");
      company.joe.in(room).types("/pm edit symptom");
      company.joe.modal().writes("Symptoms", "nobody can pay").submit();
      company.settled();
      company.jane.in(room).types("/pm edit symptom");
      assertThat(company.jane.modal().text()).contains("nobody can pay").contains("blank page");
      Scraped scraped = Scraped.at(company.bot().port());
      assertThat(scraped.value("postmortem_ack_seconds_count{via=\"socket\"}")).isGreaterThan(5);
      assertThat(scraped.value("postmortem_ack_seconds_count{via=\"http\"}")).isZero();
    }
  }

  @Test
  void the_whole_story_is_the_same_over_a_socket() {
    StoryTest.tell(Company.in(data).overASocket());
  }

  @Test
  void whoever_has_no_connection_is_not_ready_and_comes_back_by_himself() {
    try (Company company = Company.in(data).overASocket().started()) {
      assertThat(company.isReady()).isTrue();
      company.slack.faults().always("apps.connections.open", Fault.http(503));
      company.slack.sockets().disconnect("refresh_requested");
      company.slack.awaitTrue("it is not ready", () -> !company.isReady());
      company.slack.faults().clear();
      company.slack.awaitTrue("it is ready", company::isReady);
    }
  }
}
