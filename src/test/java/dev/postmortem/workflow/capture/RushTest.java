package dev.postmortem.workflow.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When whatever can wait leaves the processors to those who are captured. */
class RushTest {
  private long nanos = -5;
  private final Rush rush = new Rush(() -> nanos);

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  @Test
  void a_war_room_at_its_worst_is_no_rush() {
    for (int second = 0; second < 10; second++) {
      rush.came(49);
      pass(Duration.ofSeconds(1));
      assertThat(rush.isOn()).isFalse();
    }
  }

  @Test
  void a_hundred_in_two_seconds_are_a_rush_until_no_more_come() {
    rush.came(60);
    assertThat(rush.isOn()).isFalse();
    pass(Duration.ofSeconds(1));
    rush.came(39);
    assertThat(rush.isOn()).isFalse();
    rush.came(1);
    assertThat(rush.isOn()).isTrue();

    pass(Duration.ofSeconds(1));
    assertThat(rush.isOn()).as("40 in the last second").isFalse();
    rush.came(60);
    assertThat(rush.isOn()).isTrue();
    pass(Duration.ofSeconds(2));
    assertThat(rush.isOn()).isFalse();
  }

  @Test
  void what_came_long_ago_is_forgotten_at_once() {
    rush.came(1_000);
    pass(Duration.ofHours(1));
    assertThat(rush.isOn()).isFalse();
    rush.came(100);
    assertThat(rush.isOn()).isTrue();
  }
}
