package dev.postmortem.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.storage.Database;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Alarms.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class QuartzAlarmsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000500Z");

  @TempDir Path directory;
  private final HeldClock clock = new HeldClock(NOON);
  private final List<Alarm> rung = new CopyOnWriteArrayList<>();
  private Database database;
  private QuartzAlarms alarms;

  /** The same place for the whole of a test. */
  String url() throws Exception {
    return "jdbc:h2:file:" + directory.resolve("store");
  }

  Tables tables() {
    return Tables.H2;
  }

  final QuartzAlarms another(Clock time, Consumer<Alarm> whenItRings) {
    return new QuartzAlarms(database.dataSource(), tables(), time, whenItRings);
  }

  @BeforeEach
  void open() throws Exception {
    database = Database.open(url(), "", "");
    alarms = new QuartzAlarms(database.dataSource(), tables(), clock, rung::add);
  }

  @AfterEach
  void close() {
    alarms.close();
    database.close();
  }

  private static Alarm alarm(String key, Duration fromNoon) {
    return new Alarm(key, Kind.REMINDER, 7, NOON.plus(fromNoon));
  }

  @Test
  void what_is_due_rings_once_and_in_order() {
    Alarm late = alarm("a late one", Duration.ofSeconds(10));
    Alarm early = alarm("early", Duration.ofSeconds(5));
    alarms.set(late);
    alarms.set(early);
    alarms.ringDue();
    assertThat(rung).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    alarms.ringDue();
    alarms.ringDue();
    clock.pass(Duration.ofDays(1));
    alarms.ringDue();
    assertThat(rung).containsExactly(early, late);
  }

  @Test
  void an_alarm_is_due_at_its_very_microsecond_and_not_before() {
    Alarm alarm = alarm("exact", Duration.ofNanos(1_000));
    alarms.set(alarm);
    alarms.ringDue();
    assertThat(rung).isEmpty();

    clock.pass(Duration.ofNanos(1_000));
    alarms.ringDue();
    assertThat(rung).containsExactly(alarm);
  }

  @Test
  void an_alarm_that_is_set_only_if_it_is_not_set_stays_where_it_is() {
    Alarm first = alarm("round", Duration.ofHours(1));
    alarms.setUnlessSet(first);
    alarms.setUnlessSet(alarm("round", Duration.ofHours(3)));
    clock.pass(Duration.ofHours(2));
    alarms.ringDue();
    assertThat(rung).containsExactly(first);

    Alarm next = alarm("round", Duration.ofHours(2));
    alarms.setUnlessSet(next);
    alarms.ringDue();
    assertThat(rung).containsExactly(first, next);
  }

  @Test
  void an_alarm_that_is_set_again_moves() {
    alarms.set(alarm("meeting", Duration.ofHours(1)));
    Alarm moved = alarm("meeting", Duration.ofHours(3));
    alarms.set(moved);

    clock.pass(Duration.ofHours(2));
    alarms.ringDue();
    assertThat(rung).isEmpty();
    clock.pass(Duration.ofHours(2));
    alarms.ringDue();
    assertThat(rung).containsExactly(moved);
  }

  @Test
  void an_alarm_that_is_taken_back_does_not_ring() {
    alarms.set(alarm("meeting", Duration.ZERO));
    alarms.cancel("meeting");
    alarms.cancel("never set");

    alarms.ringDue();
    assertThat(rung).isEmpty();
  }

  @Test
  void alarms_survive_closing_and_opening_again() throws Exception {
    Alarm alarm = alarm("meeting", Duration.ofHours(1));
    alarms.set(alarm);
    close();
    open();

    clock.pass(Duration.ofHours(1));
    alarms.ringDue();
    assertThat(rung).containsExactly(alarm);
  }

  @Test
  void one_that_fails_is_tried_again_a_minute_later_and_holds_nobody_back() {
    List<String> tried = new ArrayList<>();
    try (QuartzAlarms failing =
        new QuartzAlarms(
            database.dataSource(),
            tables(),
            clock,
            alarm -> {
              tried.add(alarm.key());
              if (alarm.key().equals("bad") && tried.size() < 3) {
                throw new IllegalStateException("expected in this test");
              }
            })) {
      failing.set(alarm("bad", Duration.ZERO));
      failing.set(alarm("good", Duration.ZERO));
      failing.ringDue();
      clock.pass(Duration.ofSeconds(59));
      failing.ringDue();
      assertThat(tried).containsExactly("bad", "good");

      clock.pass(Duration.ofSeconds(1));
      failing.ringDue();
      clock.pass(Duration.ofMinutes(5));
      failing.ringDue();
      assertThat(tried).containsExactly("bad", "good", "bad");
    }
  }

  @Test
  void an_alarm_that_is_set_anew_while_it_rings_is_kept() {
    AtomicReference<QuartzAlarms> self = new AtomicReference<>();
    Alarm next = alarm("weekly", Duration.ofDays(7));
    try (QuartzAlarms weekly =
        new QuartzAlarms(
            database.dataSource(),
            tables(),
            clock,
            alarm -> {
              rung.add(alarm);
              if (!alarm.equals(next)) {
                self.get().set(next);
              }
            })) {
      self.set(weekly);
      weekly.set(alarm("weekly", Duration.ZERO));
      weekly.ringDue();
      clock.pass(Duration.ofDays(7));
      weekly.ringDue();

      assertThat(rung).hasSize(2).endsWith(next);
    }
  }

  @Test
  void quartz_rings_by_itself_once_it_is_started_also_what_was_missed() throws Exception {
    Alarm missed = alarm("missed", Duration.ofDays(-30));
    alarms.set(missed);
    close();
    database = Database.open(url(), "", "");
    alarms = new QuartzAlarms(database.dataSource(), tables(), Clock.systemUTC(), rung::add);
    Alarm soon = new Alarm("soon", Kind.REMINDER, 8, Instant.now().plusMillis(100));
    alarms.set(soon);
    alarms.start();

    await().atMost(Duration.ofSeconds(20)).until(() -> rung.size() == 2);
    assertThat(rung).containsExactlyInAnyOrder(missed, soon);
    await().atMost(Duration.ofSeconds(20)).until(() -> kept() == 0);
  }

  @Test
  void quartz_keeps_an_alarm_whose_ringing_fails() throws Exception {
    List<String> tried = new CopyOnWriteArrayList<>();
    try (QuartzAlarms failing =
        new QuartzAlarms(
            database.dataSource(),
            tables(),
            Clock.systemUTC(),
            alarm -> {
              tried.add(alarm.key());
              throw new IllegalStateException("expected in this test");
            })) {
      failing.set(new Alarm("bad", Kind.REMINDER, 8, Instant.now()));
      failing.start();
      await().atMost(Duration.ofSeconds(20)).until(() -> tried.size() == 1);
    }

    assertThat(kept()).isEqualTo(1);
  }

  /** How many alarms there are, under the name that every process uses. */
  final int kept() throws Exception {
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select count(*) from qrtz_triggers where sched_name = 'postmortem'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
