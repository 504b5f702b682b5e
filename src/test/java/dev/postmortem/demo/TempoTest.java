package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How time passes for somebody who watches. Nobody sleeps here: a rest is over at once. */
class TempoTest {
  private static final Instant BEGIN = Instant.parse("2026-11-17T22:40:00Z");
  private final List<Instant> times = new ArrayList<>();
  private final Deque<Runnable> whileResting = new ArrayDeque<>();
  private Instant now = BEGIN;
  private Duration rested = Duration.ZERO;
  private final Tempo tempo = new Tempo(new Watch(), this::rest);

  private final class Watch implements Tempo.Time {
    @Override
    public Instant now() {
      return now;
    }

    @Override
    public void leap(Instant then) {
      now = then;
      times.add(then);
    }
  }

  /** Each rest does what is next to be done; a pause that nobody would end is a failure. */
  private Duration rest(Object lock, Duration most) {
    assertThat(Thread.holdsLock(lock)).isTrue();
    Runnable next = whileResting.poll();
    if (next != null) {
      next.run();
    } else if (most.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new AssertionError("it waits for ever");
    }
    Duration passed = next == null ? most : Duration.ZERO;
    rested = rested.plus(passed);
    return passed;
  }

  private static Instant in(Duration later) {
    return BEGIN.plus(later);
  }

  @Test
  void a_minute_of_the_incident_takes_a_second() {
    tempo.play(true);
    tempo.until(in(Duration.ofMinutes(3)));
    assertThat(now).isEqualTo(in(Duration.ofMinutes(3)));
    assertThat(rested).isBetween(Duration.ofMillis(2900), Duration.ofMillis(3300));
    assertThat(times).isSorted().hasSizeGreaterThan(5);
  }

  @Test
  void faster_is_faster() {
    tempo.play(true);
    tempo.speed(10);
    tempo.until(in(Duration.ofMinutes(30)));
    assertThat(rested).isBetween(Duration.ofMillis(2900), Duration.ofMillis(3300));
  }

  @Test
  void a_night_in_which_nothing_happens_is_soon_over() {
    tempo.play(true);
    tempo.until(in(Duration.ofHours(9)));
    assertThat(now).isEqualTo(in(Duration.ofHours(9)));
    assertThat(rested).isLessThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void before_play_is_pressed_nothing_moves() {
    whileResting.add(() -> assertThat(now).isEqualTo(BEGIN));
    whileResting.add(() -> tempo.play(true));
    tempo.until(in(Duration.ofSeconds(30)));
    assertThat(now).isEqualTo(in(Duration.ofSeconds(30)));
  }

  @Test
  void a_line_that_is_due_waits_while_the_play_is_paused() {
    List<Boolean> waited = new ArrayList<>();
    whileResting.add(
        () -> {
          waited.add(true);
          tempo.play(true);
        });
    tempo.until(BEGIN);
    assertThat(waited).containsExactly(true);
  }

  @Test
  void a_pause_in_the_middle_holds_the_clock() {
    tempo.play(true);
    whileResting.add(() -> tempo.play(false));
    whileResting.add(() -> times.clear());
    whileResting.add(() -> assertThat(times).isEmpty());
    whileResting.add(() -> tempo.play(true));
    tempo.until(in(Duration.ofMinutes(1)));
    assertThat(now).isEqualTo(in(Duration.ofMinutes(1)));
  }

  @Test
  void a_step_plays_one_line_and_the_next_waits_again() {
    whileResting.add(tempo::step);
    tempo.until(in(Duration.ofMinutes(5)));
    assertThat(now).isEqualTo(in(Duration.ofMinutes(5)));
    assertThat(rested).isZero();
    assertThatThrownBy(() -> tempo.until(in(Duration.ofMinutes(6))))
        .hasMessage("it waits for ever");
  }

  @Test
  void in_a_hurry_all_lines_up_to_then_are_played_at_once_and_time_stops_exactly_there() {
    whileResting.add(() -> tempo.hurry(in(Duration.ofMinutes(10))));
    tempo.until(in(Duration.ofMinutes(4)));
    tempo.until(in(Duration.ofMinutes(9)));
    assertThat(rested).isZero();
    assertThatThrownBy(() -> tempo.until(in(Duration.ofMinutes(20))))
        .hasMessage("it waits for ever");
    assertThat(now).isEqualTo(in(Duration.ofMinutes(10)));
  }

  @Test
  void whoever_takes_over_leaves_the_script_where_it_waits() {
    tempo.play(true);
    whileResting.add(tempo::end);
    assertThatThrownBy(() -> tempo.until(in(Duration.ofHours(1)))).isInstanceOf(Tempo.Over.class);
    assertThatThrownBy(() -> tempo.until(BEGIN)).isInstanceOf(Tempo.Over.class);
  }

  @Test
  void alone_time_passes_as_on_the_wall() {
    closeAfter(Duration.ofSeconds(6));
    assertThat(Duration.between(BEGIN, now))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(7));
  }

  @Test
  void alone_one_can_pause_and_jump() {
    tempo.end();
    whileResting.add(() -> tempo.hurry(in(Duration.ofDays(2))));
    whileResting.add(
        () -> {
          assertThat(now).isEqualTo(in(Duration.ofDays(2)));
          tempo.close();
        });
    tempo.goOn();
    assertThat(times).containsExactly(in(Duration.ofDays(2)));
  }

  /** Goes on alone until so much was rested. */
  private void closeAfter(Duration most) {
    Tempo[] alone = new Tempo[1];
    alone[0] =
        new Tempo(
            new Watch(),
            (lock, rest) -> {
              rested = rested.plus(rest);
              if (rested.compareTo(most) > 0) {
                alone[0].close();
              }
              return rest;
            });
    alone[0].play(true);
    alone[0].end();
    alone[0].goOn();
  }

  @Test
  void an_interrupted_play_is_closed() {
    Tempo interrupted =
        new Tempo(
            new Watch(),
            (lock, most) -> {
              throw new InterruptedException("enough");
            });
    assertThatThrownBy(() -> interrupted.until(in(Duration.ofMinutes(1))))
        .isInstanceOf(Tempo.Over.class);
    interrupted.goOn();
    assertThat(now).isEqualTo(BEGIN);
  }
}
