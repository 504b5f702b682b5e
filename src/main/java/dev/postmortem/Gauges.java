package dev.postmortem;

import com.zaxxer.hikari.HikariDataSource;
import dev.postmortem.draft.Store;
import dev.postmortem.metrics.Backlog;
import dev.postmortem.metrics.Meters;
import dev.postmortem.program.Version;
import dev.postmortem.slack.SlackBot;
import dev.postmortem.slack.SlackBot.Waiting;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Says which part of the bot each gauge reads. They are there from the first moment; the parts come
 * later.
 */
final class Gauges implements AutoCloseable {
  private final Meters meters;
  private volatile Supplier<Backlog> backlog = Gauges::unknown;
  private volatile @Nullable SlackBot bot;

  Gauges() {
    meters =
        new Meters(Version.current(), () -> backlog.get())
            .part("slack", () -> found().isPresent())
            .part("intake", () -> found().filter(SlackBot::isKeeping).isPresent())
            .queue("intake", () -> waiting(Waiting::intake))
            .queue("prompt", () -> waiting(Waiting::prompt))
            .queue("patient", () -> waiting(Waiting::patient))
            .queue("calls", () -> waiting(Waiting::calls))
            .resting(() -> waiting(Waiting::resting));
  }

  Meters meters() {
    return meters;
  }

  /** The store is open; gives the meters. */
  Meters database(Store store, DataSource pool, Clock clock) {
    backlog = () -> backlog(store, clock);
    if (pool instanceof HikariDataSource connections && connections.getMetricRegistry() == null) {
      connections.setMetricRegistry(meters.registry());
    }
    return meters;
  }

  /** Slack is found. */
  void bot(SlackBot started) {
    bot = started;
  }

  /** Lets go of the bot: a pool that was closed is long remembered by threads that used it. */
  @Override
  public void close() {
    bot = null;
    backlog = Gauges::unknown;
    meters.close();
  }

  private static Backlog unknown() {
    throw new IllegalStateException("no database is open yet");
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

  private Optional<SlackBot> found() {
    return Optional.ofNullable(bot);
  }

  private int waiting(ToIntFunction<Waiting> which) {
    return which.applyAsInt(found().map(SlackBot::waiting).orElse(Waiting.NONE));
  }
}
