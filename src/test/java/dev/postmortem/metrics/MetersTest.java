package dev.postmortem.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.schedule.QuartzAlarms;
import dev.postmortem.schedule.Tables;
import dev.postmortem.storage.Database;
import dev.postmortem.web.HttpFront;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.CallWatch;
import dev.postmortem.workflow.capture.ArrivalWatch;
import dev.postmortem.workflow.capture.ArrivalWatch.Fate;
import dev.postmortem.workflow.capture.ArrivalWatch.Kind;
import dev.postmortem.workflow.capture.ArrivalWatch.Way;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is counted is what is shown, whatever else fails or hangs. */
@Timeout(60)
class MetersTest {
  private static final Duration SOON = Duration.ofMillis(1_900);

  private static Scraped everything() {
    try (Meters meters = Measured.everything()) {
      return Scraped.of(meters.text());
    }
  }

  @Test
  void what_was_counted_is_shown() {
    Scraped scraped = everything();
    assertThat(scraped.values())
        .containsEntry("postmortem_events_total{kind=\"message\",outcome=\"kept\"}", 1.0)
        .containsEntry("postmortem_events_total{kind=\"message\",outcome=\"turned_away\"}", 0.0)
        .containsEntry("postmortem_ack_seconds_bucket{via=\"http\",le=\"0.001\"}", 0.0)
        .containsEntry("postmortem_ack_seconds_bucket{via=\"http\",le=\"0.002\"}", 1.0)
        .containsEntry("postmortem_ack_seconds_bucket{via=\"http\",le=\"3.0\"}", 1.0)
        .containsEntry("postmortem_ack_seconds_sum{via=\"http\"}", 0.0015)
        .containsEntry("postmortem_requests_refused_total", 1.0)
        .containsEntry("postmortem_events_withheld_total", 1.0)
        .containsEntry(
            "postmortem_slack_calls_total{method=\"chat.postMessage\",outcome=\"ok\"}", 1.0)
        .containsEntry(
            "postmortem_slack_calls_total{method=\"chat.postMessage\",outcome=\"held_back\"}", 1.0)
        .containsEntry("postmortem_slack_call_seconds_sum{method=\"chat.postMessage\"}", 0.07)
        .containsEntry("postmortem_slack_rate_limits_total{method=\"chat.postMessage\"}", 1.0)
        .containsEntry(
            "postmortem_slack_rate_limit_wait_seconds_total{method=\"chat.postMessage\"}", 2.5)
        .containsEntry("postmortem_deliveries_total{kind=\"mail\",outcome=\"sent\"}", 1.0)
        .containsEntry("postmortem_alarms_total{kind=\"nudge\",outcome=\"done\"}", 1.0)
        .containsEntry("postmortem_alarms_misfired_total", 1.0)
        .containsEntry("postmortem_queue_waiting{queue=\"intake\"}", 3.0)
        .containsEntry("postmortem_up{part=\"slack\"}", 1.0)
        .containsEntry("postmortem_version{version=\"1.0\"}", 1.0);
  }

  @Test
  void what_the_store_says_is_shown() {
    assertThat(everything().values())
        .containsEntry("postmortem_up{part=\"database\"}", 1.0)
        .containsEntry("postmortem_outbox_letters{state=\"waiting\"}", 3.0)
        .containsEntry("postmortem_outbox_letters{state=\"given_up\"}", 0.0)
        .containsEntry("postmortem_outbox_age_seconds", 90.0)
        .containsEntry("postmortem_readings{state=\"under_way\"}", 1.0)
        .containsEntry("postmortem_reading_age_seconds", 5.0)
        .containsEntry("postmortem_reading_lag_seconds", 0.0);
  }

  @Test
  void the_machine_is_measured_too() {
    assertThat(everything().names())
        .anyMatch(name -> name.startsWith("jvm_memory_used_bytes{"))
        .anyMatch(name -> name.startsWith("jvm_gc_"))
        .anyMatch(name -> name.startsWith("jvm_threads_live_threads"))
        .anyMatch(name -> name.startsWith("process_uptime_seconds"))
        .anyMatch(name -> name.startsWith("process_start_time_seconds"));
  }

  @Test
  void errors_that_slack_invents_are_one() {
    try (Meters meters = Measured.of("1.0")) {
      for (int i = 0; i < 100; i++) {
        meters.calls().called("chat.update", "never_heard_of_" + i, 1_000);
      }
      Scraped scraped = Scraped.of(meters.text());
      assertThat(
              scraped.value(
                  "postmortem_slack_calls_total{method=\"chat.update\",outcome=\"other\"}"))
          .isEqualTo(100);
      assertThat(scraped.text()).doesNotContain("never_heard_of");
    }
  }

  @Test
  void a_store_that_fails_is_no_number_and_everything_else_is_shown() {
    try (Meters meters =
        new Meters(
            "1.0",
            () -> {
              throw new IllegalStateException("expected in this test");
            })) {
      isShownWithoutStore(meters);
    }
  }

  @Test
  void nobody_who_looks_waits_for_a_store_that_hangs() {
    CountDownLatch never = new CountDownLatch(1);
    try (Meters meters =
        new Meters(
            "1.0",
            () -> {
              try {
                never.await();
              } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
              }
              throw new IllegalStateException("expected in this test");
            })) {
      isShownWithoutStore(meters);
      long begun = System.nanoTime();
      meters.text();
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
    }
  }

  private static void isShownWithoutStore(Meters meters) {
    meters.arrivals().came(Kind.EDIT, Fate.TURNED_AWAY);
    long begun = System.nanoTime();
    Scraped scraped = Scraped.of(meters.text());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SOON);
    assertThat(scraped.values())
        .containsEntry("postmortem_up{part=\"database\"}", 0.0)
        .containsEntry("postmortem_outbox_age_seconds", Double.NaN)
        .containsEntry("postmortem_events_total{kind=\"edit\",outcome=\"turned_away\"}", 1.0);
  }

  @Test
  void an_alarm_that_quartz_could_not_ring_in_time_is_counted(@TempDir Path directory)
      throws Exception {
    try (Meters meters = Measured.of("1.0");
        Database database = Database.open("jdbc:h2:file:" + directory.resolve("store"), "", "");
        QuartzAlarms alarms =
            new QuartzAlarms(
                database.dataSource(),
                Tables.H2,
                Clock.systemUTC(),
                MetersTest::fails,
                meters.alarms());
        HttpFront front =
            new HttpFront("127.0.0.1", 0).text("/metrics", Meters.CONTENT_TYPE, meters::text)) {
      front.start();
      Instant late = Instant.now().minus(Duration.ofMinutes(5));
      alarms.set(new Alarm("late", Alarms.Kind.NUDGE, 0, late));
      alarms.set(new Alarm("bad", Alarms.Kind.TASKS, 0, Instant.now()));
      alarms.start();
      await().atMost(Duration.ofSeconds(20)).until(() -> rang(front, "tasks", "failed") == 1);
      await().atMost(Duration.ofSeconds(20)).until(() -> rang(front, "nudge", "done") == 1);
      assertThat(Scraped.at(front.port()).value("postmortem_alarms_misfired_total")).isEqualTo(1);
    }
  }

  private static void fails(Alarm alarm) {
    if (alarm.kind() == Alarms.Kind.TASKS) {
      throw new IllegalStateException("expected in this test");
    }
  }

  private static double rang(HttpFront front, String kind, String outcome) {
    return Scraped.at(front.port())
        .value("postmortem_alarms_total{kind=\"" + kind + "\",outcome=\"" + outcome + "\"}");
  }

  /** It took some 100 ns on two cores; an event itself takes hundreds of times as long. */
  @Test
  void to_count_an_event_costs_next_to_nothing() {
    int events = 100_000;
    try (Meters meters = Measured.of("1.0")) {
      long best = Long.MAX_VALUE;
      for (int round = 0; round < 8; round++) {
        long begun = System.nanoTime();
        for (int i = 0; i < events; i++) {
          count(meters.arrivals(), i);
        }
        best = Math.min(best, System.nanoTime() - begun);
      }
      System.out.println("to count an event takes " + best / events + " ns");
      assertThat(best / events).isLessThan(3_000);
    }
  }

  private static void count(ArrivalWatch watch, int i) {
    watch.came(Kind.MESSAGE, Fate.KEPT);
    watch.answered(Way.HTTP, 300_000 + i);
  }

  @Test
  void a_call_that_nobody_counts_harms_nobody() {
    CallWatch.NONE.called("chat.update", CallWatch.WELL, 1);
    ArrivalWatch.NONE.came(Kind.OTHER, Fate.SKIPPED);
    assertThat(everything().value("postmortem_slack_calls_total{method=\"chat.update\"}")).isZero();
  }
}
