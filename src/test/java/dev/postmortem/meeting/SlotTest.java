package dev.postmortem.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which time is proposed for the meeting. */
class SlotTest {
  private static final String[] ZONES = {
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Pacific/Apia",
    "America/St_Johns",
    "Asia/Tehran"
  };

  @ParameterizedTest(name = "{0}: told {1}, met {2}")
  @CsvSource({
    "Europe/Berlin, 2026-11-18T14:10, 2026-11-19T15:30",
    "Europe/Berlin, 2026-11-18T14:00, 2026-11-19T15:00",
    "Europe/Berlin, 2026-11-18T02:00, 2026-11-19T09:00",
    "Europe/Berlin, 2026-11-18T16:20, 2026-11-20T09:00",
    "Europe/Berlin, 2026-11-19T11:00, 2026-11-20T12:00",
    // on a Friday people can still be told; on a Friday night they are told on Monday
    "Europe/Berlin, 2026-11-20T14:00, 2026-11-23T09:00",
    "Europe/Berlin, 2026-11-20T22:00, 2026-11-24T09:00",
    "Europe/Berlin, 2026-11-21T12:00, 2026-11-24T09:00",
    "Europe/Berlin, 2026-11-22T23:59, 2026-11-24T09:00",
    // the nights in which the clocks change
    "Europe/Berlin, 2026-03-27T21:00, 2026-03-31T09:00",
    "Europe/Berlin, 2026-10-23T15:00, 2026-10-26T09:00",
    "America/New_York, 2026-03-06T20:00, 2026-03-10T09:00",
    // in Cairo they change between Thursday and Friday, both working days here
    "Africa/Cairo, 2026-04-23T09:00, 2026-04-24T11:00",
    "Asia/Kathmandu, 2026-11-18T12:50, 2026-11-19T14:00",
    // a day that Samoa left out
    "Pacific/Apia, 2011-12-29T12:00, 2012-01-02T09:00"
  })
  void the_earliest_half_hour_that_lets_everybody_be_reminded(
      String zone, LocalDateTime now, LocalDateTime expected) {
    ZoneId there = ZoneId.of(zone);
    assertThat(
            Slot.propose(now.atZone(there).toInstant(), there, Policy.DEFAULT)
                .atZone(there)
                .toLocalDateTime())
        .isEqualTo(expected);
  }

  @Test
  void at_any_time_in_any_zone_it_is_soon_and_in_working_hours_and_a_day_away() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      ZoneId zone = ZoneId.of(ZONES[random.nextInt(ZONES.length)]);
      Instant now =
          // after the Friday that Samoa left out, which would count as a working day
          Instant.parse("2012-02-01T00:00:00Z")
              .plusSeconds(random.nextInt(20 * 365 * 86_400))
              .plusNanos(random.nextInt(2) * 1_000L);
      ZonedDateTime slot = Slot.propose(now, zone, Policy.DEFAULT).atZone(zone);
      WorkingHours hours = Policy.DEFAULT.hours();
      assertThat(hours.fits(slot, Duration.ofMinutes(30))).as("%s %s", now, slot).isTrue();
      assertThat(slot.getMinute() % 30).isZero();
      assertThat(slot.getSecond() + slot.getNano()).isZero();
      Instant reminder = Policy.DEFAULT.reminderOf(slot.toInstant());
      assertThat(reminder).as("%s %s", now, zone).isAfterOrEqualTo(now.plusSeconds(3_600));
      assertThat(WorkingHours.between(now.atZone(zone).toLocalDate(), slot.toLocalDate()))
          .as("%s %s", now, slot)
          .isLessThanOrEqualTo(2);
    }
  }

  @Test
  void it_is_so_late_that_everybody_can_be_reminded_in_their_own_hours() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      ZoneId zone = ZoneId.of(ZONES[random.nextInt(ZONES.length)]);
      List<ZoneId> others =
          List.of(
              ZoneId.of(ZONES[random.nextInt(ZONES.length)]),
              ZoneId.of(ZONES[random.nextInt(ZONES.length)]));
      Instant now =
          Instant.parse("2011-01-01T00:00:00Z").plusSeconds(random.nextInt(20 * 365 * 86_400));
      Instant slot = Slot.propose(now, zone, Policy.DEFAULT, others);
      assertThat(Policy.DEFAULT.hours().fits(slot.atZone(zone), Duration.ofMinutes(30))).isTrue();
      for (ZoneId other : others) {
        assertThat(Policy.DEFAULT.reminderOf(slot, other)).isAfterOrEqualTo(now);
      }
      assertThat(slot).isBefore(now.plus(Duration.ofDays(8)));
    }
  }

  @Test
  void a_colleague_who_still_sleeps_makes_it_a_day_later() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    Instant now = Instant.parse("2026-11-18T13:10:00Z");
    assertThat(Slot.propose(now, berlin, Policy.DEFAULT, List.of(berlin)))
        .isEqualTo("2026-11-19T14:30:00Z");
    assertThat(Slot.propose(now, berlin, Policy.DEFAULT, List.of(ZoneId.of("America/Los_Angeles"))))
        .isEqualTo("2026-11-20T08:00:00Z");
  }

  @Test
  void other_working_hours_and_lengths_are_kept() {
    Policy early =
        new Policy(
            new Policy.Length(
                Duration.ofMinutes(60), Duration.ofMinutes(60), Duration.ofMinutes(90)),
            Policy.DEFAULT.delay(),
            new WorkingHours(LocalTime.of(7, 15), LocalTime.of(12, 0)),
            Policy.DEFAULT.notice(),
            LocalTime.of(8, 0));
    ZoneId zone = ZoneId.of("UTC");
    assertThat(Slot.propose(Instant.parse("2026-11-18T10:10:00Z"), zone, early))
        .isEqualTo("2026-11-20T07:30:00Z");
    assertThat(Slot.propose(Instant.parse("2026-11-18T10:00:00Z"), zone, early))
        .isEqualTo("2026-11-19T11:00:00Z");
  }

  @Test
  void hours_shorter_than_the_meeting_still_get_a_proposal() {
    Policy tight =
        new Policy(
            new Policy.Length(
                Duration.ofMinutes(90), Duration.ofMinutes(60), Duration.ofMinutes(90)),
            Policy.DEFAULT.delay(),
            new WorkingHours(LocalTime.of(10, 0), LocalTime.of(10, 30)),
            Policy.DEFAULT.notice(),
            LocalTime.of(10, 0));
    assertThat(Slot.propose(Instant.parse("2026-11-18T01:00:00Z"), ZoneId.of("UTC"), tight))
        .isEqualTo("2026-11-19T10:00:00Z");
  }
}
