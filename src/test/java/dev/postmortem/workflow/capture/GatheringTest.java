package dev.postmortem.workflow.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long the first at the door waits for others. */
class GatheringTest {
  private static final Duration MOMENT = Duration.ofNanos(1_000);
  private long nanos = 77;
  private int waiting;
  private final Gathering gathering = new Gathering(() -> nanos, this::pass);

  private void pass(long time) {
    nanos += time;
  }

  private void pass(Duration time) {
    pass(time.toNanos());
  }

  /** Somebody comes so long after whoever came before; answers how long they wait. */
  private Duration comes(Duration later, int together) {
    pass(later);
    long since = nanos;
    gathering.await(() -> waiting);
    gathering.served(together);
    return Duration.ofNanos(nanos - since);
  }

  @Test
  void who_comes_alone_is_let_in_at_once() {
    for (int i = 0; i < 49; i++) {
      assertThat(comes(MOMENT, 1)).as("number %d", i).isZero();
    }
    assertThat(comes(Duration.ofSeconds(1), 1)).isZero();
  }

  @Test
  void those_who_come_in_quick_succession_are_let_in_together_two_milliseconds_apart() {
    comes(Duration.ofSeconds(1), 2);

    assertThat(comes(Duration.ofNanos(500_000), 3)).isEqualTo(Duration.ofNanos(1_500_000));
    assertThat(comes(Duration.ofNanos(1_900_000), 2)).isEqualTo(Duration.ofNanos(100_000));
    assertThat(comes(Duration.ofMillis(2), 2)).as("who comes later").isZero();
  }

  @Test
  void when_waiting_brings_nobody_the_next_fifty_do_not_wait() {
    comes(Duration.ofSeconds(1), 2);
    assertThat(comes(MOMENT, 1)).isPositive();

    for (int i = 0; i < 50; i++) {
      assertThat(comes(MOMENT, 1)).as("number %d", i).isZero();
    }
    assertThat(comes(MOMENT, 1)).as("it is tried again").isPositive();
    assertThat(comes(MOMENT, 1)).isZero();
  }

  @Test
  void after_a_crowd_is_served_half_of_it_is_waited_for_but_not_for_long() {
    comes(Duration.ofSeconds(1), 40);
    assertThat(comes(MOMENT, 40)).isEqualTo(Duration.ofNanos(1_500_000));

    waiting = 20;
    assertThat(comes(MOMENT, 40)).isZero();
  }
}
