package dev.postmortem.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are asked: on working days, at ten in the morning wherever they are. */
class MorningsTest {
  private static final Mornings TEN = Mornings.of(Policy.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    // asked on Thursday afternoon, at night, exactly at the time, on Friday evening, on Sunday
    "2026-11-19T15:00:00Z, Europe/London,    2026-11-20T10:00:00Z",
    "2026-11-19T02:00:00Z, Europe/London,    2026-11-19T10:00:00Z",
    "2026-11-19T10:00:00Z, Europe/London,    2026-11-20T10:00:00Z",
    "2026-11-20T18:00:00Z, Europe/London,    2026-11-23T10:00:00Z",
    "2026-11-22T12:00:00Z, Europe/London,    2026-11-23T10:00:00Z",
    // Friday in Hawaii while it is Saturday in London; Monday in Kiritimati while it is Sunday
    "2026-11-21T01:00:00Z, Pacific/Honolulu, 2026-11-23T20:00:00Z",
    "2026-11-20T12:00:00Z, Pacific/Honolulu, 2026-11-20T20:00:00Z",
    "2026-11-22T12:00:00Z, Pacific/Kiritimati, 2026-11-22T20:00:00Z",
    // quarters of an hour
    "2026-11-19T00:00:00Z, Asia/Kathmandu,   2026-11-19T04:15:00Z",
    "2026-11-19T00:00:00Z, Asia/Kolkata,     2026-11-19T04:30:00Z",
    // the weekends on which the clocks change
    "2026-03-27T12:00:00Z, Europe/London,    2026-03-30T09:00:00Z",
    "2026-10-23T12:00:00Z, Europe/London,    2026-10-26T10:00:00Z",
    "2026-03-06T22:00:00Z, America/New_York, 2026-03-09T14:00:00Z",
    "2026-10-30T20:00:00Z, America/New_York, 2026-11-02T15:00:00Z"
  })
  void the_next_morning_is_a_working_one_in_that_zone(Instant now, ZoneId zone, Instant next) {
    assertThat(TEN.next(now, LocalDate.MIN, zone)).isEqualTo(next);
  }

  @Test
  void nobody_is_asked_before_the_day_that_they_named() {
    Instant now = Instant.parse("2026-11-18T15:00:00Z");
    ZoneId zone = ZoneId.of("Europe/London");
    assertThat(TEN.next(now, LocalDate.parse("2026-11-21"), zone))
        .isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-19T09:59:59Z, ",
    "2026-11-19T10:00:00Z, 2026-11-19",
    "2026-11-19T16:59:59Z, 2026-11-19",
    "2026-11-19T17:00:00Z, ",
    "2026-11-21T12:00:00Z, ",
    "2026-11-22T12:00:00Z, "
  })
  void whoever_could_not_be_asked_is_asked_later_that_day_and_never_after_hours(
      Instant now, LocalDate day) {
    assertThat(TEN.today(now, ZoneId.of("Europe/London")).orElse(null)).isEqualTo(day);
  }

  @Test
  void a_time_that_the_clocks_leave_out_is_the_next_one() {
    Mornings early = new Mornings(LocalTime.of(0, 30), LocalTime.of(17, 0));
    ZoneId beirut = ZoneId.of("Asia/Beirut");
    LocalDate lostHour = LocalDate.parse("2026-03-29");
    assertThat(early.on(lostHour, beirut).atZone(beirut).toLocalTime())
        .isEqualTo(LocalTime.of(1, 30));
  }

  @Test
  void it_is_that_time_somewhere_every_quarter_of_an_hour() {
    Instant now = Instant.parse("2026-11-19T10:00:00Z");
    assertThat(TEN.somewhere(now)).isEqualTo(Instant.parse("2026-11-19T10:15:00Z"));
    assertThat(TEN.somewhere(now.minusMillis(1))).isEqualTo(now);
    Mornings odd = new Mornings(LocalTime.of(9, 50), LocalTime.of(17, 0));
    assertThat(odd.somewhere(now)).isEqualTo(Instant.parse("2026-11-19T10:05:00Z"));
  }

  @Test
  void every_morning_in_every_zone_falls_on_such_a_quarter() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    for (String id : Zones.all()) {
      ZoneId zone = ZoneId.of(id);
      Instant now = start.plus(Duration.ofMinutes(random.nextInt(525_600)));
      Instant next = TEN.next(now, LocalDate.MIN, zone);
      ZonedDateTime there = next.atZone(zone);
      assertThat(TEN.somewhere(next.minusSeconds(1))).as("%s, seed %s", id, seed).isEqualTo(next);
      assertThat(there.toLocalTime()).as("%s, seed %s", id, seed).isEqualTo(LocalTime.of(10, 0));
      assertThat(there.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
      assertThat(next).isAfter(now).isBefore(now.plus(Duration.ofHours(73)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TOMORROW,   2026-11-18, 2026-11-19",
    "TOMORROW,   2026-11-20, 2026-11-23",
    "TOMORROW,   2026-11-21, 2026-11-23",
    "THREE_DAYS, 2026-11-16, 2026-11-19",
    "THREE_DAYS, 2026-11-19, 2026-11-24",
    "NEXT_WEEK,  2026-11-16, 2026-11-23",
    "NEXT_WEEK,  2026-11-22, 2026-11-23"
  })
  void later_is_a_working_day(Later later, LocalDate today, LocalDate day) {
    assertThat(later.from(today)).isEqualTo(day);
    assertThat(Later.named(later.name())).contains(later);
    assertThat(Later.named("NEVER")).isEmpty();
  }

  @Test
  void a_weekend_is_left_forwards_or_backwards() {
    LocalDate sunday = LocalDate.parse("2026-11-22");
    assertThat(Mornings.workday(sunday)).isEqualTo("2026-11-23");
    assertThat(Mornings.workdayUntil(sunday)).isEqualTo("2026-11-20");
    assertThat(Mornings.workdayUntil(sunday.plusDays(1))).isEqualTo("2026-11-23");
  }
}
