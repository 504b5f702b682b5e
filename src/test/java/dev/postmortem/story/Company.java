package dev.postmortem.story;

import dev.postmortem.Settings;
import dev.postmortem.Wiring;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.HeldClock;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.wire.ApiCall;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A company with a rehearsal workspace, the real bot connected to it over HTTP, and a clock that is
 * held.
 */
public final class Company implements AutoCloseable {
  private static final Set<String> MALFORMED =
      Set.of(
          "invalid_arguments",
          "invalid_blocks",
          "invalid_blocks_format",
          "invalid_metadata_format",
          "missing_argument",
          "msg_blocks_too_long",
          "msg_too_long",
          "no_text",
          "unknown_method",
          "view_too_large");
  public final HeldClock clock;
  public final Workspace slack;
  public final Channel broadcast;
  public final Member joe;
  public final Member jane;
  public final Member ada;
  public final Member lin;
  private final Map<String, String> environment = new HashMap<>();
  private Wiring bot;

  /** A Wednesday afternoon in London. */
  public static Company in(Path directory) {
    return new Company(directory, "2026-11-18T14:00:00Z");
  }

  public static Company in(Path directory, String now) {
    return new Company(directory, now);
  }

  private Company(Path directory, String now) {
    clock = HeldClock.at(now);
    slack =
        Workspace.open(
            Workspace.plan()
                .clock(clock)
                .signingClock(clock)
                .manifest(read(Path.of("manifest.yml")))
                .build());
    joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
    jane = slack.member("jane", "Jane Doe", "Engineer", ZoneId.of("Europe/London"));
    ada = slack.member("ada", "Ada Byron", "Database Engineer", ZoneId.of("Europe/Paris"));
    lin = slack.member("lin", "Lin Chen", "Product Owner", ZoneId.of("America/New_York"));
    broadcast = slack.channel("postmortems", lin);
    environment.put("SLACK_BOT_TOKEN", slack.botToken());
    environment.put("SLACK_SIGNING_SECRET", slack.signingSecret());
    environment.put("SLACK_API_URL", slack.apiUrl());
    environment.put("PM_BIND", "127.0.0.1");
    environment.put("PM_PORT", "0");
    environment.put("PM_DATABASE_URL", "jdbc:h2:file:" + directory.resolve("postmortem"));
    environment.put("PM_BROADCAST_CHANNEL", broadcast.id());
    if (Boolean.getBoolean("sockets")) { // every story can be told over sockets, too
      overASocket();
    }
  }

  /** Sets a variable of the bot's environment, before it starts. */
  public Company with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** The bot opens connections to Slack by itself. */
  public Company overASocket() {
    return with("SLACK_APP_TOKEN", slack.appToken()).with("SLACK_SIGNING_SECRET", "");
  }

  /** Starts the bot, and connects it. */
  public Company started() {
    try {
      bot = Wiring.of(Settings.read(environment), clock).start();
      if (environment.containsKey("SLACK_APP_TOKEN")) {
        slack.awaitTrue("the bot's sockets are open", () -> slack.sockets().count() == 2);
      } else {
        slack.connect(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
      }
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
    return settled();
  }

  /** Ends the bot and starts it again on the same data. */
  public Company restarted() {
    bot.close();
    slack.disconnect();
    return started();
  }

  /** A second bot on the same data; Slack goes on talking to the first. */
  public Wiring another() {
    try {
      return Wiring.of(Settings.read(environment), clock).start();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The first bot ends; from now on Slack talks to the other. */
  public Company takenOverBy(Wiring other) {
    bot.close();
    slack.disconnect();
    bot = other;
    slack.connect(URI.create("http://127.0.0.1:" + bot.port() + "/slack/events"));
    return settled();
  }

  /** Whether the bot says that it is ready. */
  public boolean isReady() {
    try {
      URI address = URI.create("http://127.0.0.1:" + bot.port() + "/readyz");
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException | InterruptedException gone) {
      throw new IllegalStateException(gone);
    }
  }

  public Wiring bot() {
    return bot;
  }

  /** An incident channel with the bot in it. */
  public Channel warRoom(String name) {
    Channel room = slack.channel(name, joe, jane, ada);
    room.invite(slack.bot());
    return room;
  }

  /** Waits until nothing is under way, on either side. */
  public Company settled() {
    try {
      for (int round = 0; round < 3; round++) {
        slack.settle();
        if (!bot.settle(Duration.ofSeconds(20))) {
          throw new AssertionError("the bot does not come to rest");
        }
      }
      slack.settle();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
    return this;
  }

  /** Time passes; whatever is due rings. */
  public Company passes(Duration time) {
    clock.advance(time);
    bot.ringDue();
    return settled();
  }

  /** Time passes until then. */
  public Company until(String instant) {
    return passes(Duration.between(clock.instant(), Instant.parse(instant)));
  }

  static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (java.io.IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** What the bot sent must never have been refused for its form, whatever a test looked at. */
  private void everythingSentWasWellFormed() {
    for (ApiCall call : slack.journal().calls()) {
      if (MALFORMED.contains(call.error())) {
        throw new AssertionError(call.method() + ": " + call.answer() + " for " + call.args());
      }
    }
  }

  @Override
  public void close() {
    if (bot != null) {
      bot.close();
    }
    slack.close();
    everythingSentWasWellFormed();
  }
}
