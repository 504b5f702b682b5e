package dev.postmortem.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are told about a meeting. */
class CountdownTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private static Countdown to(Instant at, Instant planned) {
    return new Countdown(
        new Meeting(
            1,
            0,
            at,
            Duration.ofMinutes(30),
            ZoneId.of("UTC"),
            List.of("U1"),
            "",
            false,
            "",
            planned),
        Policy.DEFAULT);
  }

  @ParameterizedTest(name = "{0}: met {1}, reminded {2}")
  @CsvSource({
    "Europe/Berlin, 2026-11-19T15:30, 2026-11-18T15:30",
    "Europe/Berlin, 2026-11-19T09:00, 2026-11-18T09:00",
    // at four there is an hour left, at half past four there is not
    "Europe/Berlin, 2026-11-19T16:00, 2026-11-18T16:00",
    "Europe/Berlin, 2026-11-19T16:30, 2026-11-18T16:00",
    // somebody for whom the meeting is at night
    "Europe/Berlin, 2026-11-19T03:00, 2026-11-17T16:00",
    "Europe/Berlin, 2026-11-19T23:00, 2026-11-18T16:00",
    // Sunday and Saturday before; a meeting on Tuesday early
    "Europe/Berlin, 2026-11-23T15:00, 2026-11-20T16:00",
    "Europe/Berlin, 2026-11-22T15:00, 2026-11-20T16:00",
    "Europe/Berlin, 2026-11-21T10:00, 2026-11-20T10:00",
    "Europe/Berlin, 2026-11-24T06:00, 2026-11-20T16:00",
    // a day of 25 hours, of 23 hours, and the nights between
    "Europe/Berlin, 2026-10-26T10:00, 2026-10-23T16:00",
    "Africa/Cairo, 2026-04-24T12:00, 2026-04-23T11:00",
    "Africa/Cairo, 2026-10-30T12:00, 2026-10-29T13:00",
    "America/New_York, 2026-03-09T09:30, 2026-03-06T16:00",
    // the Friday that Samoa left out
    "Pacific/Apia, 2012-01-02T10:00, 2011-12-29T16:00",
    "Asia/Kathmandu, 2026-11-19T09:15, 2026-11-18T09:15"
  })
  void each_is_reminded_when_the_last_working_hour_begins_that_leaves_them_a_day(
      ZoneId zone, LocalDateTime met, LocalDateTime reminded) {
    Instant at = met.atZone(zone).toInstant();
    assertThat(Policy.DEFAULT.reminderOf(at, zone).atZone(zone).toLocalDateTime())
        .isEqualTo(reminded);
  }

  @Test
  void in_every_zone_it_is_in_working_hours_a_day_before_and_no_later_time_would_do() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> zones = new ArrayList<>(Zones.all());
    assertThat(zones).hasSizeGreaterThan(400);
    for (String name : zones) {
      for (int i = 0; i < 20; i++) {
        Instant meeting =
            Instant.parse("2005-01-01T00:00:00Z")
                .plusSeconds(60L * random.nextInt(25 * 365 * 1_440));
        isTheLast(meeting, ZoneId.of(name), Policy.DEFAULT);
      }
    }
  }

  @Test
  void also_around_each_change_of_the_clocks_when_people_work_at_night() {
    Policy night =
        new Policy(
            Policy.DEFAULT.length(),
            Policy.DEFAULT.delay(),
            new WorkingHours(LocalTime.MIDNIGHT, LocalTime.of(4, 0)),
            Policy.DEFAULT.notice(),
            LocalTime.of(1, 0));
    for (String name :
        List.of("Africa/Cairo", "Asia/Beirut", "America/Havana", "Asia/Tehran", "Asia/Amman")) {
      ZoneId zone = ZoneId.of(name);
      Instant change = Instant.parse("2015-01-01T00:00:00Z");
      for (int i = 0; i < 14; i++) {
        change = zone.getRules().nextTransition(change).getInstant();
        for (int minutes = -600; minutes <= 600; minutes += 35) {
          Instant meeting = change.plus(Duration.ofHours(24)).plusSeconds(minutes * 60L);
          isTheLast(meeting, zone, night);
        }
      }
    }
  }

  private static void isTheLast(Instant meeting, ZoneId zone, Policy policy) {
    Instant told = policy.reminderOf(meeting, zone);
    Instant latest = meeting.minus(policy.notice());
    assertThat(told).as("%s %s", meeting, zone).isBeforeOrEqualTo(latest);
    assertThat(isAnHourOfWork(told, zone, policy)).as("%s %s", meeting, zone).isTrue();
    Instant later = latest;
    while (later.isAfter(told)) {
      assertThat(isAnHourOfWork(later, zone, policy))
          .as("%s in %s is told %s, not %s", meeting, zone, told, later)
          .isFalse();
      later = later.minusSeconds(11 * 60);
    }
    assertThat(Duration.between(told, latest)).isLessThan(Duration.ofDays(5));
  }

  /** Said in another way than in the code: the hour is looked at minute by minute. */
  private static boolean isAnHourOfWork(Instant from, ZoneId zone, Policy policy) {
    for (Instant at = from; at.isBefore(from.plus(AN_HOUR)); at = at.plusSeconds(60)) {
      ZonedDateTime there = at.atZone(zone);
      LocalTime time = there.toLocalTime();
      boolean works =
          there.getDayOfWeek().getValue() <= 5
              && !time.isBefore(policy.hours().opens())
              && time.isBefore(policy.hours().closes());
      if (!works) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest(name = "met {0}, noticed {1}: reminded {2}")
  @CsvSource({
    // a Friday at four in London was the time; the process did not run
    "2026-11-23T15:00:00Z, 2026-11-20T16:30:00Z, 2026-11-20T16:30:00Z",
    "2026-11-23T15:00:00Z, 2026-11-20T19:00:00Z, 2026-11-23T09:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-22T03:00:00Z, 2026-11-23T09:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-23T11:11:00Z, 2026-11-23T11:11:00Z",
    "2026-11-23T10:00:00Z, 2026-11-23T07:00:00Z, 2026-11-23T09:00:00Z",
    // it would be too late when they come to work
    "2026-11-23T09:30:00Z, 2026-11-22T03:00:00Z, 2026-11-22T03:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-20T15:00:00Z, 2026-11-20T16:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-20T16:00:00Z, 2026-11-20T16:00:00Z"
  })
  void what_was_missed_is_made_up_for_when_people_work_again(
      Instant met, Instant now, Instant reminded) {
    Countdown countdown = to(met, Instant.EPOCH);
    assertThat(countdown.reminder(now, ZoneId.of("Europe/London"))).isEqualTo(reminded);
    assertThat(countdown.reminder(reminded, ZoneId.of("Europe/London"))).isEqualTo(reminded);
  }

  @ParameterizedTest(name = "met {0}, planned {1}, moderator in {2}: {3}")
  @CsvSource({
    "2026-11-23T15:00:00Z, 2026-11-20T15:00:00Z, Europe/London, 2026-11-23T09:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-20T15:00:00Z, America/New_York, 2026-11-23T14:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-20T15:00:00Z, Asia/Tokyo, 2026-11-23T14:00:00Z",
    "2026-11-23T14:59:00Z, 2026-11-20T15:00:00Z, Asia/Tokyo, 2026-11-23T00:00:00Z",
    "2026-11-23T09:00:00Z, 2026-11-20T15:00:00Z, Europe/London, 2026-11-23T08:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-23T10:00:00Z, Europe/London, 2026-11-23T14:00:00Z",
    "2026-11-23T15:00:00Z, 2026-11-23T14:30:00Z, Europe/London,",
    // in New York the clocks change on that Sunday
    "2026-11-01T18:00:00Z, 2026-10-30T15:00:00Z, America/New_York, 2026-11-01T14:00:00Z"
  })
  void the_moderator_hears_in_the_morning_who_has_not_read_the_draft(
      Instant met, Instant planned, ZoneId zone, Instant told) {
    assertThat(to(met, planned).unread(zone).orElse(null)).isEqualTo(told);
  }
}
