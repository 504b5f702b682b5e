package dev.postmortem.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What nobody waits for is done a few times at once, then evenly. */
class PaceTest {
  private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");
  private final Pace pace = new Pace(3, Duration.ofSeconds(4));

  @Test
  void three_are_done_at_once_and_then_one_every_four_seconds() {
    assertThat(pace.rest(NOON)).isEmpty();
    assertThat(pace.rest(NOON)).isEmpty();
    assertThat(pace.rest(NOON)).isEmpty();
    assertThat(pace.rest(NOON)).contains(NOON.plusSeconds(4));
    assertThat(pace.rest(NOON.plusSeconds(4))).contains(NOON.plusSeconds(8));
  }

  @Test
  void of_several_each_has_a_turn_of_its_own() {
    for (int i = 0; i < 3; i++) {
      pace.rest(NOON);
    }
    assertThat(pace.rest(NOON)).contains(NOON.plusSeconds(4));
    assertThat(pace.rest(NOON)).contains(NOON.plusSeconds(8));
  }

  @Test
  void a_long_rest_saves_no_more_than_three() {
    pace.rest(NOON);
    Instant later = NOON.plusSeconds(3_600);
    assertThat(pace.rest(later)).isEmpty();
    assertThat(pace.rest(later)).isEmpty();
    assertThat(pace.rest(later)).isEmpty();
    assertThat(pace.rest(later)).contains(later.plusSeconds(4));
  }
}
