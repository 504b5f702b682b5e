package dev.postmortem.story;

import static dev.postmortem.story.Gates.allTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.storage.Database;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever the bot sends is there once, also when it died before it could write that down. */
class OnceTest extends Deeds {

  private void everythingIsSent() {
    anIncidentRuns();
    for (String words :
        List.of("symptom a", "hypothesis b", "remediation c", "impact d", "learned e")) {
      says(joe, "/pm " + words);
    }
    says(joe, "/pm resolve");
    opens(joe, "/pm meeting").submit();
    joe.openModal().ifPresent(Modal::closeAll);
    company.settled();
    company.passes(Duration.ofDays(4));
    allTheSame(opens(joe, "/pm publish")).submit();
    company.settled();
  }

  /** How many messages of the bot stand in each conversation, by their words. */
  private Map<String, Long> sent() {
    Map<String, Long> sent = new TreeMap<>();
    for (Channel channel : company.slack.channels()) {
      for (Message message : channel.messages()) {
        if (message.author().equals(company.slack.botUserId())) {
          sent.merge(channel + ": " + message.text(), 1L, Long::sum);
        }
      }
    }
    return sent;
  }

  /** As if the process had died when everything was sent, and nothing of that written down. */
  private int nothingIsWrittenDown() throws Exception {
    company.bot().close();
    try (Database database = Database.open("jdbc:h2:file:" + data.resolve("postmortem"), "", "");
        Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from posting");
      return statement.executeUpdate(
          "update letter set state = 'TAKEN', settled = null where kind <> 'BOARD'");
    }
  }

  @Test
  void a_process_that_dies_between_sending_and_recording_sends_nothing_twice() throws Exception {
    everythingIsSent();
    Map<String, Long> before = sent();
    assertThat(before.keySet())
        .anyMatch(words -> words.contains("is resolved"))
        .anyMatch(words -> words.contains("You are invited"))
        .anyMatch(words -> words.startsWith("#postmortems"));
    int letters = nothingIsWrittenDown();
    assertThat(letters).isGreaterThan(5);
    int files = company.slack.files().all().size();
    assertThat(files).isEqualTo(3);
    company.restarted();
    company.passes(Duration.ofMinutes(10));
    assertThat(sent()).isEqualTo(before);
    assertThat(company.slack.files().all()).hasSize(files);
  }

  @Test
  void the_message_is_found_also_behind_hundreds_of_others() throws Exception {
    anIncidentRuns();
    company.slack.deliveries().outage();
    for (int i = 0; i < 450; i++) {
      joe.in(room).says("message " + i);
    }
    company.slack.deliveries().restored();
    Map<String, Long> before = sent();
    assertThat(nothingIsWrittenDown()).isEqualTo(1);
    company.restarted();
    assertThat(sent()).isEqualTo(before);
  }

  @Test
  void the_opening_message_whose_answer_is_lost_stands_there_once() {
    company.slack.faults().next("chat.postMessage", Fault.drop());
    anIncidentRuns();
    company.restarted();
    company.passes(Duration.ofMinutes(10));
    assertThat(room.messages())
        .filteredOn(message -> message.text().contains("PM-1 Checkout is down"))
        .hasSize(1);
  }
}
