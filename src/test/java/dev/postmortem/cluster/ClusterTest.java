package dev.postmortem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.faults.BotProcess;
import dev.postmortem.storage.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes on one PostgreSQL behind a balancer, killed (SIGKILL) at random while people
 * talk, plan, publish. {@code -Dcluster.rooms=200 -Dcluster.messages=100000 -Dcluster.kills=12} is
 * the large form; {@code -Dcluster.standstill=130} also holds one up for so many seconds.
 */
class ClusterTest {
  private static final int REPLICAS = 3;
  @TempDir private Path data;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final int rooms = Integer.getInteger("cluster.rooms", 6);
  private final int messages = Integer.getInteger("cluster.messages", 600);
  private final int kills = Integer.getInteger("cluster.kills", 3);
  private final int standstill = Integer.getInteger("cluster.standstill", 0);

  @Test
  void whichever_of_three_dies_nothing_is_lost_nothing_is_sent_twice_and_all_agree()
      throws Exception {
    System.out.println("seed " + seed);
    Instant begun = Instant.now();
    Random random = new Random(seed);
    String database = Postgres.database();
    try (Crowd crowd = new Crowd(database, seed);
        Replicas replicas = new Replicas(REPLICAS, crowd.slack(), database, data, random)) {
      replicas.start();
      crowd.slack().connect(replicas.balancer().requestUrl());
      crowd.gather(rooms, Math.max(2, rooms / 10));
      say("gathered", begun);
      crowd.talk();
      if (standstill > 0) {
        holdUp(replicas.all().get(0));
        say("one stood still", begun);
      }
      for (int kill = 1; kill <= kills; kill++) {
        crowd.allow((int) ((long) messages * kill / kills));
        awaitSaid(crowd, (int) (messages * (kill - 0.5) / kills));
        crowd.makeOneDue();
        replicas.killOne();
        awaitSaid(crowd, (int) ((long) messages * kill / kills));
      }
      crowd.finish();
      say("finished", begun);
      replicas.killAll();
      crowd.leasesPass();
      replicas.start();
      crowd.awaitRest(Duration.ofSeconds(60 + 3L * rooms));
      say("at rest", begun);
      System.out.printf(
          "%d kills, seed %d%n%s  %s%n",
          replicas.kills(), seed, crowd.counted(), replicas.balancer().counted());

      assertThat(crowd.faults()).as("seed %d", seed).isEmpty();
      assertThat(crowd.disagreements(replicas.all().stream().map(BotProcess::requestUrl).toList()))
          .as("seed %d", seed)
          .isEmpty();
      assertThat(crowd.said()).isGreaterThanOrEqualTo(messages);
      assertThat(replicas.kills()).as("seed %d", seed).isPositive();
    }
  }

  private static void say(String what, Instant begun) {
    System.out.println(
        what + " after " + Duration.between(begun, Instant.now()).toSeconds() + " s");
  }

  private void holdUp(BotProcess replica) throws Exception {
    replica.hold(true);
    Thread.sleep(Duration.ofSeconds(standstill).toMillis());
    replica.hold(false);
  }

  private static void awaitSaid(Crowd crowd, int messages) throws InterruptedException {
    while (crowd.said() < messages) {
      Thread.sleep(50);
    }
  }
}
