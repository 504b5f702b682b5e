package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.wire.Delivery;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot is started while Slack or its database is away, and is ready when they are there. */
class AwayTest {
  @TempDir private Path data;
  private Workspace slack;
  private Member joe;
  private Channel room;
  private BotProcess bot;

  @BeforeEach
  void a_company() throws Exception {
    slack =
        Workspace.open(
            Workspace.plan()
                .manifest(Files.readString(Path.of("manifest.yml")))
                .retries(List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(10)))
                .patience(Duration.ofSeconds(30))
                .build());
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

  private void says(String words) {
    joe.in(room).says(words);
    slack.settle();
  }

  private List<Integer> answersTo(String words) {
    return slack.journal().deliveries("message").stream()
        .filter(it -> it.payload().path("event").path("text").asText().equals(words))
        .map(Delivery::status)
        .toList();
  }

  private void isKeptLater(String words) {
    slack.awaitTrue("it is kept", () -> answersTo(words).contains(200));
  }

  private void livesButIsNotReady() {
    slack.awaitTrue("it listens", () -> answer("/healthz").equals("200 ok"));
    assertThat(answer("/readyz")).startsWith("503");
  }

  private String answer(String path) {
    try {
      return bot.asked(path);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  @Test
  void while_slack_is_away_it_listens_and_asks_to_come_again() throws Exception {
    bot.start();
    slack.connect(bot.requestUrl());
    joe.in(room).types("/pm start Checkout is down");
    slack.settle();
    assertThat(bot.end().code()).isZero();
    slack.faults().always("auth.test", Fault.http(503));
    bot.launch();
    livesButIsNotReady();
    assertThat(answer("/readyz")).isEqualTo("503 starting");
    says("while Slack is away");
    assertThat(answersTo("while Slack is away")).containsOnly(503).isNotEmpty();
    slack.faults().clear();
    bot.awaitReady();
    isKeptLater("while Slack is away");
  }

  @Test
  void while_the_database_server_is_away_it_listens_and_asks_to_come_again() throws Exception {
    int port = freePort();
    bot.with("PM_DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres")
        .with("PM_DATABASE_USER", "postgres");
    bot.launch();
    livesButIsNotReady();
    try (EmbeddedPostgres server = server(port)) {
      bot.awaitReady();
      slack.connect(bot.requestUrl());
      joe.in(room).types("/pm start Checkout is down");
      says("before the restart");
      assertThat(answersTo("before the restart")).containsExactly(200);
    }
    slack.awaitTrue("it is not ready", () -> answer("/readyz").startsWith("503 the database"));
    says("while the server is away");
    assertThat(answersTo("while the server is away")).containsOnly(503).isNotEmpty();
    try (EmbeddedPostgres server = server(port)) {
      bot.awaitReady();
      isKeptLater("while the server is away");
      says("after the restart");
      assertThat(answersTo("after the restart")).containsExactly(200);
      assertThat(bot.end().code()).isZero();
    }
  }

  private EmbeddedPostgres server(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data.resolve("server"))
        .setCleanDataDirectory(false)
        .start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Test
  void while_the_one_before_it_has_the_file_it_waits() throws Exception {
    bot.start();
    assertThat(bot.check()).isZero();
    try (BotProcess next = new BotProcess(slack, data)) {
      next.launch();
      slack.awaitTrue("it waits", () -> log().contains("in use by another process"));
      assertThat(next.asked("/readyz")).isEqualTo("503 starting");
      assertThat(bot.end().code()).isZero();
      next.awaitReady();
    }
  }

  private String log() {
    try {
      return bot.log();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Test
  void what_can_never_work_ends_with_a_sentence() throws Exception {
    bot.with("SLACK_BOT_TOKEN", "xoxb" + "-1-nobody").launch();
    assertThat(bot.awaitEnd().code()).isEqualTo(1);
    assertThat(bot.log()).contains("Slack refuses the bot: auth.test: invalid_auth");
  }
}
