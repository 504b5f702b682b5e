package dev.postmortem.rehearsal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buttons, menus and windows, pressed in the page. */
class PageWindowsTest {
  private static final String MODAL =
      """
      {"type": "modal", "title": {"type": "plain_text", "text": "Form"},
       "submit": {"type": "plain_text", "text": "Save"},
       "blocks": [
        {"type": "input", "block_id": "b1", "label": {"type": "plain_text", "text": "Title"},
         "element": {"type": "plain_text_input", "action_id": "a1"}},
        {"type": "input", "block_id": "b2", "optional": true, "label": {"type": "plain_text", "text": "How bad"},
         "element": {"type": "static_select", "action_id": "a2", "options": [
          {"text": {"type": "plain_text", "text": "bad"}, "value": "1"},
          {"text": {"type": "plain_text", "text": "worse"}, "value": "2"}]}}]}
      """;
  private Visit visit;

  @BeforeEach
  void open() throws IOException {
    visit = new Visit();
  }

  @AfterEach
  void close() {
    visit.close();
  }

  private JsonNode call(String method, ObjectNode args) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(visit.slack.apiUrl() + method))
            .header("Authorization", "Bearer " + visit.slack.botToken())
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(args.toString()))
            .build();
    try {
      return Json.parse(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode lastInteraction() {
    String body = visit.received.get(visit.received.size() - 1);
    assertThat(body).startsWith("payload=");
    return Json.parse(URLDecoder.decode(body.substring(8), StandardCharsets.UTF_8));
  }

  private String opened() {
    visit.does(visit.joe, "shortcut", "callbackId", "pm_start");
    String trigger = lastInteraction().path("trigger_id").asText();
    JsonNode answer = call("views.open", Json.of("trigger_id", trigger, "view", Json.parse(MODAL)));
    assertThat(answer.path("ok").asBoolean()).isTrue();
    return answer.at("/view/id").asText();
  }

  private static ObjectNode state(String title, JsonNode option) {
    ObjectNode values = Json.of();
    values.set("b1", Json.of("a1", Json.of("type", "plain_text_input", "value", title)));
    values.set("b2", Json.of("a2", Json.of("type", "static_select", "selected_option", option)));
    return Json.of("values", values);
  }

  @Test
  void a_window_that_the_app_opens_is_shown_to_its_person_alone_and_closes() {
    try (var heard = visit.listen(visit.joe)) {
      String id = opened();
      assertThat(heard.next("view").at("/stack/0/id").asText()).isEqualTo(id);
      assertThat(visit.look("/views?as=joe").at("/stack/0/title/text").asText()).isEqualTo("Form");
      assertThat(visit.look("/views?as=jane").path("stack")).isEmpty();
      visit.does(visit.joe, "closes", "viewId", id, "all", true);
      assertThat(heard.next("view").path("stack")).isEmpty();
    }
  }

  @Test
  void what_was_entered_is_checked_by_the_client_and_then_submitted() {
    String id = opened();
    JsonNode wanting =
        visit.does(visit.joe, "submits", "viewId", id, "state", state("", NullNode.getInstance()));
    assertThat(wanting.at("/errors/b1").asText()).isEqualTo("Please complete this required field.");
    JsonNode done =
        visit.does(
            visit.joe, "submits", "viewId", id, "state", state("Down", Json.of("value", "2")));
    assertThat(done.path("outcome").asText()).isEqualTo("CLOSED");
    JsonNode values = lastInteraction().at("/view/state/values");
    assertThat(values.at("/b1/a1/value").asText()).isEqualTo("Down");
    assertThat(values.at("/b2/a2/selected_option/text/text").asText()).isEqualTo("worse");
  }

  @Test
  void errors_of_the_app_come_back_by_their_blocks() {
    visit.answers =
        body ->
            body.contains("view_submission")
                ? "{\"response_action\": \"errors\", \"errors\": {\"b1\": \"taken\"}}"
                : "";
    String id = opened();
    JsonNode answer =
        visit.does(
            visit.joe, "submits", "viewId", id, "state", state("Down", Json.of("value", "1")));
    assertThat(answer.at("/errors/b1").asText()).isEqualTo("taken");
  }

  @Test
  void an_option_that_the_app_does_not_offer_cannot_be_chosen() {
    String id = opened();
    JsonNode answer =
        visit.does(
            visit.joe, "submits", "viewId", id, "state", state("Down", Json.of("value", "9")));
    assertThat(answer.path("error").asText()).isEqualTo("That cannot be chosen any more.");
  }

  @Test
  void somebody_else_s_window_is_out_of_reach() {
    String id = opened();
    JsonNode answer =
        visit.does(
            visit.jane, "submits", "viewId", id, "state", state("Down", Json.of("value", "1")));
    assertThat(answer.path("error").asText()).isEqualTo("That window is closed already.");
  }

  @Test
  void a_button_of_a_message_is_told_to_the_app() {
    ObjectNode button =
        Json.of(
            "type",
            "button",
            "action_id",
            "go",
            "value",
            "7",
            "text",
            Json.of("type", "plain_text", "text", "Go"));
    ObjectNode actions =
        Json.of("type", "actions", "block_id", "b", "elements", Json.array(button));
    String ts =
        call(
                "chat.postMessage",
                Json.of("channel", visit.room.id(), "text", "t", "blocks", Json.array(actions)))
            .path("ts")
            .asText();
    ObjectNode container = Json.of("kind", "message", "channel", visit.room.id(), "ts", ts);
    JsonNode answer =
        visit.does(visit.joe, "clicks", "container", container, "blockId", "b", "actionId", "go");
    assertThat(answer.path("ok").asBoolean()).isTrue();
    JsonNode click = lastInteraction();
    assertThat(click.at("/actions/0/value").asText()).isEqualTo("7");
    assertThat(click.at("/user/id").asText()).isEqualTo(visit.joe.id());
    assertThat(
            visit
                .does(visit.joe, "clicks", "container", container, "blockId", "b", "actionId", "no")
                .path("error")
                .asText())
        .isEqualTo("That has changed in the meantime.");
  }

  @Test
  void the_home_tab_is_asked_for_and_told() {
    try (var heard = visit.listen(visit.joe)) {
      visit.does(visit.joe, "opensHome");
      visit.slack.settle();
      assertThat(visit.received.get(visit.received.size() - 1)).contains("app_home_opened");
      ObjectNode view =
          Json.copy(Json.parse("{\"type\": \"home\", \"blocks\": [{\"type\": \"divider\"}]}"));
      call("views.publish", Json.of("user_id", visit.joe.id(), "view", view));
      assertThat(heard.next("home").at("/view/type").asText()).isEqualTo("home");
      assertThat(visit.look("/home?as=jane").has("view")).isFalse();
    }
  }
}
