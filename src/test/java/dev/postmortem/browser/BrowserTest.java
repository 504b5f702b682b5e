package dev.postmortem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of pages look with does see. */
@EnabledIf("dev.postmortem.browser.Browser#isThere")
final class BrowserTest {
  @TempDir Path folder;

  @Test
  void a_barrier_an_error_and_a_page_that_is_too_wide_are_noticed() throws Exception {
    Path page = folder.resolve("bad.html");
    Files.writeString(
        page,
        "<!doctype html><html><title>x</title><body><img src='none.png'><input>"
            + "<div style='width:900px'>wide</div><script>nothing()</script></body></html>");
    try (Browser browser = Browser.open()) {
      browser.go(page.toUri().toString()).width(Browser.NARROW);
      assertThat(browser.isTooWide()).isTrue();
      assertThat(browser.barriers())
          .anyMatch(found -> found.startsWith("image-alt"))
          .anyMatch(found -> found.startsWith("label"))
          .anyMatch(found -> found.startsWith("html-has-lang"));
      assertThat(browser.complaints()).anyMatch(one -> one.contains("nothing is not defined"));
    }
  }

  @Test
  void no_name_is_looked_up_so_nothing_but_this_machine_is_reached() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, 0);
          exchange.close();
        });
    server.start();
    try (Browser browser = Browser.open()) {
      int port = server.getAddress().getPort();
      browser.go("http://127.0.0.1:" + port + "/");
      assertThat(reached(browser, "127.0.0.1:" + port)).isEqualTo("reached");
      assertThat(reached(browser, "localhost.localdomain:" + port)).isEqualTo("not reached");
      assertThat(reached(browser, "example.com:" + port)).isEqualTo("not reached");
    } finally {
      server.stop(0);
    }
  }

  private static Object reached(Browser browser, String host) {
    return browser.ask(
        "return fetch('http://' + arguments[0] + '/', {mode: 'no-cors'})"
            + ".then(() => 'reached', () => 'not reached')",
        host);
  }
}
