package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.wire.ApiCall;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebApiTest {
  private final Stage stage = new Stage();
  private final Workspace slack = stage.slack;
  private final AppDouble app = stage.app;

  @AfterEach
  void close() {
    stage.close();
  }

  private JsonNode post(String text, Object... more) {
    List<Object> args = new ArrayList<>(List.of("channel", stage.room.id(), "text", text));
    args.addAll(List.of(more));
    return app.call("chat.postMessage", args.toArray());
  }

  private static String error(JsonNode answer) {
    return answer.path("error").asText();
  }

  @Test
  void who_calls_is_checked_first() {
    JsonNode who = app.call("auth.test");
    assertThat(who.path("url").asText()).isEqualTo("https://rehearsal.slack.com/");
    assertThat(who.path("bot_id").asText()).isEqualTo(slack.bot().botId());
    assertThat(app.callRaw("auth.test", "xoxb-other", Json.of()).body()).contains("invalid_auth");
    assertThat(app.callRaw("users.list", slack.appToken(), Json.of()).body())
        .contains("not_allowed_token_type");
    assertThat(app.callRaw("auth.test", slack.appToken(), Json.of()).body())
        .contains(slack.appId());
    assertThat(app.callForm("auth.test", Map.of("token", slack.botToken())).body())
        .contains("\"ok\":true");
    assertThat(app.callForm("auth.test", Map.of("a", "b")).body()).contains("not_authed");
    assertThat(error(app.call("chat.shout"))).isEqualTo("unknown_method");
  }

  @Test
  void a_missing_scope_is_named() {
    slack.withdrawScope("users:read");
    JsonNode answer = app.call("users.info", "user", stage.joe.id());
    assertThat(error(answer)).isEqualTo("missing_scope");
    assertThat(answer.path("needed").asText()).isEqualTo("users:read");
    assertThat(answer.path("provided").asText()).contains("chat:write");
    assertThat(error(app.call("pins.list", "channel", stage.room.id()))).isEqualTo("missing_scope");
  }

  @Test
  void people_are_told_with_role_and_zone_and_without_it_once_they_left() {
    JsonNode user = app.call("users.info", "user", stage.joe.id()).path("user");
    assertThat(user.at("/profile/title").asText()).isEqualTo("Support Staff");
    assertThat(user.path("tz").asText()).isEqualTo("Europe/London");
    assertThat(user.path("tz_offset").asInt(-1)).isZero();
    stage.joe.departs();
    user = app.call("users.info", "user", stage.joe.id()).path("user");
    assertThat(user.path("deleted").asBoolean()).isTrue();
    assertThat(user.has("tz")).isFalse();
    assertThat(error(app.call("users.info", "user", "U0NOBODY"))).isEqualTo("user_not_found");
  }

  @Test
  void channels_are_closed_to_those_who_are_not_in_them() {
    Channel open = slack.channel("open", stage.joe);
    Channel closed = slack.privateChannel("closed", stage.joe);
    assertThat(error(app.call("conversations.history", "channel", open.id())))
        .isEqualTo("not_in_channel");
    assertThat(error(app.call("conversations.history", "channel", closed.id())))
        .isEqualTo("channel_not_found");
    assertThat(error(app.call("chat.postMessage", "channel", closed.id(), "text", "x")))
        .isEqualTo("channel_not_found");
    assertThat(
            app.call("chat.postMessage", "channel", open.id(), "text", "x").path("ok").asBoolean())
        .isTrue();
    slack.withdrawScope("chat:write.public");
    assertThat(error(app.call("chat.postMessage", "channel", open.id(), "text", "x")))
        .isEqualTo("not_in_channel");
    assertThat(
            app.call("conversations.join", "channel", open.id())
                .at("/channel/is_member")
                .asBoolean())
        .isTrue();
    open.archive();
    assertThat(error(app.call("chat.postMessage", "channel", open.id(), "text", "x")))
        .isEqualTo("is_archived");
    assertThat(error(app.call("conversations.info", "channel", stage.joe.dm().where().id())))
        .isEqualTo("missing_scope");
  }

  @Test
  void a_text_is_stored_normalised_and_given_a_rich_text_block() {
    JsonNode message =
        post("R&D says 1 < 2, see https://x.example 🔥 " + stage.joe.mention()).path("message");
    assertThat(message.path("text").asText())
        .isEqualTo("R&amp;D says 1 &lt; 2, see <https://x.example> :fire: " + stage.joe.mention());
    assertThat(message.at("/blocks/0/type").asText()).isEqualTo("rich_text");
    assertThat(stage.room.message("R&D").screen())
        .isEqualTo("R&D says 1 < 2, see https://x.example :fire: @Joe Bloggs");
  }

  @Test
  void a_reply_to_a_deleted_parent_lands_in_the_channel() {
    Message parent = stage.joe.in(stage.room).says("down");
    parent.delete();
    JsonNode answer = post("late", "thread_ts", parent.ts());
    assertThat(answer.path("ok").asBoolean()).isTrue();
    assertThat(answer.at("/message/thread_ts").isMissingNode()).isTrue();
    assertThat(
            error(
                app.call(
                    "chat.getPermalink", "channel", stage.room.id(), "message_ts", parent.ts())))
        .isEqualTo("message_not_found");
  }

  @Test
  void an_update_counts_bytes_drops_blocks_and_is_for_own_messages_only() {
    String blocks = "[{\"type\":\"divider\"}]";
    String ts =
        post(
                "one",
                "blocks",
                Json.parse(blocks),
                "metadata",
                Json.parse("{\"event_type\":\"a\",\"event_payload\":{}}"))
            .path("ts")
            .asText();
    JsonNode changed = app.call("chat.update", "channel", stage.room.id(), "ts", ts, "text", "two");
    assertThat(changed.at("/message/blocks/0/type").asText()).isEqualTo("rich_text");
    assertThat(changed.at("/message/metadata/event_type").asText()).isEqualTo("a");
    assertThat(changed.at("/message/edited/user").asText()).isEqualTo(slack.botUserId());
    changed =
        app.call("chat.update", "channel", stage.room.id(), "ts", ts, "text", "é".repeat(2001));
    assertThat(error(changed)).isEqualTo("msg_too_long");
    Message others = stage.joe.in(stage.room).says("mine");
    assertThat(
            error(
                app.call(
                    "chat.update", "channel", stage.room.id(), "ts", others.ts(), "text", "x")))
        .isEqualTo("cant_update_message");
    assertThat(error(app.call("chat.delete", "channel", stage.room.id(), "ts", others.ts())))
        .isEqualTo("cant_delete_message");
    assertThat(app.call("chat.delete", "channel", stage.room.id(), "ts", ts).path("ok").asBoolean())
        .isTrue();
  }

  @Test
  void an_ephemeral_is_for_one_member_only_and_cannot_be_addressed() {
    JsonNode answer =
        app.call(
            "chat.postEphemeral",
            "channel",
            stage.room.id(),
            "user",
            stage.joe.id(),
            "text",
            "psst");
    assertThat(stage.joe.in(stage.room).sees("psst").isEphemeral()).isTrue();
    assertThat(stage.jane.in(stage.room).sees())
        .noneMatch(message -> message.text().contains("psst"));
    String ts = answer.path("message_ts").asText();
    assertThat(error(app.call("chat.update", "channel", stage.room.id(), "ts", ts, "text", "x")))
        .isEqualTo("message_not_found");
    Member stranger = slack.member("sam", "Sam", "", ZoneId.of("UTC"));
    answer =
        app.call(
            "chat.postEphemeral",
            "channel",
            stage.room.id(),
            "user",
            stranger.id(),
            "text",
            "psst");
    assertThat(error(answer)).isEqualTo("user_not_in_channel");
  }

  @Test
  void history_pages_newest_first_and_threads_start_with_the_parent_on_every_page() {
    Message parent = stage.joe.in(stage.room).says("zero");
    List<String> replies = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      stage.joe.in(stage.room).says("m" + i);
      replies.add(stage.jane.in(stage.room).replies(parent, "r" + i).ts());
    }
    JsonNode page = app.call("conversations.history", "channel", stage.room.id(), "limit", 4);
    assertThat(texts(page)).containsExactly("m5", "m4", "m3", "m2");
    assertThat(page.path("has_more").asBoolean()).isTrue();
    stage.joe.in(stage.room).says("meanwhile");
    page =
        app.call(
            "conversations.history",
            "channel",
            stage.room.id(),
            "limit",
            4,
            "cursor",
            page.at("/response_metadata/next_cursor").asText());
    assertThat(texts(page)).startsWith("m1", "zero");
    page =
        app.call(
            "conversations.replies", "channel", stage.room.id(), "ts", parent.ts(), "limit", 3);
    assertThat(texts(page)).containsExactly("zero", "r1", "r2", "r3");
    assertThat(page.at("/messages/0/reply_count").asInt()).isEqualTo(5);
    page =
        app.call(
            "conversations.replies",
            "channel",
            stage.room.id(),
            "ts",
            parent.ts(),
            "limit",
            3,
            "cursor",
            page.at("/response_metadata/next_cursor").asText());
    assertThat(texts(page)).containsExactly("zero", "r4", "r5");
    page =
        app.call(
            "conversations.history",
            "channel",
            stage.room.id(),
            "latest",
            parent.ts(),
            "inclusive",
            true,
            "limit",
            1);
    assertThat(texts(page)).containsExactly("zero");
    page =
        app.call(
            "conversations.replies",
            "channel",
            stage.room.id(),
            "ts",
            parent.ts(),
            "oldest",
            replies.get(3));
    assertThat(texts(page)).containsExactly("zero", "r5");
    assertThat(
            error(app.call("conversations.replies", "channel", stage.room.id(), "ts", "1.000000")))
        .isEqualTo("thread_not_found");
  }

  private static List<String> texts(JsonNode page) {
    return Json.each(page.path("messages")).map(message -> message.path("text").asText()).toList();
  }

  @Test
  void metadata_is_told_only_when_asked_for() {
    post("x", "metadata", Json.parse("{\"event_type\":\"a\",\"event_payload\":{\"k\":1}}"));
    String channel = stage.room.id();
    assertThat(
            app.call("conversations.history", "channel", channel).at("/messages/0").has("metadata"))
        .isFalse();
    JsonNode page =
        app.call("conversations.history", "channel", channel, "include_all_metadata", true);
    assertThat(page.at("/messages/0/metadata/event_payload/k").asInt()).isEqualTo(1);
  }

  @Test
  void a_channel_takes_about_one_message_a_second_and_a_small_burst() {
    slack.rateLimits().burst(2);
    post("one");
    post("two");
    HttpResponse<String> third =
        app.callRaw(
            "chat.postMessage",
            slack.botToken(),
            Json.of("channel", stage.room.id(), "text", "three"));
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).contains("1");
    stage.clock.advance(Duration.ofSeconds(2));
    assertThat(post("three").path("ok").asBoolean()).isTrue();
  }

  @Test
  void faults_come_when_they_are_told_to() {
    slack
        .faults()
        .next("chat.postMessage", Fault.ratelimited(30))
        .next("chat.postMessage", Fault.error("is_archived"))
        .next("chat.postMessage", Fault.http(503))
        .next("chat.postMessage", Fault.drop())
        .next("chat.postMessage", Fault.slow(Duration.ofMillis(20)));
    var args = Json.of("channel", stage.room.id(), "text", "x");
    assertThat(
            app.callRaw("chat.postMessage", slack.botToken(), args)
                .headers()
                .firstValue("retry-after"))
        .contains("30");
    assertThat(error(post("x"))).isEqualTo("is_archived");
    HttpResponse<String> broken = app.callRaw("chat.postMessage", slack.botToken(), args);
    assertThat(broken.statusCode()).isEqualTo(503);
    assertThat(broken.body()).startsWith("<html>");
    Assertions.assertThatThrownBy(() -> post("done all the same"))
        .hasMessageContaining("IOException");
    assertThat(stage.room.message("done all the same").isDeleted()).isFalse();
    assertThat(post("late").path("ok").asBoolean()).isTrue();
    assertThat(slack.journal().calls("chat.postMessage"))
        .extracting(ApiCall::status)
        .containsExactly(429, 200, 503, 200, 200);
  }

  @Test
  void direct_messages_are_opened_on_demand_and_groups_are_listed() {
    UserGroup group = slack.userGroup("sre", "Reliability", stage.jane);
    assertThat(app.call("usergroups.users.list", "usergroup", group.id()).at("/users/0").asText())
        .isEqualTo(stage.jane.id());
    JsonNode sent =
        app.call(
            "chat.postMessage",
            "channel",
            stage.jane.id(),
            "text",
            "hello <!subteam^" + group.id() + ">");
    assertThat(sent.path("channel").asText()).startsWith("D");
    assertThat(app.call("conversations.open", "users", stage.jane.id()).at("/channel/id").asText())
        .isEqualTo(sent.path("channel").asText());
    assertThat(stage.jane.dm().sees("hello").screen()).isEqualTo("hello @sre");
    assertThat(error(app.call("conversations.open", "users", slack.botUserId())))
        .isEqualTo("cannot_dm_bot");
  }

  @Test
  void lists_know_which_kinds_may_be_listed() {
    slack.privateChannel("closed", stage.joe);
    JsonNode page = app.call("users.conversations");
    assertThat(Json.each(page.path("channels")).map(room -> room.path("name").asText()))
        .containsExactly("inc-42");
    assertThat(
            app.call("conversations.list", "types", "public_channel,private_channel")
                .path("channels"))
        .hasSize(1);
    assertThat(error(app.call("conversations.list", "types", "im"))).isEqualTo("missing_scope");
    assertThat(app.call("conversations.members", "channel", stage.room.id()).path("members"))
        .hasSize(3);
    assertThat(app.call("users.list", "limit", 2).at("/response_metadata/next_cursor").asText())
        .isNotEmpty();
  }

  @Test
  void a_revoked_token_opens_nothing_and_the_app_is_told() {
    slack.revokeToken();
    slack.settle();
    assertThat(error(app.call("auth.test"))).isEqualTo("token_revoked");
    assertThat(app.events("tokens_revoked")).hasSize(1);
  }
}
