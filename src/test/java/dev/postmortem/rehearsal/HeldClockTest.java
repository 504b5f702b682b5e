package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldClockTest {
  private final HeldClock clock = HeldClock.at("2026-11-22T14:05:00Z");

  @Test
  void it_stands_still_until_it_is_moved() {
    assertThat(clock.instant()).isEqualTo(clock.instant());
    clock.advance(Duration.ofHours(1));
    assertThat(clock.instant()).isEqualTo(Instant.parse("2026-11-22T15:05:00Z"));
    clock.set(Instant.EPOCH);
    assertThat(clock.millis()).isZero();
  }

  @Test
  void the_same_time_is_seen_from_every_zone() {
    Clock indian = clock.withZone(ZoneId.of("Asia/Kolkata"));
    clock.advance(Duration.ofDays(1));
    assertThat(indian.instant()).isEqualTo(clock.instant());
    assertThat(indian.getZone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
  }

  @Test
  void listeners_are_told_after_each_move_until_they_are_forgotten() {
    List<Instant> told = new ArrayList<>();
    Runnable listener = () -> told.add(clock.instant());
    clock.onMove(listener);
    clock.advance(Duration.ofSeconds(1));
    clock.forget(listener);
    clock.advance(Duration.ofSeconds(1));
    assertThat(told).containsExactly(Instant.parse("2026-11-22T14:05:01Z"));
  }
}
