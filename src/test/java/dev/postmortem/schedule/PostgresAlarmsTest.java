package dev.postmortem.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.storage.Postgres;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Alarms.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The same on PostgreSQL, where several bots share the alarms. */
class PostgresAlarmsTest extends QuartzAlarmsTest {
  private String url = "";

  @Override
  String url() throws Exception {
    url = url.isEmpty() ? Postgres.database() : url;
    return url;
  }

  @Override
  Tables tables() {
    return Tables.POSTGRESQL;
  }

  @Test
  void of_two_bots_one_rings_an_alarm() {
    List<String> rung = new CopyOnWriteArrayList<>();
    try (QuartzAlarms one = another(Clock.systemUTC(), alarm -> rung.add(alarm.key()));
        QuartzAlarms two = another(Clock.systemUTC(), alarm -> rung.add(alarm.key()))) {
      one.start();
      two.start();
      for (int i = 0; i < 6; i++) {
        (i % 2 == 0 ? one : two)
            .set(new Alarm("alarm " + i, Kind.REMINDER, 8, Instant.now().plusMillis(200)));
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> kept() == 0);
    }

    assertThat(rung).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void an_alarm_that_one_bot_set_is_rung_by_another() {
    Alarm alarm = new Alarm("shared", Kind.REMINDER, 8, Instant.now());
    List<Alarm> heard = new CopyOnWriteArrayList<>();
    try (QuartzAlarms two = another(Clock.systemUTC(), heard::add)) {
      two.start();
      try (QuartzAlarms one = another(Clock.systemUTC(), nobody -> {})) {
        one.set(alarm);
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> heard.contains(alarm));
    }
  }
}
