package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.Main;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Workspace;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot as a process of its own, killed without warning, and started again on the same data. */
class KilledTest {
  @TempDir private Path data;

  @Test
  void after_a_kill_everything_is_where_it_was_and_nothing_is_sent_twice() throws Exception {
    try (Workspace slack =
            Workspace.open(
                Workspace.plan().manifest(Company.read(Path.of("manifest.yml"))).build());
        Process bot = new Process(slack, data)) {
      Member joe = slack.member("joe", "Joe Bloggs", "Support Staff", ZoneId.of("Europe/London"));
      Member jane = slack.member("jane", "Jane Doe", "Engineer", ZoneId.of("Europe/London"));
      Channel broadcast = slack.channel("postmortems", joe);
      Channel room = slack.channel("inc-42", joe, jane);
      room.invite(slack.bot());
      bot.start(broadcast);

      joe.in(room).types("/pm start Checkout is down");
      joe.in(room).sees("PM-1 Checkout is down");
      Message said = joe.in(room).says("said before the kill");
      slack.settle();
      jane.in(room).reacts("pushpin", said);
      for (String words :
          List.of(
              "symptom blank page",
              "hypothesis a lock",
              "remediation undone",
              "impact 4 orders",
              "learned limits")) {
        assertThat(joe.in(room).types("/pm " + words).text()).contains("Added");
      }
      joe.in(room).types("/pm meeting");
      Modal meeting = joe.modal();
      assertThat(meeting.submit().isClosed()).isTrue();
      joe.dm().sees("You are invited");
      String before = joe.in(room).types("/pm status").text();

      bot.kill();
      joe.in(room).says("said while nobody listened");
      bot.start(broadcast);

      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () -> assertThat(joe.in(room).types("/pm status").text()).contains("2 entries"));
      assertThat(joe.in(room).types("/pm status").text())
          .isEqualTo(
              before.replace("1 entry", "2 entries").replaceAll("lasting .*", "lasting 0 min"));

      joe.in(room).types("/pm resolve");
      joe.in(room).sees("is resolved");
      joe.in(room).types("/pm publish");
      joe.modal().submit();
      joe.in(broadcast).sees("Checkout is down");
      bot.kill();
      bot.start(broadcast);
      assertThat(joe.in(room).types("/pm status").text()).contains("published");
      joe.in(room).sees("is published");
      assertThat(broadcast.messages())
          .filteredOn(message -> !message.isReply() && message.text().contains("PM-1"))
          .hasSize(1);
      assertThat(joe.dm().sees())
          .filteredOn(message -> message.text().contains("You are invited"))
          .hasSize(1);
    }
  }

  /** The bot's process, which this test starts and ends itself. */
  private static final class Process implements AutoCloseable {
    private final Workspace slack;
    private final Path data;
    private final int port = freePort();
    private java.lang.Process process;

    Process(Workspace slack, Path data) {
      this.slack = slack;
      this.data = data;
    }

    void start(Channel broadcast) throws IOException {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx256m",
              "-Dfile.encoding=UTF-8",
              "-cp",
              System.getProperty("java.class.path"),
              Main.class.getName(),
              "serve");
      builder
          .environment()
          .putAll(
              Map.of(
                  "SLACK_BOT_TOKEN", slack.botToken(),
                  "SLACK_SIGNING_SECRET", slack.signingSecret(),
                  "SLACK_API_URL", slack.apiUrl(),
                  "PM_BIND", "127.0.0.1",
                  "PM_PORT", String.valueOf(port),
                  "PM_BROADCAST_CHANNEL", "#" + broadcast.name(),
                  "PM_DATABASE_URL", "jdbc:h2:file:" + data.resolve("postmortem")));
      process =
          builder
              .redirectErrorStream(true)
              .redirectOutput(data.resolve("bot-" + System.nanoTime() + ".log").toFile())
              .start();
      await().atMost(Duration.ofSeconds(60)).until(this::isReady);
      slack.connect(URI.create("http://127.0.0.1:" + port + "/slack/events"));
    }

    private boolean isReady() {
      try {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz")).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
            == 200;
      } catch (IOException notYet) {
        return false;
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
      slack.disconnect();
    }

    private static int freePort() {
      try (ServerSocket socket = new ServerSocket(0)) {
        return socket.getLocalPort();
      } catch (IOException none) {
        throw new IllegalStateException(none);
      }
    }

    @Override
    public void close() {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }
}
