package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.metrics.Scraped;
import dev.postmortem.rehearsal.api.Fault;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an operator sees of an incident: how much, how long, how often, and never who or what. */
class MetricsTest extends Deeds {
  private final long seed = Long.getLong("seed", System.nanoTime());

  private Scraped scraped() {
    return Scraped.at(company.bot().port());
  }

  private static String events(String kind, String outcome) {
    return "postmortem_events_total{kind=\"" + kind + "\",outcome=\"" + outcome + "\"}";
  }

  private static double more(Scraped before, Scraped now, String name) {
    return now.value(name) - before.value(name);
  }

  @Test
  void an_event_is_counted_as_often_as_it_comes_and_kept_once() {
    anIncidentRuns();
    Scraped before = scraped();
    company.slack.deliveries().copiesWithNewIds(3);
    jane.in(room).says("blank page");
    company.settled();
    Scraped now = scraped();
    assertThat(more(before, now, events("message", "kept"))).isEqualTo(1);
    assertThat(more(before, now, events("message", "skipped"))).isEqualTo(2);
    assertThat(more(before, now, "postmortem_ack_seconds_count{via=\"http\"}")).isEqualTo(3);
    assertThat(more(before, now, "postmortem_ack_seconds_bucket{via=\"http\",le=\"+Inf\"}"))
        .isEqualTo(3);
  }

  @Test
  void what_people_do_is_counted_by_how_they_do_it() {
    anIncidentRuns();
    Scraped before = scraped();
    opens(joe, "/pm edit impact").writes("Impact", "nobody can pay").submit();
    company.settled();
    jane.in(room).reacts("thermometer", jane.in(room).says("blank page"));
    company.settled();
    Scraped now = scraped();
    assertThat(more(before, now, events("command", "kept"))).isEqualTo(1);
    assertThat(more(before, now, events("window", "kept"))).isEqualTo(1);
    assertThat(more(before, now, events("reaction", "kept"))).isEqualTo(1);
  }

  @Test
  void a_request_that_slack_did_not_sign_is_counted_apart() {
    Scraped before = scraped();
    company.slack.forgery().unsigned("{}");
    Scraped now = scraped();
    assertThat(more(before, now, "postmortem_requests_refused_total")).isEqualTo(1);
    assertThat(more(before, now, "postmortem_ack_seconds_count{via=\"http\"}")).isZero();
  }

  @Test
  void a_pause_that_slack_wants_and_a_letter_that_it_refuses_are_counted() {
    anIncidentRuns();
    company.slack.faults().next("chat.postMessage", Fault.ratelimited(30));
    says(joe, "/pm resolve");
    company.passes(Duration.ofSeconds(30));
    company.passes(Duration.ofSeconds(5));
    company.slack.faults().next("chat.postMessage", Fault.error("restricted_action"));
    says(joe, "/pm reopen");
    Scraped now = scraped();
    String post = "{method=\"chat.postMessage\"";
    assertThat(now.value("postmortem_slack_calls_total" + post + ",outcome=\"ratelimited\"}"))
        .isEqualTo(1);
    assertThat(now.value("postmortem_slack_calls_total" + post + ",outcome=\"other\"}"))
        .isEqualTo(1);
    assertThat(now.value("postmortem_slack_rate_limits_total" + post + "}")).isEqualTo(1);
    assertThat(now.value("postmortem_slack_rate_limit_wait_seconds_total" + post + "}"))
        .isEqualTo(30);
    assertThat(now.sum("postmortem_deliveries_total", "outcome=\"given_up\"")).isEqualTo(1);
    assertThat(now.sum("postmortem_deliveries_total", "outcome=\"postponed\"")).isPositive();
    assertThat(now.sum("postmortem_deliveries_total", "outcome=\"sent\"")).isPositive();
    assertThat(now.value("postmortem_outbox_letters{state=\"given_up\"}")).isEqualTo(1);
    assertThat(now.value("postmortem_outbox_letters{state=\"waiting\"}")).isZero();
    assertThat(now.value("postmortem_outbox_age_seconds")).isZero();
  }

  @Test
  void what_waits_is_as_old_as_the_time_when_it_should_have_been_done() {
    anIncidentRuns();
    company.slack.faults().always("chat.postMessage", Fault.http(503));
    company.slack.faults().always("conversations.history", Fault.http(503));
    says(joe, "/pm resolve");
    company.passes(Duration.ofMinutes(20));
    Scraped now = scraped();
    assertThat(now.value("postmortem_outbox_letters{state=\"waiting\"}")).isPositive();
    assertThat(now.value("postmortem_outbox_age_seconds")).isBetween(1_200.0, 1_201.0);
    assertThat(now.value("postmortem_readings{state=\"under_way\"}")).isEqualTo(1);
    assertThat(now.value("postmortem_reading_age_seconds")).isBetween(1_200.0, 1_201.0);
    assertThat(now.value("postmortem_reading_lag_seconds")).isBetween(1_200.0, 1_201.0);
    company.slack.faults().clear();
  }

  @Test
  void all_parts_work_and_the_pool_is_measured() {
    Scraped now = scraped();
    assertThat(now.values())
        .containsEntry("postmortem_up{part=\"database\"}", 1.0)
        .containsEntry("postmortem_up{part=\"slack\"}", 1.0)
        .containsEntry("postmortem_up{part=\"intake\"}", 1.0)
        .containsEntry("postmortem_queue_waiting{queue=\"intake\"}", 0.0)
        .containsEntry("hikaricp_connections_max{pool=\"postmortem\"}", 8.0);
  }

  /** Whatever others send: no line more, and no word of theirs. */
  @Test
  void hostile_input_makes_no_new_line() {
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    anIncidentRuns();
    jane.in(room).says("blank page");
    company.settled();
    Scraped before = scraped();
    ObjectMapper json = new ObjectMapper();
    for (int i = 0; i < 40; i++) {
      String strange = "strange\"\n\\} " + Integer.toHexString(random.nextInt());
      ObjectNode event = json.createObjectNode().put("channel", strange).put("user", strange);
      event
          .put("type", i % 2 == 0 ? strange : "message")
          .put("subtype", strange)
          .put("ts", strange);
      company.slack.deliveries().send(event);
    }
    company.settled();
    Scraped now = scraped();
    assertThat(more(before, now, events("other", "skipped"))).isEqualTo(20);
    assertThat(now.names()).isEqualTo(before.names());
    assertThat(now.text())
        .doesNotContain(
            "strange", room.id(), "inc-42", joe.id(), "joe", "Jane", "PM-1", company.slack.teamId())
        .doesNotContain(company.slack.botToken(), company.slack.signingSecret());
  }
}
