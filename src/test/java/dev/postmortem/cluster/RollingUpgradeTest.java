package dev.postmortem.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.faults.BotProcess;
import dev.postmortem.storage.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three processes of the version before, whose jar {@code -Dupgrade.from} names, are replaced by
 * this one, one after the other, while people talk and publish; one of them even goes back for a
 * while. What the tables must be like for that, {@code UpgradeContract} checks with every build.
 */
@EnabledIfSystemProperty(named = "upgrade.from", matches = ".+")
class RollingUpgradeTest {
  private static final int STEPS = 5;
  @TempDir private Path data;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final int rooms = Integer.getInteger("cluster.rooms", 10);
  private final int messages = Integer.getInteger("cluster.messages", 3_000);

  @Test
  void old_and_new_work_side_by_side_and_nothing_is_lost_while_one_takes_the_others_place()
      throws Exception {
    System.out.println("seed " + seed);
    Path before = Path.of(System.getProperty("upgrade.from"));
    String database = Postgres.newDatabase();
    try (Crowd crowd = new Crowd(database, seed);
        Replicas replicas = new Replicas(3, crowd.slack(), database, data, new Random(seed))) {
      replicas.all().forEach(bot -> bot.of(before));
      replicas.start();
      crowd.slack().connect(replicas.balancer().requestUrl());
      crowd.gather(rooms, 2);
      crowd.talk();
      BotProcess first = replicas.all().get(0);
      BotProcess second = replicas.all().get(1);
      BotProcess third = replicas.all().get(2);

      replace(crowd, 1, first.ofThisVersion());
      crowd.makeOneDue();
      replace(crowd, 2, second.of(before)); // the old one starts beside the new one
      replace(crowd, 3, second.ofThisVersion());
      crowd.makeOneDue();
      replace(crowd, 4, third.ofThisVersion());
      awaitSaid(crowd, step(5));
      crowd.finish();
      replicas.killAll();
      crowd.leasesPass();
      replicas.start();
      crowd.awaitRest(Duration.ofSeconds(120));
      System.out.printf("seed %d%n%s  %s%n", seed, crowd.counted(), replicas.balancer().counted());

      assertThat(crowd.faults()).as("seed %d", seed).isEmpty();
      assertThat(crowd.disagreements(replicas.all().stream().map(BotProcess::requestUrl).toList()))
          .as("seed %d", seed)
          .isEmpty();
    }
  }

  private int step(int number) {
    return messages * number / STEPS;
  }

  /** Ends it as an operator does, and starts what shall take its place, while people talk on. */
  private void replace(Crowd crowd, int number, BotProcess bot) throws Exception {
    crowd.allow(step(number + 1));
    awaitSaid(crowd, step(number));
    bot.end();
    bot.start();
  }

  private static void awaitSaid(Crowd crowd, int messages) throws InterruptedException {
    while (crowd.said() < messages) {
      Thread.sleep(50);
    }
  }
}
