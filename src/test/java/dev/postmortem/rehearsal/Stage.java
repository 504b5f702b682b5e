package dev.postmortem.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/**
 * A workspace with two people, one room with the bot in it, and an app at the other end of the
 * line.
 */
final class Stage implements AutoCloseable {
  final HeldClock clock = HeldClock.at("2026-11-22T14:05:00Z");
  final Workspace slack;
  final AppDouble app;
  final Member joe;
  final Member jane;
  final Channel room;

  Stage() {
    this(Duration.ofSeconds(3));
  }

  Stage(Duration ackDeadline) {
    slack =
        Workspace.open(
            Workspace.plan()
                .clock(clock)
                .manifest(manifest())
                .ackDeadline(ackDeadline)
                .patience(Duration.ofSeconds(5))
                .build());
    joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
    jane = slack.member("jane", "Jane Doe", "Engineer", ZoneId.of("Asia/Kolkata"));
    room = slack.channel("inc-42", joe, jane).invite(slack.bot());
    app = new AppDouble(slack);
  }

  static String manifest() {
    try {
      return Files.readString(Path.of("manifest.yml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    app.close();
    slack.close();
  }
}
