package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever Slack may send is acknowledged; what is no message leaves no trace on the timeline. */
class EveryEventTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path CASES = Path.of("../shared/cases/events");
  @TempDir private Path data;
  private int seconds = 1_795_442_700;

  @Test
  void every_event_that_slack_documents_is_acknowledged() throws IOException {
    assumeTrue(Files.isDirectory(CASES), "the public cases are not beside this repository");
    try (Company company = Company.in(data).started()) {
      Channel room = company.warRoom("inc-42");
      company.joe.in(room).types("/pm start Checkout is down");
      company.settled();
      TreeMap<String, Integer> answers = new TreeMap<>();
      for (Path file : files()) {
        JsonNode envelope = JSON.readTree(Files.readString(file));
        ObjectNode event = (ObjectNode) envelope.path("event");
        fill(event, room.id(), company.joe.id());
        String body = company.slack.forgery().envelope(event);
        answers.put(
            file.getFileName().toString(),
            company.slack.forgery().genuine("application/json", body).status());
      }
      company.settled();
      assertThat(answers)
          .hasSizeGreaterThan(70)
          .allSatisfy((name, status) -> assertThat(status).as(name).isEqualTo(200));
      assertThat(company.joe.in(room).types("/pm status").text()).contains("entries");
    }
  }

  @Test
  void a_notice_that_events_were_withheld_is_acknowledged() {
    try (Company company = Company.in(data).started()) {
      String body =
          JSON.createObjectNode()
              .put("type", "app_rate_limited")
              .put("token", "x")
              .put("team_id", company.slack.teamId())
              .put("minute_rate_limited", 1_795_442_700)
              .put("api_app_id", company.slack.appId())
              .toString();
      assertThat(company.slack.forgery().genuine("application/json", body).status()).isEqualTo(200);
    }
  }

  @Test
  void somebody_who_says_the_name_of_that_notice_is_heard() {
    try (Company company = Company.in(data).started()) {
      Channel room = company.warRoom("inc-42");
      company.joe.in(room).types("/pm start Checkout is down");
      company.settled();
      company.joe.in(room).says("app_rate_limited");
      company.settled();
      assertThat(company.joe.in(room).types("/pm status").text()).contains("1 entry");
    }
  }

  @Test
  void an_event_that_bolt_takes_for_something_else_is_acknowledged() {
    try (Company company = Company.in(data).started()) {
      ObjectNode step = JSON.createObjectNode().put("type", "workflow_step_execute");
      step.put("callback_id", "x").putObject("workflow_step");
      String body = company.slack.forgery().envelope(step);
      assertThat(company.slack.forgery().genuine("application/json", body).status()).isEqualTo(200);
    }
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** The samples' values are blank; those that decide what happens are filled in. */
  private void fill(ObjectNode event, String channel, String user) {
    put(event, "channel", channel);
    put(event, "user", user);
    String ts = (seconds++) + ".000100";
    for (String name : new String[] {"ts", "event_ts", "deleted_ts"}) {
      put(event, name, ts);
    }
    for (String name : new String[] {"message", "previous_message", "item"}) {
      if (event.path(name) instanceof ObjectNode inner) {
        put(inner, "ts", ts);
        put(inner, "user", user);
        put(inner, "channel", channel);
      }
    }
  }

  private static void put(ObjectNode node, String name, String value) {
    if (node.path(name).isTextual()) {
      node.put(name, value);
    }
  }
}
