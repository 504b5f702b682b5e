package dev.postmortem.rehearsal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page is told of the workspace, and what it does there. */
class PageTest {
  private Visit visit;

  @BeforeEach
  void open() throws IOException {
    visit = new Visit();
  }

  @AfterEach
  void close() {
    visit.close();
  }

  @Test
  void the_page_itself_is_there_with_everything_that_it_names() {
    String html = visit.get("/").body();
    assertThat(html).contains("<title>", "/page.js").doesNotContain("http://", "https://");
    var names = java.util.regex.Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(html);
    int count = 0;
    while (names.find()) {
      assertThat(visit.get(names.group(1)).statusCode()).as(names.group(1)).isEqualTo(200);
      count++;
    }
    assertThat(count).isGreaterThan(5);
  }

  @Test
  void somebody_sees_people_channels_shortcuts_and_commands() {
    var secret = visit.slack.privateChannel("secret", visit.jane);
    JsonNode state = visit.look("/state");
    assertThat(state.at("/me/name").asText()).isEqualTo("joe");
    assertThat(state.path("people").findValuesAsText("name")).containsExactly("joe", "jane");
    assertThat(state.path("channels").findValuesAsText("id"))
        .contains(visit.room.id(), visit.joe.dm().where().id())
        .doesNotContain(secret.id(), visit.jane.dm().where().id());
    assertThat(state.path("opens").asText()).isEqualTo(visit.room.id());
    assertThat(state.at("/shortcuts/message").findValuesAsText("callbackId")).contains("pm_add");
    assertThat(state.path("commands").findValuesAsText("name")).containsExactly("/pm", "/pm note");
    assertThat(state.at("/favourites/0/means").asText()).isEqualTo("Key Points");
    assertThat(visit.look("/state?as=jane").path("channels").findValuesAsText("id"))
        .contains(secret.id());
    assertThat(visit.get("/channels/" + secret.id() + "/messages?as=joe").statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_message_is_told_to_every_page_as_it_is_said() {
    try (var heard = visit.listen(visit.jane)) {
      JsonNode said = visit.does(visit.joe, "says", "text", "it is *down*, @jane");
      assertThat(said.path("ok").asBoolean()).isTrue();
      JsonNode message = heard.next("message");
      assertThat(message.path("channel").asText()).isEqualTo(visit.room.id());
      assertThat(message.at("/message/text").asText())
          .isEqualTo("it is *down*, <@" + visit.jane.id() + ">");
      assertThat(message.at("/message/ts")).isEqualTo(said.path("ts"));
    }
  }

  @Test
  void what_the_play_does_is_told_as_well() {
    try (var heard = visit.listen(visit.joe)) {
      var said = visit.jane.in(visit.room).says("wait");
      heard.next("message");
      visit.joe.in(visit.room).reacts("eyes", said);
      assertThat(heard.next("reaction").at("/reactions/0/name").asText()).isEqualTo("eyes");
      said.edit("go");
      assertThat(heard.next("changed").at("/message/text").asText()).isEqualTo("go");
      said.delete();
      assertThat(heard.next("deleted").path("ts").asText()).isNotEmpty();
      visit.clock.advance(java.time.Duration.ofMinutes(5));
      assertThat(heard.next("clock").path("now").asText()).isEqualTo("2026-11-22T14:10:00Z");
      visit.slack.channel("new-one", visit.joe);
      heard.next("channel");
    }
  }

  @Test
  void people_reply_edit_react_upload_join_and_invite() {
    String ts = visit.does(visit.joe, "says", "text", "first").path("ts").asText();
    visit.does(visit.jane, "replies", "thread", ts, "text", "second", "broadcast", true);
    visit.does(visit.joe, "edits", "ts", ts, "text", "first, corrected");
    visit.does(visit.jane, "reacts", "ts", ts, "name", "pushpin");
    visit.does(visit.joe, "reacts", "ts", ts, "name", "eyes");
    visit.does(visit.joe, "unreacts", "ts", ts, "name", "eyes");
    String bytes = Base64.getEncoder().encodeToString(new byte[] {1, 2, 3});
    visit.does(
        visit.joe, "uploads", "name", "a.png", "mime", "image/png", "base64", bytes, "text", "see");
    JsonNode messages = visit.messages(visit.jane);
    JsonNode first =
        Json.each(messages)
            .filter(one -> one.path("ts").asText().equals(ts))
            .findFirst()
            .orElseThrow();
    assertThat(first.path("text").asText()).isEqualTo("first, corrected");
    assertThat(first.has("edited")).isTrue();
    assertThat(first.path("reactions").findValuesAsText("name")).containsExactly("pushpin");
    assertThat(first.path("reply_count").asInt()).isEqualTo(1);
    String file = messages.findValue("files").path(0).path("url_private").asText();
    assertThat(file).startsWith("/files-pri/");
    assertThat(visit.get(file).headers().firstValue("Content-Type")).contains("image/png");
    var other = visit.slack.channel("other", visit.jane);
    assertThat(
            visit
                .does(visit.joe, "says", "channel", other.id(), "text", "x")
                .path("error")
                .asText())
        .contains("Join #other first");
    visit.does(visit.joe, "joins", "channel", other.id());
    visit.does(visit.joe, "invites", "channel", other.id(), "user", visit.slack.bot().id());
    assertThat(other.memberIds()).contains(visit.joe.id(), visit.slack.bot().id());
    visit.does(visit.joe, "deletes", "ts", ts);
    assertThat(visit.messages(visit.joe).findValuesAsText("text"))
        .doesNotContain("first, corrected");
  }

  @Test
  void nobody_touches_the_message_of_another() {
    String ts = visit.does(visit.joe, "says", "text", "mine").path("ts").asText();
    for (String verb : List.of("edits", "deletes")) {
      assertThat(visit.does(visit.jane, verb, "ts", ts, "text", "hers").path("error").asText())
          .contains("Only its author");
    }
    assertThat(visit.messages(visit.joe).findValuesAsText("text")).contains("mine");
  }

  @Test
  void an_answer_that_only_one_person_sees_is_told_to_that_person_alone() {
    visit.answers = body -> body.contains("command=%2Fpm") ? "only for you" : "";
    try (var his = visit.listen(visit.joe);
        var hers = visit.listen(visit.jane)) {
      visit.does(visit.joe, "types", "text", "/pm status");
      JsonNode told = his.next("ephemeral");
      assertThat(told.at("/message/text").asText()).isEqualTo("only for you");
      assertThat(visit.messages(visit.joe).toString()).contains("only for you");
      assertThat(visit.messages(visit.jane).toString()).doesNotContain("only for you");
      visit.does(visit.joe, "says", "text", "the end");
      JsonNode next = hers.next("message");
      assertThat(next.at("/message/text").asText()).isEqualTo("the end");
      String ts = told.at("/message/ts").asText();
      assertThat(visit.does(visit.jane, "dismisses", "ts", ts).has("error")).isTrue();
      visit.does(visit.joe, "dismisses", "ts", ts);
      assertThat(visit.messages(visit.joe).toString()).doesNotContain("only for you");
    }
  }

  @Test
  void a_private_channel_is_told_to_its_members_alone() {
    var secret = visit.slack.privateChannel("secret", visit.jane);
    try (var his = visit.listen(visit.joe)) {
      visit.jane.in(secret).says("between us");
      visit.jane.in(visit.room).says("for all");
      assertThat(his.next("message").at("/message/text").asText()).isEqualTo("for all");
    }
    assertThat(visit.does(visit.joe, "joins", "channel", secret.id()).has("error")).isTrue();
    assertThat(secret.memberIds()).doesNotContain(visit.joe.id());
  }

  @Test
  void what_the_client_refuses_is_a_sentence() {
    assertThat(visit.does(visit.joe, "types", "text", "/nope").path("error").asText())
        .isEqualTo("/nope is not a valid command.");
    assertThat(visit.does(visit.joe, "says", "text", "  ").path("error").asText())
        .isEqualTo("There is nothing to send.");
    String ts = visit.does(visit.joe, "says", "text", "a").path("ts").asText();
    visit.does(visit.joe, "reacts", "ts", ts, "name", "eyes");
    assertThat(visit.does(visit.joe, "reacts", "ts", ts, "name", "eyes").path("error").asText())
        .isEqualTo("Slack refuses: already_reacted");
    assertThat(visit.does(visit.joe, "reacts", "ts", ts, "name", "<b>").has("error")).isTrue();
    assertThat(visit.does(visit.joe, "flies").path("error").asText()).contains("flies");
  }

  @Test
  void an_app_that_is_gone_is_a_refusal_that_the_visitor_reads() {
    visit.slack.disconnect();
    assertThat(visit.does(visit.joe, "types", "text", "/pm status").path("error").asText())
        .isEqualTo("Slack shows: /pm failed with the error \"dispatch_failed\"");
    assertThat(visit.does(visit.joe, "shortcut", "callbackId", "pm_start").path("error").asText())
        .contains("Slack shows a warning");
  }

  @Test
  void tokens_and_secrets_are_masked_on_the_wire() {
    try (var heard = visit.listen(visit.joe)) {
      String token = "xox" + "b-12345-abcdef";
      visit.does(visit.joe, "says", "text", "look: " + token);
      int id = heard.next("wire").path("id").asInt();
      JsonNode detail = visit.look("/wire/" + id);
      assertThat(detail.path("what").asText()).isEqualTo("message");
      assertThat(detail.path("millis").isNumber()).isTrue();
      assertThat(detail.path("request").at("/event/text").asText()).isEqualTo("look: xoxb-•••");
      assertThat(detail.toString())
          .doesNotContain(token, visit.slack.signingSecret(), visit.slack.botToken())
          .doesNotContain("rehearsalverificationtoken");
    }
    assertThat(visit.get("/wire/999999").statusCode()).isEqualTo(404);
    assertThat(visit.get("/wire/x").statusCode()).isEqualTo(404);
  }

  @Test
  void hostile_text_is_told_as_text() {
    String hostile =
        "<script>alert(1)</script> <img src=x onerror=alert(1)> \" ' & \u2028 </style>";
    visit.does(visit.joe, "says", "text", hostile);
    var answer = visit.get("/channels/" + visit.room.id() + "/messages?as=joe");
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(Json.parse(answer.body()).path("messages").findValuesAsText("text"))
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; \" ' &amp;"
                + " \u2028 &lt;/style&gt;");
    assertThat(visit.get("/state?as=%3Cscript%3E").body()).doesNotContain("<script>");
  }

  @Test
  void a_play_is_commanded_and_told() throws IOException {
    visit.close();
    List<String> commands = new CopyOnWriteArrayList<>();
    List<Runnable> listeners = new CopyOnWriteArrayList<>();
    Controls controls =
        new Controls() {
          @Override
          public ObjectNode state() {
            return Json.of("said", commands.toString());
          }

          @Override
          public void command(String verb, ObjectNode arguments) throws Refused {
            if (verb.equals("rewind")) {
              throw new Refused("Time only goes forward.");
            }
            commands.add(verb + " " + arguments.path("factor").asInt());
            listeners.forEach(Runnable::run);
          }

          @Override
          public void onChange(Runnable listener) {
            listeners.add(listener);
          }
        };
    visit = new Visit(Optional.of(controls));
    try (var heard = visit.listen(visit.joe)) {
      assertThat(visit.plays(Json.of("verb", "speed", "factor", 4)).statusCode()).isEqualTo(200);
      assertThat(heard.next("play").path("said").asText()).isEqualTo("[speed 4]");
    }
    assertThat(visit.look("/play").path("said").asText()).isEqualTo("[speed 4]");
    assertThat(visit.plays(Json.of("verb", "rewind")).body()).contains("Time only goes forward.");
    assertThat(visit.look("/state").path("hasPlay").asBoolean()).isTrue();
  }

  @Test
  void without_a_play_there_is_nothing_to_command() {
    assertThat(visit.plays(Json.of("verb", "pause")).statusCode()).isEqualTo(404);
    assertThat(visit.look("/state").path("hasPlay").asBoolean()).isFalse();
  }
}
