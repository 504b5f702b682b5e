package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.WiredBot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the demo cannot do, it says in one line. */
class DemoRefusalsTest {
  @TempDir private Path folder;

  @Test
  void a_recording_that_is_not_there() {
    refuses(incident(folder.resolve("none.json")), "There is no file");
  }

  @Test
  void a_recording_that_is_no_json() throws IOException {
    refuses(incident(written("{\"messages\": [")), "is no JSON");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "",
        "{}",
        "{\"messages\": []}",
        "{\"messages\": {\"C1\": [{\"text\": \"no ts\"}]}}",
        "{\"messages\": [{\"ts\": \"1767704400.000100\", \"bot_id\": \"B1\", \"text\": \"beep\"}]}"
      })
  void a_recording_of_another_shape(String json) throws IOException {
    refuses(incident(written(json)), "is no recorded incident");
  }

  @Test
  void a_folder_that_is_a_file() throws IOException {
    refuses(Run.of("demo", "--once", written("here").toString()), "Cannot write to");
  }

  @Test
  void a_port_that_is_taken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      refuses(Run.of("demo", "--once", folder.toString(), "--port", port), "Port " + port);
    }
  }

  @Test
  void wrong_usage_is_told_from_a_refusal() {
    assertThat(Run.of("demo", "--once").code()).isEqualTo(2);
    assertThat(Run.of("demo", "--slow").code()).isEqualTo(2);
    assertThat(Run.of("demo", "--port", "70000").code()).isEqualTo(2);
  }

  @Test
  void help_names_every_option() {
    Run help = Run.of("demo", "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("--port", "--fast", "--once", "--incident");
  }

  @Test
  void a_document_that_does_not_reach_the_broadcast_channel() {
    Bot.Starter astray =
        (environment, clock) -> {
          Map<String, String> changed = new HashMap<>(environment);
          changed.put("PM_BROADCAST_CHANNEL", "#inc-1117-checkout");
          return WiredBot.start(changed, clock);
        };
    Show show = new Show(new PrintWriter(new StringWriter()), false);
    assertThatThrownBy(() -> new Demo(astray, 0, show).play(null, folder, false))
        .isInstanceOf(Refused.class)
        .hasMessage("The document did not reach #postmortems.");
    assertThat(folder.resolve("postmortem.md")).doesNotExist();
  }

  private Run incident(Path file) {
    return Run.of(
        "demo", "--once", folder.resolve("out").toString(), "--incident", file.toString());
  }

  private Path written(String text) throws IOException {
    return Files.writeString(folder.resolve("file.json"), text);
  }

  private static void refuses(Run run, String why) {
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains(why);
    assertThat(run.err().lines()).hasSize(1);
  }
}
