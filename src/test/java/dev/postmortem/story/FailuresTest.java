package dev.postmortem.story;

import static dev.postmortem.story.Gates.allTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.api.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slack fails, in all the ways it has; the draft is unharmed and the person knows what to do. */
class FailuresTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private Path data;
  private Company company;
  private Channel room;

  @BeforeEach
  void an_incident_is_open() {
    company = Company.in(data).started();
    room = company.warRoom("inc-42");
    company.joe.in(room).types("/pm start Checkout is down");
    company.settled();
  }

  @AfterEach
  void close() {
    company.close();
  }

  private String status() {
    return company.joe.in(room).types("/pm status").text();
  }

  private void isReadyToPublish() {
    for (String words :
        new String[] {
          "symptom blank page",
          "hypothesis a lock",
          "remediation undone",
          "impact 4 orders",
          "learned time limits"
        }) {
      company.joe.in(room).types("/pm " + words);
    }
    company.joe.in(room).types("/pm resolve");
    company.settled();
  }

  private void publishes() {
    company.joe.in(room).types("/pm publish");
    allTheSame(company.joe.modal()).submit();
  }

  private long posts() {
    return company.broadcast.messages().stream()
        .filter(message -> !message.isReply() && message.text().contains("PM-1"))
        .count();
  }

  @Test
  void the_broadcast_waits_as_long_as_slack_wants_and_is_sent_once() {
    isReadyToPublish();
    company.slack.faults().next("chat.postMessage", Fault.ratelimited(30));
    company.slack.faults().next(2, "conversations.open", Fault.http(503));
    publishes();
    company.settled();
    assertThat(posts()).isZero();
    company.passes(Duration.ofSeconds(31));
    company.passes(Duration.ofMinutes(10));
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void a_broadcast_whose_answer_is_lost_is_not_sent_twice() {
    isReadyToPublish();
    company.slack.faults().next("chat.postMessage", Fault.drop());
    publishes();
    company.settled();
    company.passes(Duration.ofMinutes(10));
    company.passes(Duration.ofMinutes(10));
    assertThat(posts()).isEqualTo(1);
    assertThat(company.broadcast.messages())
        .filteredOn(Message::isReply)
        .extracting(Message::text)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_broadcast_channel_that_is_archived_gets_the_document_when_it_is_back() {
    isReadyToPublish();
    company.broadcast.archive();
    publishes();
    company.settled();
    assertThat(posts()).isZero();
    company.broadcast.unarchive();
    company.passes(Duration.ofMinutes(10));
    assertThat(posts()).isEqualTo(1);
  }

  @Test
  void a_window_that_slack_opens_too_late_says_so_and_changes_nothing() {
    company.slack.faults().next("views.open", Fault.error("expired_trigger_id"));
    company.joe.in(room).types("/pm edit impact");
    company.settled();
    assertThat(company.joe.in(room).sees("did not open").text())
        .contains("nothing was changed")
        .contains("try once more");
    assertThat(company.joe.openModal()).isEmpty();
  }

  @Test
  void a_missing_permission_is_named_with_what_to_do() {
    company.slack.withdrawScope("files:write");
    company.joe.in(room).types("/pm export md");
    company.settled();
    assertThat(company.joe.in(room).sees("I could not send").text())
        .contains("the draft is unharmed")
        .contains("reinstall the app from its manifest");
    assertThat(status()).contains("PM-1 Checkout is down");
  }

  @Test
  void slack_is_away_while_a_preview_is_wanted() {
    company.slack.faults().always("conversations.open", Fault.http(500));
    company.joe.in(room).types("/pm preview");
    company.settled();
    assertThat(company.joe.in(room).sees("I could not send").text())
        .contains("try again in a minute");
  }

  @Test
  void thrown_out_of_the_channel_the_bot_keeps_the_draft_and_reads_on_when_it_is_invited() {
    room.remove(company.slack.bot());
    company.joe.in(room).says("said while the bot was out");
    company.settled();
    assertThat(status()).contains("0 entries");
    room.invite(company.slack.bot());
    company.settled();
    assertThat(status()).contains("1 entry");
  }

  @Test
  void an_outage_of_the_events_is_made_good_after_a_restart() {
    company.slack.deliveries().outage();
    Message lost = company.joe.in(room).says("nobody heard this");
    company.jane.in(room).replies(lost, "nor this");
    company.jane.in(room).reacts("pushpin", lost);
    company.slack.deliveries().restored();
    company.restarted();
    assertThat(status()).contains("2 entries");
    company.joe.in(room).types("/pm edit key");
    assertThat(company.joe.modal().text()).contains("nobody heard this");
  }

  @Test
  void
      what_the_bot_did_not_hear_is_read_when_the_incident_is_resolved_and_before_it_is_published() {
    company.slack.deliveries().outage();
    company.joe.in(room).says("nobody heard this");
    company.slack.deliveries().restored();
    isReadyToPublish();
    assertThat(status()).contains("1 entry");
    company.slack.deliveries().outage();
    company.jane.in(room).says("nor this");
    company.slack.deliveries().restored();
    company.joe.in(room).types("/pm publish");
    company.joe.modal();
    company.settled();
    assertThat(status()).contains("2 entries");
  }

  @Test
  void an_event_that_was_lost_without_notice_is_made_good_within_ten_minutes() {
    company.slack.deliveries().outage();
    company.joe.in(room).says("nobody heard this");
    company.slack.deliveries().restored();
    company.passes(Duration.ofMinutes(9));
    assertThat(status()).contains("0 entries");
    company.slack.faults().next("conversations.history", Fault.ratelimited(30));
    company.passes(Duration.ofMinutes(1));
    assertThat(status()).contains("0 entries");
    company.passes(Duration.ofMinutes(10));
    assertThat(status()).contains("1 entry");
  }

  @Test
  void whatever_slack_repeats_or_shuffles_is_kept_once() {
    company.slack.deliveries().copies(3).inParallel();
    for (int i = 0; i < 5; i++) {
      company.joe.in(room).says("message " + i);
    }
    company.settled();
    company.slack.deliveries().copiesWithNewIds(2);
    company.jane.in(room).says("message 5");
    company.settled();
    assertThat(status()).contains("6 entries");
  }

  @Test
  void own_messages_never_enter_the_timeline() {
    company.joe.in(room).types("/pm resolve");
    company.settled();
    assertThat(room.messages()).anyMatch(message -> message.text().contains("is resolved"));
    assertThat(status()).contains("0 entries");
  }

  @Test
  void unknown_events_and_subtypes_are_acknowledged() throws Exception {
    ObjectNode unknown = JSON.createObjectNode().put("type", "party_started");
    ObjectNode odd =
        (ObjectNode)
            JSON.readTree(
                """
                {"type":"message","subtype":"never_heard_of","user":null,"channel":"%s",
                 "text":"odd but readable","ts":"1795442709.000100","event_ts":"1795442709.000100"}
                """
                    .formatted(room.id()));
    company.slack.deliveries().send(unknown).send(odd);
    company.settled();
    assertThat(company.slack.journal().deliveries())
        .allSatisfy(delivery -> assertThat(delivery.status()).isEqualTo(200));
    assertThat(company.slack.deliveries().retriesWaiting()).isZero();
  }

  @Test
  void requests_that_are_not_slacks_are_refused() {
    ObjectNode event = JSON.createObjectNode().put("type", "message");
    event.put("channel", room.id()).put("user", company.joe.id());
    event.put("text", "forged").put("ts", "1795442709.000200");
    String body = company.slack.forgery().envelope(event).toString();
    Instant now = company.clock.instant();
    assertThat(company.slack.forgery().wrongSignature(body).status()).isEqualTo(401);
    assertThat(company.slack.forgery().unsigned(body).status()).isEqualTo(401);
    assertThat(company.slack.forgery().withSecret("---", body).status()).isEqualTo(401);
    assertThat(company.slack.forgery().signedAt(now.minusSeconds(301), body).status())
        .isEqualTo(401);
    assertThat(company.slack.forgery().signedAt(now.plusSeconds(301), body).status())
        .isEqualTo(401);
    assertThat(company.slack.forgery().signedAt(now, body).status()).isEqualTo(200);
    assertThat(status()).contains("1 entry");
  }

  @Test
  void a_refusal_is_private_and_gives_back_what_was_typed() {
    assertThat(company.joe.in(room).types("/pm note 25:61 nonsense").text())
        .contains("does not exist")
        .contains("/pm note [TIME] TEXT")
        .contains("You typed: /pm note 25:61 nonsense");
    assertThat(company.joe.in(room).types("/pm note 25:61 nonsense").isPrivate()).isTrue();
  }

  @Test
  void hostile_words_notify_nobody_and_break_nothing() {
    isReadyToPublish();
    company.joe.in(room).types("/pm impact <!channel> & <script>alert(1)</script> <@U00000000>");
    publishes();
    company.settled();
    for (Message message : company.broadcast.messages()) {
      assertThat(message.json().toString())
          .doesNotContain("<!channel>")
          .doesNotContain("\"broadcast\"");
    }
    assertThat(posts()).isEqualTo(1);
  }
}
