package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bot is killed (SIGKILL) again and again while people talk, correct themselves, resolve,
 * invite and publish; Slack sends again what was not acknowledged, three times and no more.
 */
class KillsTest {
  @TempDir private Path data;

  @Test
  void however_often_it_is_killed_nothing_is_lost_and_nothing_is_sent_twice() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    try (Onslaught onslaught = new Onslaught(data, seed)) {
      nothingIsLostIn(onslaught, Integer.getInteger("kills", 20), seed);
    }
  }

  @Test
  void over_sockets_that_break_nothing_is_lost_and_nothing_is_sent_twice_either() throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    try (Onslaught onslaught = new Onslaught(data, seed, true)) {
      nothingIsLostIn(onslaught, Integer.getInteger("kills", 4), seed);
    }
  }

  @Test
  void told_to_end_in_the_middle_of_it_all_it_ends_by_itself_and_nothing_is_lost()
      throws Exception {
    long seed = Long.getLong("seed", System.nanoTime());
    try (Onslaught onslaught = new Onslaught(data, seed, new Random(seed).nextBoolean())) {
      onslaught.begin();
      for (int i = 0; i < 2; i++) {
        BotProcess.End end = onslaught.endAndStart();
        System.out.println(end);
        assertThat(end.code()).as("seed %d", seed).isZero();
        assertThat(end.took()).as("seed %d", seed).isLessThan(Duration.ofSeconds(15));
        assertThat(onslaught.missing()).as("acknowledged and lost, seed %d", seed).isEmpty();
      }
      onslaught.end();
      holds(onslaught, seed);
    }
  }

  private static void nothingIsLostIn(Onslaught onslaught, int kills, long seed) throws Exception {
    onslaught.begin();
    for (int kill = 1; kill <= kills; kill++) {
      onslaught.killAndStart();
      assertThat(onslaught.missing()).as("acknowledged and lost, seed %d", seed).isEmpty();
    }
    onslaught.end();
    holds(onslaught, seed);
    assertThat(onslaught.acknowledgements()).as("seed %d", seed).isGreaterThan(3 * kills);
  }

  private static void holds(Onslaught onslaught, long seed) {
    System.out.println(onslaught.counted());
    assertThat(onslaught.missing()).as("acknowledged and lost, seed %d", seed).isEmpty();
    assertThat(onslaught.differences()).as("the timelines, seed %d", seed).isEmpty();
    assertThat(onslaught.sentTwice()).as("sent twice, seed %d", seed).isEmpty();
    assertThat(onslaught.neverSent()).as("never sent, seed %d", seed).isEmpty();
    assertThat(onslaught.lives()).as("seed %d", seed).isPositive();
  }
}
