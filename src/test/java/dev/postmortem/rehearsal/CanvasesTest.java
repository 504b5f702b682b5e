package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CanvasesTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  private static ObjectNode markdown(String words) {
    return Json.of("type", "markdown", "markdown", words);
  }

  private JsonNode make(String words) {
    return stage.app.call("canvases.create", "title", "PM-1", "document_content", markdown(words));
  }

  private String edit(String id, String operation, String words) {
    ObjectNode change = Json.of("operation", operation, "document_content", markdown(words));
    return stage
        .app
        .call("canvases.edit", "canvas_id", id, "changes", Json.array(change))
        .path("error")
        .asText();
  }

  @Test
  void a_canvas_is_seen_by_a_channel_once_it_is_given_to_it_and_is_edited_by_pieces() {
    String id = make("# one").path("canvas_id").asText();
    assertThat(stage.slack.canvases().readableIn(stage.room)).isEmpty();
    assertThat(
            stage
                .app
                .call(
                    "canvases.access.set",
                    "canvas_id",
                    id,
                    "access_level",
                    "read",
                    "channel_ids",
                    Json.array(stage.room.id()))
                .path("ok")
                .asBoolean())
        .isTrue();
    assertThat(stage.slack.canvases().readableIn(stage.room)).containsExactly("# one");
    assertThat(edit(id, "replace", "# two")).isEmpty();
    assertThat(edit(id, "insert_at_end", "\nthree")).isEmpty();
    assertThat(stage.slack.canvases().readableIn(stage.room)).containsExactly("# two\nthree");
    assertThat(edit("F404", "replace", "x")).isEqualTo("canvas_not_found");
    assertThat(edit(id, "conjure", "x")).isEqualTo("canvas_editing_failed");
  }

  @Test
  void what_a_canvas_does_not_take_is_refused() {
    assertThat(make("> fine").path("ok").asBoolean()).isTrue();
    for (String words : new String[] {"> - a list", "> 1. a list", "#### deep", "> > * deep"}) {
      assertThat(make(words).path("error").asText()).as(words).isEqualTo("canvas_creation_failed");
    }
    String id = make("x").path("canvas_id").asText();
    assertThat(edit(id, "replace", "> - a list")).isEqualTo("canvas_editing_failed");
  }

  @Test
  void a_free_team_one_that_switched_them_off_and_an_app_without_the_scope_have_none() {
    stage.slack.canvases().areOfAFreePlan();
    assertThat(make("x").path("error").asText())
        .isEqualTo("free_teams_cannot_create_standalone_canvases");
    stage.slack.canvases().areSwitchedOff();
    assertThat(make("x").path("error").asText()).isEqualTo("canvas_disabled_user_team");
    stage.slack.withdrawScope("canvases:write");
    assertThat(make("x").path("error").asText()).isEqualTo("missing_scope");
  }

  @Test
  void addresses_come_with_their_scope_only_and_a_deleted_file_is_gone() {
    assertThat(
            stage.app.call("users.info", "user", stage.joe.id()).at("/user/profile/email").asText())
        .isEqualTo("joe@example.com");
    stage.slack.withdrawScope("users:read.email");
    assertThat(
            stage.app.call("users.info", "user", stage.joe.id()).at("/user/profile").has("email"))
        .isFalse();
    Message message = stage.joe.in(stage.room).uploads("a.png", "image/png", new byte[] {1}, "");
    String file = message.files().get(0).id();
    assertThat(stage.app.call("files.delete", "file", file).path("error").asText())
        .isEqualTo("cant_delete_file");
    assertThat(stage.app.call("files.delete", "file", "F404").path("error").asText())
        .isEqualTo("file_not_found");
  }
}
