package dev.postmortem.rehearsal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postmortem.browser.Browser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What draws blocks and windows checks itself in a browser, a line for each behaviour. */
@EnabledIf("dev.postmortem.browser.Browser#isThere")
class BlocksTest {
  private static final Path SOURCES = Path.of("src");
  private static final String PAGE =
      "/test/resources/dev/postmortem/rehearsal/browser/selftest.html";
  private static final Map<String, String> TYPES =
      Map.of(".html", "text/html", ".js", "text/javascript", ".css", "text/css");

  @Test
  void blocks_inputs_and_windows_do_what_slack_s_client_does() throws IOException {
    HttpServer files = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    files.createContext("/", BlocksTest::answer);
    files.start();
    try (Browser browser = Browser.open()) {
      browser.go("http://127.0.0.1:" + files.getAddress().getPort() + PAGE);
      List<String> lines = browser.see("#results", "DONE").getText().lines().toList();
      assertThat(lines).filteredOn(line -> line.startsWith("FAIL")).isEmpty();
      assertThat(lines).filteredOn(line -> line.startsWith("PASS")).hasSizeGreaterThan(30);
      assertThat(browser.barriers()).isEmpty();
    } finally {
      files.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = SOURCES.resolve(path.substring(1)).normalize();
    try (exchange) {
      if (!file.startsWith(SOURCES) || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String ending = path.substring(path.lastIndexOf('.'));
      exchange
          .getResponseHeaders()
          .set("Content-Type", TYPES.getOrDefault(ending, "application/octet-stream"));
      exchange.sendResponseHeaders(200, 0);
      Files.copy(file, exchange.getResponseBody());
    }
  }
}
