package dev.postmortem.demo;

import dev.postmortem.Manifest;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.HeldClock;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A company: its workspace, the bot in it, and its time, which passes only as the play goes. */
final class House implements AutoCloseable {
  /** Generous, as a busy machine is no fault of the bot's. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What was signed five minutes ago is refused, so time never goes so far past a delivery. */
  private static final Duration STRIDE = Duration.ofMinutes(4);

  private final HeldClock clock;
  private final Workspace slack;
  private final Channel broadcast;
  private Consumer<Instant> passing = this::leap;
  private @Nullable Bot bot;

  private House(HeldClock clock, Duration patience) {
    this.clock = clock;
    slack =
        Workspace.open(
            Workspace.plan()
                .clock(clock)
                .signingClock(clock)
                .manifest(Manifest.text())
                .patience(patience)
                .ackDeadline(PATIENCE)
                .build());
    broadcast = slack.channel("postmortems");
  }

  /** Opens the workspace at this time; nobody is in it yet. */
  static House open(Instant now) {
    return open(now, PATIENCE);
  }

  /** Opens it for people who wait for nothing longer than this. */
  static House open(Instant now, Duration patience) {
    return new House(HeldClock.at(now), patience);
  }

  /** From now on time passes up to an instant like this, and no longer at once. */
  void passes(Consumer<Instant> how) {
    passing = how;
  }

  /** Starts the bot and connects it; what it keeps is gone when it ends. */
  void start(Bot.Starter starter, int port, List<Member> stakeholders) throws Refused {
    int own = port == 0 ? free() : port;
    Bot started = starter.start(environment(own, stakeholders), clock);
    bot = started;
    slack.connect(URI.create("http://127.0.0.1:" + started.port() + "/slack/events"));
    settle();
  }

  /** Asked for before the bot starts, as its links to its pages hold the port. */
  private static int free() throws Refused {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new Refused("No port is free on this machine: " + none.getMessage());
    }
  }

  private Map<String, String> environment(int port, List<Member> stakeholders) {
    return Map.of(
        "SLACK_BOT_TOKEN",
        slack.botToken(),
        "SLACK_SIGNING_SECRET",
        slack.signingSecret(),
        "SLACK_API_URL",
        slack.apiUrl(),
        "PM_BIND",
        "127.0.0.1",
        "PM_PORT",
        String.valueOf(port),
        "PM_BASE_URL",
        "http://127.0.0.1:" + port,
        "PM_WEB_SECRET",
        UUID.randomUUID().toString(),
        "PM_DATABASE_URL",
        "jdbc:h2:mem:demo-" + UUID.randomUUID(),
        "PM_BROADCAST_CHANNEL",
        broadcast.id(),
        "PM_STAKEHOLDERS",
        stakeholders.stream().map(Member::id).collect(Collectors.joining(",")));
  }

  Workspace slack() {
    return slack;
  }

  Channel broadcast() {
    return broadcast;
  }

  Bot bot() {
    if (bot == null) {
      throw new IllegalStateException("the bot has not been started");
    }
    return bot;
  }

  Instant now() {
    return clock.instant();
  }

  /** Time passes until then. First everything under way comes to its end. */
  void until(Instant then) {
    settle();
    passing.accept(then);
  }

  /** It is then, at once; alarms that time went past ring when it is. */
  void leap(Instant then) {
    if (then.isAfter(now())) {
      while (then.isAfter(now())) {
        slack.settle();
        Instant next = now().plus(STRIDE);
        clock.set(next.isBefore(then) ? next : then);
      }
      bot().ringDue();
    }
  }

  /** Waits until nothing is under way, on either side; one side's work may be the other's cause. */
  void settle() {
    try {
      for (int round = 0; round < 3; round++) {
        slack.settle();
        if (!bot().settle(PATIENCE)) {
          throw new IllegalStateException("the bot does not come to rest");
        }
      }
      slack.settle();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted");
    }
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    slack.close();
  }
}
