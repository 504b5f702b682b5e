package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.api.Fault;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A history that does not show everything that was said. */
class HistoryLimitsTest {
  private final Stage stage = new Stage();
  private final AppDouble app = stage.app;

  @AfterEach
  void close() {
    stage.close();
  }

  private JsonNode history() {
    return app.call("conversations.history", "channel", stage.room.id());
  }

  private static Instant after(Message message) {
    String[] parts = message.ts().split("\\.", -1);
    return Instant.ofEpochSecond(Long.parseLong(parts[0]), (Long.parseLong(parts[1]) + 1) * 1_000);
  }

  @Test
  void what_a_rule_forgets_is_gone_and_nobody_is_told() {
    Message old = stage.joe.in(stage.room).says("old");
    stage.room.forgetsBefore(after(old));
    assertThat(history().path("messages").findValuesAsText("text")).doesNotContain("old");
    assertThat(history().has("is_limited")).isFalse();
    assertThat(stage.slack.journal().deliveries("message_deleted")).isEmpty();
  }

  @Test
  void what_is_held_back_makes_the_history_limited() {
    Message old = stage.joe.in(stage.room).says("old");
    stage.room.hidesBefore(after(old));
    stage.joe.in(stage.room).says("new");
    JsonNode history = history();
    assertThat(history.path("messages").findValuesAsText("text"))
        .contains("new")
        .doesNotContain("old");
    assertThat(history.path("is_limited").asBoolean()).isTrue();
  }

  @Test
  void of_many_who_reacted_some_are_named_and_all_are_counted() {
    Message message = stage.joe.in(stage.room).says("well done");
    stage.joe.in(stage.room).reacts("tada", message);
    stage.jane.in(stage.room).reacts("tada", message);
    stage.room.namesReactors(1);
    JsonNode tada = history().at("/messages/0/reactions/0");
    assertThat(tada.path("users")).hasSize(1);
    assertThat(tada.path("count").asInt()).isEqualTo(2);
  }

  @Test
  void an_app_that_is_sold_reads_fifteen_objects_a_minute() {
    for (int i = 0; i < 20; i++) {
      stage.joe.in(stage.room).says("message " + i);
    }
    stage.slack.rateLimits().distributed();
    JsonNode first = history();
    assertThat(first.path("messages")).hasSize(15);
    assertThat(first.at("/response_metadata/next_cursor").asText()).isNotEmpty();
    assertThat(history().path("error").asText()).isEqualTo("ratelimited");
  }

  @Test
  void a_page_may_come_in_place_of_an_answer() {
    stage.slack.faults().next("conversations.history", Fault.http(200));
    HttpResponse<String> answer =
        app.callForm(
            "conversations.history",
            Map.of("token", stage.slack.botToken(), "channel", stage.room.id()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).startsWith("<html>");
  }
}
