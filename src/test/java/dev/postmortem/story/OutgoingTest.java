package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.wire.ApiCall;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack is left alone as long as it wants, and nobody else has to wait for that. */
class OutgoingTest extends Deeds {

  private int calls(String method) {
    return company.slack.journal().calls(method).size();
  }

  @Test
  void a_window_opens_while_slack_tells_nothing_of_people() {
    anIncidentRuns();
    company.slack.faults().always("users.info", Fault.ratelimited(60));
    ada.in(room).says("hello");
    company.settled();
    assertThat(opens(joe, "/pm edit").text()).contains("Symptoms");
    assertThat(says(jane, "/pm status")).contains("PM-1");
  }

  @Test
  void a_window_does_not_wait_behind_what_takes_its_time() {
    anIncidentRuns();
    company.slack.journal().clear();
    company.slack.faults().always("users.info", Fault.slow(Duration.ofMillis(150)));
    int strangers = 30;
    company.slack.deliveries().hold().inParallel();
    for (int i = 0; i < strangers; i++) {
      Member stranger = company.slack.member("s" + i, "Stranger " + i, "", ZoneId.of("UTC"));
      room.invite(stranger);
      stranger.in(room).says("hello");
    }
    company.slack.deliveries().release();
    company.slack.awaitTrue(
        "everybody is heard",
        () -> company.slack.journal().deliveries("message").size() >= strangers);
    int asked = calls("users.info");
    joe.in(room).types("/pm edit");
    assertThat(joe.modal().text()).contains("Symptoms");
    assertThat(calls("users.info") - asked).isLessThan(6);
    company.settled();
    assertThat(calls("users.info")).isEqualTo(strangers);
  }

  @Test
  void people_are_asked_after_again_when_slack_wants_to_be_asked() {
    anIncidentRuns();
    company.slack.journal().clear();
    company.slack.faults().next("users.info", Fault.ratelimited(60));
    ada.in(room).says("hello");
    company.settled();
    jane.in(room).says("hello");
    company.settled();
    assertThat(calls("users.info")).isEqualTo(1);
    company.passes(Duration.ofMinutes(10));
    assertThat(
            company.slack.journal().calls("users.info").stream()
                .filter(ApiCall::ok)
                .map(call -> call.args().path("user").asText()))
        .contains(ada.id(), jane.id());
  }

  @Test
  void letters_to_one_channel_keep_their_order_and_wait_as_long_as_slack_wants() {
    anIncidentRuns();
    company.slack.journal().clear();
    company.slack.faults().next("chat.postMessage", Fault.ratelimited(30));
    says(joe, "/pm resolve");
    int refused = calls("chat.postMessage");
    says(joe, "/pm reopen");
    company.passes(Duration.ofSeconds(29));
    assertThat(inTheRoom()).isEmpty();
    assertThat(
            company.slack.journal().calls("chat.postMessage").stream()
                .filter(call -> call.args().path("channel").asText().equals(room.id())))
        .hasSize(1);
    assertThat(refused).isPositive();
    company.passes(Duration.ofSeconds(1));
    company.passes(Duration.ofSeconds(5));
    List<String> posted = inTheRoom();
    assertThat(posted).hasSize(2);
    assertThat(posted.get(0)).contains("resolved");
    assertThat(posted.get(1)).doesNotContain("is resolved");
  }

  private List<String> inTheRoom() {
    return room.messages().stream()
        .filter(message -> message.author().equals(company.slack.botUserId()))
        .map(Message::text)
        .filter(text -> text.contains("PM-1") && !text.contains("Fill in"))
        .toList();
  }

  @Test
  void a_direct_message_is_sent_although_the_war_room_must_wait() {
    anIncidentRuns();
    company.slack.faults().next("chat.postMessage", Fault.ratelimited(30));
    says(joe, "/pm resolve");
    assertThat(joe.dm().sees("PM-1").text()).contains("PM-1");
  }
}
