package dev.postmortem;

import dev.postmortem.program.Exit;
import dev.postmortem.storage.DatabaseRefused;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
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
    StopSignal signal = StopSignal.listening();
    try (Wiring wiring =
        Wiring.patiently(settings, Clock.systemUTC(), new Patience(signal::await))) {
      signal.begun();
      wiring.start();
      signal.await();
    } catch (Wiring.Stopped beforeItBegan) {
      return Exit.DONE;
    } finally {
      signal.finished();
    }
    return Exit.DONE;
  }
}
