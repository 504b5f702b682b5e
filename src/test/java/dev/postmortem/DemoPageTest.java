package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.demo.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The demo opens as a page. */
class DemoPageTest {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @Test
  void a_visitor_lands_in_the_war_room_as_the_person_on_call() throws Exception {
    StringWriter out = new StringWriter();
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    Thread demo =
        new Thread(
            () -> {
              try {
                new DemoPage(0, new PrintWriter(out)).show(null);
                ended.complete(Thread.currentThread().isInterrupted());
              } catch (Exception refused) {
                ended.completeExceptionally(refused);
              }
            });
    demo.start();
    await().atMost(Duration.ofSeconds(60)).until(() -> out.toString().contains("Ctrl-C"));
    Matcher address = ADDRESS.matcher(out.toString());
    assertThat(address.find()).isTrue();
    JsonNode state = json(address.group() + "state");
    assertThat(state.at("/me/realName").asText()).isEqualTo("Tomás Ibarra");
    assertThat(state.path("channels").findValuesAsText("id"))
        .contains(state.path("opens").asText());
    assertThat(state.path("welcome")).hasSize(3);
    assertThat(state.path("commands").findValuesAsText("name")).contains("/pm", "/pm task");
    assertThat(state.path("favourites").findValuesAsText("name")).hasSize(13).contains("pushpin");
    assertThat(json(address.group() + "emoji").at("/emoji/pushpin").asText()).isEqualTo("📌");
    assertThat(json(address.group() + "play").path("said").asText()).contains("Press Play");
    demo.interrupt();
    assertThat(ended.get()).isTrue();
  }

  private static JsonNode json(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return new ObjectMapper()
        .readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }

  @Test
  void a_port_that_is_taken_is_told_in_one_line() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Run run = Run.of("demo", "--port", port);
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err().lines())
          .last()
          .isEqualTo("Port " + port + " is taken: choose another one with --port.");
    }
  }
}
