package dev.postmortem.cluster;

import dev.postmortem.faults.BotProcess;
import dev.postmortem.rehearsal.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Several processes of the bot on one database, behind a balancer. */
final class Replicas implements AutoCloseable {
  private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(2);
  private final List<BotProcess> all = new ArrayList<>();
  private final List<Future<?>> starting = new ArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Random random;
  private final Balancer balancer;
  private int kills;

  /** So many, not started yet. */
  Replicas(int count, Workspace slack, String databaseUrl, Path data, Random random)
      throws Exception {
    this.random = random;
    for (int i = 0; i < count; i++) {
      Path own = Files.createDirectory(data.resolve("replica-" + i));
      all.add(new BotProcess(slack, own).with("PM_DATABASE_URL", databaseUrl));
      starting.add(threads.submit(() -> {}));
    }
    balancer = new Balancer(all.stream().map(BotProcess::port).toList(), random).watching();
  }

  List<BotProcess> all() {
    return all;
  }

  Balancer balancer() {
    return balancer;
  }

  int kills() {
    return kills;
  }

  /** Starts all of them at once, and waits until they are ready. */
  void start() throws Exception {
    for (int i = 0; i < all.size(); i++) {
      startSoon(i, 0);
    }
    awaitAll();
  }

  private void startSoon(int number, long pause) {
    starting.set(
        number,
        threads.submit(
            () -> {
              LockSupport.parkNanos(pause);
              all.get(number).start();
              return number;
            }));
  }

  /** Kills one that is not just being started, and starts it again a moment later. */
  void killOne() throws Exception {
    int number = random.nextInt(all.size());
    while (!starting.get(number).isDone()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      number = random.nextInt(all.size());
    }
    starting.get(number).get();
    all.get(number).kill();
    kills++;
    startSoon(number, (long) (random.nextDouble() * LONGEST_PAUSE));
  }

  /** Kills all of them. */
  void killAll() throws Exception {
    awaitAll();
    for (BotProcess each : all) {
      each.kill();
    }
  }

  /** Waits until all are ready. */
  void awaitAll() throws Exception {
    for (Future<?> each : starting) {
      each.get(6, TimeUnit.MINUTES);
    }
    balancer.look();
  }

  @Override
  public void close() throws Exception {
    balancer.close();
    threads.shutdownNow();
    for (BotProcess each : all) {
      each.close();
    }
  }
}
