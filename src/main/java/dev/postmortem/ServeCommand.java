package dev.postmortem;

import dev.postmortem.storage.DatabaseRefused;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;

/** {@code serve}: the bot, until the process is told to end. */
@Command(
    name = "serve",
    description = "Runs the bot: over HTTP, or by Socket Mode when SLACK_APP_TOKEN is set.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  ServeCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call()
      throws Settings.Faulty, DatabaseRefused, Wiring.Refused, InterruptedException {
    Settings settings = Settings.read(environment);
    CountDownLatch ended = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (Wiring wiring = Wiring.of(settings, Clock.systemUTC())) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(ended, closed), "end"));
      wiring.start();
      ended.await();
    } finally {
      closed.countDown();
    }
    return Main.DONE;
  }

  /** The process ends only after everything under way is finished. */
  private static void end(CountDownLatch ended, CountDownLatch closed) {
    ended.countDown();
    try {
      closed.await(15, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }
}
