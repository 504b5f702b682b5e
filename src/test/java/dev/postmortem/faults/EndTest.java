package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.storage.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot is told to end (SIGTERM) while something hangs that it needs, or before it began. */
class EndTest {
  private static final Duration IN_TIME = Duration.ofSeconds(15);
  @TempDir private Path data;
  private Workspace slack;
  private Member joe;
  private Channel room;
  private BotProcess bot;

  @BeforeEach
  void a_company() throws Exception {
    slack =
        Workspace.open(
            Workspace.plan().manifest(Files.readString(Path.of("manifest.yml"))).build());
    joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
    slack.channel("postmortems", joe);
    room = slack.channel("inc-42", joe).invite(slack.bot());
    bot = new BotProcess(slack, data);
  }

  @AfterEach
  void close() throws Exception {
    bot.close();
    slack.close();
  }

  @Test
  void a_slack_that_hangs_cannot_hold_it_and_what_it_was_saying_is_said_once_after_the_next_start()
      throws Exception {
    bot.start();
    slack.connect(bot.requestUrl());
    slack.faults().always("chat.postMessage", Fault.slow(Duration.ofSeconds(9)));
    joe.in(room).types("/pm start Checkout is down");
    slack.awaitTrue("it posts", () -> openings() > 0);
    BotProcess.End end = bot.end();
    System.out.println(end);
    assertThat(end.took()).isLessThan(IN_TIME);
    assertThat(end.code()).isZero();
    slack.faults().clear();
    bot.start();
    slack.awaitTrue("it is said", () -> openings() > 0);
    slack.settle();
    assertThat(openings()).isEqualTo(1);
  }

  private long openings() {
    return room.messages().stream()
        .filter(message -> message.author().equals(slack.botUserId()))
        .filter(message -> message.text().contains("PM-1 Checkout is down"))
        .count();
  }

  @Test
  void a_database_that_hangs_cannot_hold_it() throws Exception {
    String url = Postgres.database();
    int port = Integer.parseInt(url.replaceAll(".*:(\\d+)/.*", "$1"));
    try (TroubledWire wire = new TroubledWire(port)) {
      bot.with("PM_DATABASE_URL", url.replaceFirst(":\\d+/", ":" + wire.port() + "/"));
      bot.start();
      slack.connect(bot.requestUrl());
      wire.hangs();
      for (int i = 0; i < 20; i++) {
        joe.in(room).says("word " + i);
      }
      BotProcess.End end = bot.end();
      System.out.println(end);
      assertThat(end.took()).isLessThan(IN_TIME);
    }
  }

  @Test
  void whoever_waits_for_slack_or_the_database_ends_at_once() throws Exception {
    slack.faults().always("auth.test", Fault.http(503));
    bot.launch();
    slack.awaitTrue("it asks", () -> slack.journal().calls("auth.test").size() > 0);
    endsAtOnce();
    bot.with("PM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/pm").launch();
    slack.awaitTrue("it listens", this::isAlive);
    endsAtOnce();
  }

  private void endsAtOnce() throws Exception {
    BotProcess.End end = bot.end();
    assertThat(end.code()).isZero();
    assertThat(end.took()).isLessThan(Duration.ofSeconds(5));
  }

  private boolean isAlive() {
    try {
      return bot.asked("/healthz").equals("200 ok");
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
