package dev.postmortem;

import com.zaxxer.hikari.HikariDataSource;
import dev.postmortem.draft.Store;
import dev.postmortem.metrics.Backlog;
import dev.postmortem.metrics.Meters;
import dev.postmortem.slack.SlackBot;
import dev.postmortem.slack.SlackBot.Waiting;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;

/** Says which part of the bot each gauge reads. */
final class Gauges {
  private Gauges() {}

  /** Meters of a bot whose store is open. */
  static Meters over(Store store, DataSource pool, Clock clock) {
    Meters meters = new Meters(Main.version(), () -> backlog(store, clock));
    if (pool instanceof HikariDataSource connections && connections.getMetricRegistry() == null) {
      connections.setMetricRegistry(meters.registry());
    }
    return meters;
  }

  private static Backlog backlog(Store store, Clock clock) {
    return store.read(
        records ->
            new Backlog(
                records.outbox().counts(),
                records.outbox().overdueSince(clock.instant()),
                records.readings().progress(),
                clock.instant()));
  }

  /** What can be read of the bot itself, which comes only when Slack is found. */
  static void of(Supplier<Optional<SlackBot>> bot, Meters meters) {
    meters
        .part("slack", () -> bot.get().isPresent())
        .part("intake", () -> bot.get().filter(SlackBot::isKeeping).isPresent())
        .queue("intake", () -> waiting(bot, Waiting::intake))
        .queue("prompt", () -> waiting(bot, Waiting::prompt))
        .queue("patient", () -> waiting(bot, Waiting::patient))
        .queue("calls", () -> waiting(bot, Waiting::calls))
        .resting(() -> waiting(bot, Waiting::resting));
  }

  private static int waiting(Supplier<Optional<SlackBot>> bot, ToIntFunction<Waiting> which) {
    return which.applyAsInt(bot.get().map(SlackBot::waiting).orElse(Waiting.NONE));
  }
}
