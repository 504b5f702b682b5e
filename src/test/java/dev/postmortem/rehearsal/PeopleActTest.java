package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.AppDouble.Answer;
import dev.postmortem.rehearsal.text.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeopleActTest {
  private static final String FORM =
      """
      {"type":"modal","callback_id":"start","title":{"type":"plain_text","text":"Start"},
       "submit":{"type":"plain_text","text":"Open"},"private_metadata":"C1","notify_on_close":true,
       "blocks":[
        {"type":"input","block_id":"title","label":{"type":"plain_text","text":"Title"},
         "element":{"type":"plain_text_input","action_id":"v","max_length":20}},
        {"type":"input","block_id":"sev","label":{"type":"plain_text","text":"Severity"},"optional":true,
         "element":{"type":"static_select","action_id":"v","options":[
          {"text":{"type":"plain_text","text":"High & loud"},"value":"1"},
          {"text":{"type":"plain_text","text":"Low"},"value":"2"}],
          "initial_option":{"text":{"type":"plain_text","text":"Low"},"value":"2"}}},
        {"type":"input","block_id":"who","label":{"type":"plain_text","text":"Point person"},"optional":true,
         "element":{"type":"multi_users_select","action_id":"v"}},
        {"type":"input","block_id":"day","label":{"type":"plain_text","text":"Day"},"optional":true,
         "element":{"type":"datepicker","action_id":"v"}},
        {"type":"input","block_id":"at","label":{"type":"plain_text","text":"At"},"optional":true,
         "element":{"type":"timepicker","action_id":"v"}},
        {"type":"input","block_id":"when","label":{"type":"plain_text","text":"When"},"optional":true,
         "element":{"type":"datetimepicker","action_id":"v"}},
        {"type":"input","block_id":"impact","label":{"type":"plain_text","text":"Impact"},"optional":true,
         "element":{"type":"rich_text_input","action_id":"v"}},
        {"type":"actions","block_id":"more","elements":[
         {"type":"button","action_id":"more","text":{"type":"plain_text","text":"More…"},"value":"2"}]}]}
      """;

  private final Stage stage = new Stage();
  private final Workspace slack = stage.slack;
  private final AppDouble app = stage.app;

  @AfterEach
  void close() {
    stage.close();
  }

  private JsonNode open(String trigger) {
    return app.call("views.open", "trigger_id", trigger, "view", Json.parse(FORM));
  }

  private String trigger() {
    app.acknowledges("");
    stage.joe.in(stage.room).types("/pm start");
    return app.lastGesture().form().path("trigger_id").asText();
  }

  private Modal modal() {
    assertThat(open(trigger()).path("ok").asBoolean()).isTrue();
    return stage.joe.modal();
  }

  @Test
  void a_command_comes_with_escaped_mentions_and_its_answer_is_private() {
    Channel closed = slack.privateChannel("closed", stage.joe);
    UserGroup group = slack.userGroup("sre", "Reliability", stage.jane);
    app.acknowledges("{\"text\":\"*Done*\"}");
    CommandAnswer answer =
        stage.joe.in(closed).types("/pm task @jane ask @sre in #inc-42 & #closed");
    ObjectNode form = app.lastGesture().form();
    assertThat(form.path("text").asText())
        .isEqualTo(
            "task <@"
                + stage.jane.id()
                + "|Jane Doe> ask <!subteam^"
                + group.id()
                + "|@sre> in <#"
                + stage.room.id()
                + "|inc-42> &amp; <#"
                + closed.id()
                + "|>");
    assertThat(form.path("channel_name").asText()).isEqualTo("privategroup");
    assertThat(answer.text()).isEqualTo("Done");
    assertThat(answer.isPrivate()).isTrue();
    assertThat(stage.joe.dm().types("/pm help").text()).isEqualTo("Done");
    assertThat(app.lastGesture().form().path("channel_name").asText()).isEqualTo("directmessage");
    assertThatThrownBy(() -> stage.joe.in(closed).types("/other"))
        .hasMessageContaining("not a valid command");
  }

  @Test
  void an_answer_may_come_later_five_times_within_half_an_hour() {
    app.acknowledges("");
    CommandAnswer answer = stage.joe.in(stage.room).types("/pm status");
    assertThat(answer.isPresent()).isFalse();
    String url = app.lastGesture().form().path("response_url").asText();
    String message = "{\"text\":\"fine\",\"response_type\":\"in_channel\"}";
    for (int i = 0; i < 5; i++) {
      assertThat(app.post(url, "application/json", message).body()).isEqualTo("ok");
    }
    assertThat(app.post(url, "application/json", message).body()).isEqualTo("used_url");
    assertThat(answer.text()).isEqualTo("fine");
    assertThat(answer.isPrivate()).isFalse();
    assertThat(answer.all()).hasSize(5);
    stage.joe.in(stage.room).types("/pm status");
    stage.clock.advance(Duration.ofMinutes(31));
    assertThat(
            app.post(
                    app.lastGesture().form().path("response_url").asText(),
                    "application/json",
                    message)
                .body())
        .isEqualTo("expired_url");
  }

  @Test
  void a_failed_command_is_shown_to_the_person() {
    app.answers(request -> new Answer(500, ""));
    CommandAnswer answer = stage.joe.in(stage.room).types("/pm help");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(stage.joe.in(stage.room).sees("dispatch_failed").isEphemeral()).isTrue();
  }

  @Test
  void a_trigger_is_good_once_and_for_three_seconds() {
    String trigger = trigger();
    assertThat(open(trigger).path("ok").asBoolean()).isTrue();
    assertThat(open(trigger).path("error").asText()).isEqualTo("exchanged_trigger_id");
    assertThat(open("1.2.3").path("error").asText()).isEqualTo("invalid_trigger_id");
    trigger = trigger();
    stage.clock.advance(Duration.ofMillis(3001));
    assertThat(open(trigger).path("error").asText()).isEqualTo("expired_trigger_id");
  }

  @Test
  void what_a_person_enters_is_submitted_by_block_and_action() {
    Modal modal = modal();
    modal
        .fill("Title", "Database down")
        .choose("Severity", "High & loud")
        .pickUser("Point person", stage.jane, stage.joe);
    modal
        .pickDate("Day", LocalDate.of(2026, 11, 22))
        .pickTime("At", LocalTime.of(9, 5))
        .pickDateTime("when", Instant.ofEpochSecond(1_795_442_709));
    modal.writes("Impact", "a lot\nof it");
    assertThat(modal.value("Severity")).isEqualTo("High & loud");
    assertThat(modal.value("Impact")).isEqualTo("a lot\nof it");
    assertThat(modal.text()).contains("Start").contains("Title: Database down");
    app.acknowledges("");
    Submission done = modal.submit();
    assertThat(done.isClosed()).isTrue();
    assertThat(stage.joe.openModal()).isEmpty();
    JsonNode payload = app.lastGesture().payload();
    assertThat(payload.path("type").asText()).isEqualTo("view_submission");
    JsonNode values = payload.at("/view/state/values");
    assertThat(values.at("/title/v/value").asText()).isEqualTo("Database down");
    assertThat(values.at("/sev/v/selected_option/value").asText()).isEqualTo("1");
    assertThat(values.at("/who/v/selected_users")).hasSize(2);
    assertThat(values.at("/day/v/selected_date").asText()).isEqualTo("2026-11-22");
    assertThat(values.at("/at/v/selected_time").asText()).isEqualTo("09:05");
    assertThat(values.at("/when/v/selected_date_time").asInt()).isEqualTo(1_795_442_709);
    assertThat(values.at("/impact/v/rich_text_value/type").asText()).isEqualTo("rich_text");
  }

  @Test
  void the_client_itself_refuses_what_is_missing_or_too_long() {
    Modal modal = modal();
    int before = app.received().size();
    assertThat(modal.submit().errors()).containsOnlyKeys("Title");
    modal.fill("Title", "x".repeat(21));
    assertThat(modal.submit().hasErrors()).isTrue();
    assertThat(app.received()).hasSize(before);
  }

  @Test
  void errors_belong_to_inputs_of_the_view_or_are_trouble() {
    Modal modal = modal().fill("Title", "x");
    app.acknowledges("{\"response_action\":\"errors\",\"errors\":{\"title\":\"too vague\"}}");
    assertThat(modal.submit().errors()).containsEntry("Title", "too vague");
    app.acknowledges("{\"response_action\":\"errors\",\"errors\":{\"more\":\"no\"}}");
    assertThat(modal.submit().problem()).contains("trouble connecting");
    app.acknowledges("not json");
    assertThat(modal.submit().outcome()).isEqualTo(Submission.Outcome.FAILED);
    assertThat(modal.isOpen()).isTrue();
  }

  @Test
  void a_view_is_updated_pushed_and_cleared_by_the_acknowledgement() {
    Modal modal = modal().fill("Title", "kept");
    app.acknowledges(
        "{\"response_action\":\"update\",\"view\":" + FORM.replace("\"Start\"", "\"Again\"") + "}");
    assertThat(modal.submit().outcome()).isEqualTo(Submission.Outcome.UPDATED);
    assertThat(modal.title()).isEqualTo("Again");
    assertThat(modal.value("Title")).isEqualTo("kept");
    app.acknowledges("{\"response_action\":\"push\",\"view\":" + FORM + "}");
    Modal second = modal.submit().modal();
    assertThat(second.id()).isNotEqualTo(modal.id());
    Modal third = second.fill("Title", "x").submit().modal();
    assertThat(third.fill("Title", "x").submit().problem()).contains("push_limit_reached");
    app.acknowledges("{\"response_action\":\"clear\"}");
    assertThat(third.submit().isClosed()).isTrue();
    assertThat(modal.isOpen()).isFalse();
  }

  @Test
  void a_stale_hash_is_a_conflict_and_an_external_id_is_taken_once() {
    JsonNode view = open(trigger()).path("view");
    String id = view.path("id").asText();
    ObjectNode named = Json.copy(Json.parse(FORM)).put("external_id", "one");
    JsonNode updated =
        app.call("views.update", "view_id", id, "hash", view.path("hash").asText(), "view", named);
    assertThat(updated.path("ok").asBoolean()).isTrue();
    updated =
        app.call("views.update", "view_id", id, "hash", view.path("hash").asText(), "view", named);
    assertThat(updated.path("error").asText()).isEqualTo("hash_conflict");
    assertThat(
            app.call("views.push", "trigger_id", trigger(), "view", named).path("error").asText())
        .isEqualTo("duplicate_external_id");
    assertThat(app.call("views.update", "external_id", "one", "view", named).path("ok").asBoolean())
        .isTrue();
    assertThat(app.call("views.update", "view_id", "V0", "view", named).path("error").asText())
        .isEqualTo("not_found");
  }

  @Test
  void closing_is_told_if_the_view_asked_for_it() {
    modal().close();
    assertThat(app.lastGesture().payload().path("type").asText()).isEqualTo("view_closed");
    assertThat(app.lastGesture().payload().path("is_cleared").asBoolean()).isFalse();
    assertThat(stage.joe.openModal()).isEmpty();
  }

  @Test
  void a_button_in_a_modal_comes_with_the_view_and_one_in_a_message_with_the_message() {
    ClickResult clicked = modal().click("More…");
    assertThat(clicked.failed()).isFalse();
    JsonNode payload = app.lastGesture().payload();
    assertThat(payload.at("/actions/0/value").asText()).isEqualTo("2");
    assertThat(payload.path("view").isObject()).isTrue();
    assertThat(payload.has("channel")).isFalse();
    assertThat(payload.has("response_url")).isFalse();
    Message message = posted();
    assertThat(message.buttons()).containsExactly("Resolve");
    stage.jane.clicks(message, "Resolve");
    payload = app.lastGesture().payload();
    assertThat(payload.at("/message/ts").asText()).isEqualTo(message.ts());
    assertThat(payload.at("/container/is_ephemeral").asBoolean()).isFalse();
    String url = payload.path("response_url").asText();
    app.post(url, "application/json", "{\"replace_original\":true,\"text\":\"resolved by Jane\"}");
    assertThat(message.text()).isEqualTo("resolved by Jane");
  }

  private Message posted() {
    String blocks =
        """
        [{"type":"actions","elements":[
          {"type":"button","action_id":"r","text":{"type":"plain_text","text":"Resolve"},"style":"primary"},
          {"type":"static_select","action_id":"s","placeholder":{"type":"plain_text","text":"Which"},"options":[
            {"text":{"type":"plain_text","text":"First"},"value":"1"},
            {"text":{"type":"plain_text","text":"Second"},"value":"2"}]}]}]
        """;
    app.call(
        "chat.postMessage",
        "channel",
        stage.room.id(),
        "text",
        "Resolve it?",
        "blocks",
        Json.parse(blocks));
    return stage.jane.in(stage.room).sees("Resolve it?");
  }

  @Test
  void a_menu_in_a_message_sends_what_was_chosen() {
    posted().choose(stage.jane, "Which", "Second");
    JsonNode payload = app.lastGesture().payload();
    assertThat(payload.at("/actions/0/selected_option/value").asText()).isEqualTo("2");
    assertThat(payload.at("/state/values").toString()).contains("\"value\":\"2\"");
  }

  @Test
  void shortcuts_open_from_messages_and_from_anywhere() {
    Channel elsewhere = slack.channel("elsewhere", stage.joe);
    Message said = stage.joe.in(elsewhere).says("it was the cache");
    stage.joe.in(elsewhere).shortcut("Add to post-mortem", said);
    JsonNode payload = app.lastGesture().payload();
    assertThat(payload.path("callback_id").asText()).isEqualTo("pm_add");
    assertThat(payload.at("/message/text").asText()).isEqualTo("it was the cache");
    stage.joe.globalShortcut("Start a post-mortem");
    payload = app.lastGesture().payload();
    assertThat(payload.path("type").asText()).isEqualTo("shortcut");
    assertThat(open(payload.path("trigger_id").asText()).path("ok").asBoolean()).isTrue();
    assertThatThrownBy(() -> stage.joe.globalShortcut("Nothing"))
        .hasMessageContaining("no global shortcut");
  }

  @Test
  void the_home_tab_is_published_and_clicked() {
    String home =
        """
        {"type":"home","blocks":[
         {"type":"header","text":{"type":"plain_text","text":"My post-mortems"}},
         {"type":"section","text":{"type":"mrkdwn","text":"*None* yet"},
          "accessory":{"type":"button","action_id":"go","text":{"type":"plain_text","text":"Start one"}}}]}
        """;
    assertThat(stage.joe.opensHome().isPublished()).isFalse();
    assertThat(app.events("app_home_opened")).hasSize(1);
    app.call("views.publish", "user_id", stage.joe.id(), "view", Json.parse(home));
    assertThat(stage.joe.home().text()).isEqualTo("My post-mortems\nNone yet\n[Start one]");
    stage.joe.home().click("Start one");
    assertThat(app.lastGesture().payload().at("/view/type").asText()).isEqualTo("home");
    assertThat(stage.joe.opensHome().buttons()).containsExactly("Start one");
  }

  @Test
  void the_transcript_shows_the_room_as_text() {
    Message down = stage.joe.in(stage.room).says("it is down");
    stage.jane.in(stage.room).replies(down, "looking");
    stage.jane.in(stage.room).reacts("pushpin", down);
    assertThat(slack.transcript(stage.room))
        .endsWith("14:05:00 Joe Bloggs: it is down [pushpin]\n    14:05:00 Jane Doe: looking");
  }

  @Test
  void waiting_in_vain_says_for_what() {
    WorkspacePlan.Builder impatient =
        Workspace.plan().manifest(Stage.manifest()).patience(Duration.ofMillis(20));
    try (Workspace alone = Workspace.open(impatient.build())) {
      assertThatThrownBy(() -> alone.awaitTrue("the impossible", () -> false))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("in vain for the impossible");
    }
  }

  @Test
  void a_recorded_message_is_replayed_as_it_was() {
    ObjectNode recorded =
        Json.of(
            "ts",
            "1549384020.000100",
            "user",
            "U1885990F",
            "text",
            "It's bump time!",
            "type",
            "message");
    stage.room.replays(recorded);
    slack.settle();
    assertThat(app.last().event().path("ts").asText()).isEqualTo("1549384020.000100");
    stage.room.remembers(Json.of("ts", "1549384021.000100", "user", "U1885990F", "text", "before"));
    assertThat(stage.room.message("before").ts()).isEqualTo("1549384021.000100");
  }
}
