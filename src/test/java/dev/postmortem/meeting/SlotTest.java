package dev.postmortem.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  /** 2026-11-18 is a Wednesday. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-18T10:10, 2026-11-19T11:30",
    "2026-11-18T10:00, 2026-11-19T11:00",
    "2026-11-18T03:00, 2026-11-19T09:00",
    "2026-11-18T15:30, 2026-11-19T16:30",
    "2026-11-18T15:31, 2026-11-20T09:00",
    "2026-11-20T12:00, 2026-11-23T09:00",
    "2026-11-21T23:59, 2026-11-23T09:00",
  })
  void it_is_the_next_half_hour_of_work_for_which_everybody_can_be_reminded(
      String now, String slot) {
    assertThat(Slot.propose(Instant.parse(now + ":00Z"), LONDON, Policy.DEFAULT))
        .isEqualTo(slot + ":00Z");
  }

  @Test
  void it_follows_the_policy_of_the_house() {
    Policy late =
        new Policy(
            new Policy.Length(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(2)),
            Policy.DEFAULT.delay(),
            new Policy.WorkingHours(LocalTime.of(11, 0), LocalTime.of(14, 0)),
            Duration.ofHours(48),
            LocalTime.of(11, 0));
    assertThat(Slot.propose(Instant.parse("2026-11-16T12:00:00Z"), LONDON, late))
        .isEqualTo("2026-11-18T13:00:00Z");
    assertThat(Slot.propose(Instant.parse("2026-11-16T12:01:00Z"), LONDON, late))
        .isEqualTo("2026-11-19T11:00:00Z");
    assertThat(late.reminderOf(Instant.parse("2026-11-18T13:00:00Z")))
        .isEqualTo("2026-11-16T13:00:00Z");
  }

  @Test
  void at_any_time_in_any_zone_it_lies_within_working_hours_and_leaves_time_for_the_reminder() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    for (int i = 0; i < 2_000; i++) {
      Instant now = Instant.ofEpochSecond(1_800_000_000L + random.nextInt(200_000_000));
      ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
      Instant slot = Slot.propose(now, zone, Policy.DEFAULT);
      ZonedDateTime local = slot.atZone(zone);
      assertThat(Policy.DEFAULT.reminderOf(slot)).as("seed " + seed).isAfter(now);
      assertThat(Duration.between(now, slot)).as("seed " + seed).isLessThan(Duration.ofDays(5));
      assertThat(local.toLocalTime())
          .as("seed %s, %s in %s", seed, now, zone)
          .isBetween(LocalTime.of(9, 0), LocalTime.of(16, 30));
      assertThat(local.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
  }
}
