package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.AppDouble.Answer;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.rehearsal.wire.Signature;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventDeliveryTest {
  private final Stage stage = new Stage();
  private final Workspace slack = stage.slack;

  @AfterEach
  void close() {
    stage.close();
  }

  private List<String> subtypes() {
    return stage.app.events("message").map(event -> event.path("subtype").asText("plain")).toList();
  }

  @Test
  void a_message_comes_signed_in_an_envelope() {
    stage.joe.in(stage.room).says("it is <down> & @jane knows");
    slack.settle();
    AppDouble.Received request = stage.app.last();
    String timestamp = request.header("x-slack-request-timestamp");
    assertThat(request.header("x-slack-signature"))
        .isEqualTo(Signature.of(slack.signingSecret(), timestamp, request.body()));
    assertThat(request.body()).doesNotEndWith("\n");
    JsonNode envelope = request.envelope();
    assertThat(envelope.path("type").asText()).isEqualTo("event_callback");
    assertThat(envelope.path("event_id").asText()).startsWith("Ev");
    assertThat(envelope.at("/authorizations/0/user_id").asText()).isEqualTo(slack.botUserId());
    assertThat(request.event().path("text").asText())
        .isEqualTo("it is &lt;down&gt; &amp; " + stage.jane.mention() + " knows");
    assertThat(request.event().path("channel_type").asText()).isEqualTo("channel");
    assertThat(request.event().at("/blocks/0/type").asText()).isEqualTo("rich_text");
  }

  @Test
  void timestamps_are_unique_while_the_clock_stands_still() {
    Message first = stage.joe.in(stage.room).says("one");
    Message second = stage.joe.in(stage.room).says("two");
    assertThat(second.ts()).isGreaterThan(first.ts()).matches("\\d{10}\\.\\d{6}");
  }

  @Test
  void a_mention_is_told_twice_with_one_ts_and_two_event_ids() {
    Message asked = stage.joe.in(stage.room).says(slack.bot().mention() + " help");
    slack.settle();
    assertThat(stage.app.events("app_mention").map(event -> event.path("ts").asText()))
        .containsExactly(asked.ts());
    assertThat(stage.app.events("message").map(event -> event.path("ts").asText()))
        .containsExactly(asked.ts());
    assertThat(
            stage.app.received().stream()
                .map(request -> request.envelope().path("event_id").asText())
                .distinct())
        .hasSize(2);
  }

  @Test
  void the_bot_hears_nothing_where_it_is_not_and_its_own_posts_where_it_is() {
    Channel other = slack.channel("elsewhere", stage.joe);
    stage.joe.in(other).says("secret");
    assertThat(
            stage
                .app
                .call("chat.postMessage", "channel", stage.room.id(), "text", "hello")
                .path("ok")
                .asBoolean())
        .isTrue();
    slack.settle();
    List<JsonNode> events = stage.app.events("message").toList();
    assertThat(events).hasSize(1);
    assertThat(events.get(0).path("user").asText()).isEqualTo(slack.botUserId());
    assertThat(events.get(0).has("subtype")).isFalse();
    assertThat(events.get(0).at("/bot_profile/id").asText()).isEqualTo(slack.bot().botId());
  }

  @Test
  void an_edit_an_unfurl_and_a_delete_come_in_their_shapes() {
    Message message = stage.joe.in(stage.room).says("see https://status.example.com.");
    message.unfurls("https://status.example.com", "Status", "All down");
    message.edit("see the status page");
    message.delete();
    slack.settle();
    assertThat(subtypes())
        .containsExactly("plain", "message_changed", "message_changed", "message_deleted");
    List<JsonNode> events = stage.app.events("message").toList();
    assertThat(events.get(0).path("text").asText()).isEqualTo("see <https://status.example.com>.");
    assertThat(events.get(1).at("/message/edited").isMissingNode()).isTrue();
    assertThat(events.get(1).at("/message/attachments/0/title").asText()).isEqualTo("Status");
    assertThat(events.get(2).at("/message/edited/user").asText()).isEqualTo(stage.joe.id());
    assertThat(events.get(2).at("/previous_message/text").asText()).contains("status.example.com");
    assertThat(events.get(3).path("deleted_ts").asText()).isEqualTo(message.ts());
    assertThat(stage.room.messages()).doesNotContain(message);
  }

  @Test
  void a_deleted_parent_with_replies_leaves_a_tombstone() {
    Message parent = stage.joe.in(stage.room).says("down");
    Message reply = stage.jane.in(stage.room).replies(parent, "looking");
    parent.delete();
    slack.settle();
    assertThat(parent.isDeleted()).isTrue();
    assertThat(stage.app.last().event().at("/message/subtype").asText()).isEqualTo("tombstone");
    reply.delete();
    slack.settle();
    assertThat(stage.room.messages()).doesNotContain(parent, reply);
  }

  @Test
  void replies_broadcasts_files_reactions_and_webhooks_come_in_their_shapes() {
    Message alert =
        slack.webhook("PagerDuty").in(stage.room).alerts("[{\"title\":\"CPU\",\"text\":\"100%\"}]");
    Message reply = stage.joe.in(stage.room).repliesToChannelToo(alert, "mine");
    stage
        .jane
        .in(stage.room)
        .reacts("pushpin", reply)
        .reacts("boom", alert)
        .unreacts("pushpin", reply);
    stage.jane.in(stage.room).uploads("graph.png", "image/png", new byte[] {1, 2}, "look");
    slack.settle();
    assertThat(subtypes()).contains("bot_message", "thread_broadcast", "file_share");
    JsonNode onAlert = stage.app.events("reaction_added").toList().get(1);
    assertThat(onAlert.has("item_user")).isFalse();
    assertThat(stage.app.events("reaction_removed")).hasSize(1);
    assertThat(alert.text()).contains("CPU").contains("100%");
    assertThat(reply.threadTs()).isEqualTo(alert.ts());
    assertThat(reply.reactions()).isEmpty();
  }

  @Test
  void a_failed_delivery_is_tried_again_at_once_then_after_one_and_five_minutes() {
    stage.app.answers(request -> new Answer(500, "oops"));
    stage.joe.in(stage.room).says("it is down");
    slack.settle();
    assertThat(attempts()).containsExactly(0, 1);
    stage.clock.advance(Duration.ofSeconds(59));
    slack.settle();
    assertThat(attempts()).containsExactly(0, 1);
    stage.clock.advance(Duration.ofSeconds(1));
    slack.settle();
    stage.clock.advance(Duration.ofMinutes(5));
    slack.settle();
    stage.clock.advance(Duration.ofHours(1));
    slack.settle();
    assertThat(attempts()).containsExactly(0, 1, 2, 3);
    assertThat(stage.app.last().header("x-slack-retry-num")).isEqualTo("3");
    assertThat(stage.app.last().header("x-slack-retry-reason")).isEqualTo("http_error");
    assertThat(
            stage.app.received().stream()
                .map(request -> request.envelope().path("event_id"))
                .distinct())
        .hasSize(1);
  }

  private List<Integer> attempts() {
    return slack.journal().deliveries("message").stream().map(Delivery::attempt).toList();
  }

  @Test
  void an_answer_after_the_deadline_counts_as_none() {
    CountDownLatch late = new CountDownLatch(1);
    try (Stage impatient = new Stage(Duration.ofMillis(200))) {
      impatient.app.answers(
          request -> {
            try {
              late.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return new Answer(200, "");
          });
      CommandAnswer answer = impatient.joe.in(impatient.room).types("/pm help");
      assertThat(answer.timedOut()).isTrue();
      assertThat(impatient.joe.in(impatient.room).sees("operation_timeout").isEphemeral()).isTrue();
      late.countDown();
    }
  }

  @Test
  void deliveries_can_be_held_reordered_doubled_and_lost() {
    slack.deliveries().hold();
    stage.joe.in(stage.room).says("one");
    stage.joe.in(stage.room).says("two");
    slack.settle();
    assertThat(stage.app.received()).isEmpty();
    assertThat(slack.deliveries().held()).hasSize(2);
    slack.deliveries().releaseReversed().copies(2);
    slack.settle();
    assertThat(texts()).containsExactly("two", "one");
    stage.joe.in(stage.room).says("three");
    slack.settle();
    assertThat(texts()).containsExactly("two", "one", "three", "three");
    slack.deliveries().copies(1).outage();
    stage.joe.in(stage.room).says("lost");
    slack.deliveries().restored();
    slack
        .deliveries()
        .send(
            Json.of(
                "type",
                "message",
                "subtype",
                "huddle_thread",
                "channel",
                stage.room.id(),
                "ts",
                "1.2"));
    slack.settle();
    assertThat(texts()).doesNotContain("lost");
    assertThat(subtypes()).endsWith("huddle_thread");
  }

  private List<String> texts() {
    return stage.app.events("message").map(event -> event.path("text").asText()).toList();
  }

  @Test
  void a_direct_message_is_told_without_a_mention() {
    stage.joe.dm().says("@postmortem help");
    slack.settle();
    assertThat(stage.app.last().event().path("channel_type").asText()).isEqualTo("im");
    assertThat(stage.app.last().event().path("text").asText()).startsWith(slack.bot().mention());
    assertThat(stage.app.events("app_mention")).isEmpty();
  }

  @Test
  void a_forged_request_can_be_told_from_a_genuine_one() {
    String body = slack.forgery().envelope(Json.of("type", "message"));
    slack.forgery().wrongSignature(body);
    String forged = stage.app.last().header("x-slack-signature");
    String timestamp = stage.app.last().header("x-slack-request-timestamp");
    assertThat(forged).isNotEqualTo(Signature.of(slack.signingSecret(), timestamp, body));
    slack.forgery().unsigned(body);
    assertThat(stage.app.last().header("x-slack-signature")).isEmpty();
  }

  @Test
  void rooms_are_renamed_archived_and_closed() {
    String old = stage.room.id();
    stage.room.rename("inc-43").archive().unarchive().makePrivate();
    slack.settle();
    assertThat(stage.app.events("channel_rename").map(event -> event.at("/channel/name").asText()))
        .containsExactly("inc-43");
    assertThat(stage.app.events("channel_archive")).hasSize(1);
    assertThat(
            stage
                .app
                .events("channel_id_changed")
                .map(event -> event.path("old_channel_id").asText()))
        .containsExactly(old);
    assertThat(stage.room.isPrivate()).isTrue();
  }
}
