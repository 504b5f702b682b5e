package dev.postmortem.rehearsal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.text.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other pages and other machines are kept out of the workspace. */
class PageGuardTest {
  private Visit visit;

  @BeforeEach
  void open() throws IOException {
    visit = new Visit();
  }

  @AfterEach
  void close() {
    visit.close();
  }

  private String origin() {
    return "http://127.0.0.1:" + visit.page.address().getPort();
  }

  private String says() {
    return Json.of(
            "as", "joe", "verb", "says", "channel", visit.room.id(), "text", "from elsewhere")
        .toString();
  }

  private void nothingWasSaid() {
    assertThat(visit.messages(visit.joe).findValuesAsText("text")).doesNotContain("from elsewhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:PORT",
        "127.0.0.1",
        "127.0.0.1:1",
        "localhost.evil.example:PORT",
        "0.0.0.0:PORT"
      })
  void a_name_that_was_bent_to_this_machine_gets_nothing(String host) throws IOException {
    String real = host.replace("PORT", String.valueOf(visit.page.address().getPort()));
    String answer =
        visit.raw("GET /state HTTP/1.1\r\nHost: " + real + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 403").doesNotContain("Joe Bloggs");
    assertThat(answer).contains("Content-Security-Policy: default-src 'none'");
  }

  @Test
  void localhost_is_the_page_as_well() throws IOException {
    String host = "localhost:" + visit.page.address().getPort();
    assertThat(visit.raw("GET /state HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:1", ""})
  void another_page_cannot_do_anything(String origin) {
    HttpResponse<String> answer = visit.post("/do", origin, "application/json", says());
    assertThat(answer.statusCode()).isEqualTo(403);
    nothingWasSaid();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x/y"})
  void what_a_form_can_send_is_not_read(String type) {
    HttpResponse<String> answer = visit.post("/do", origin(), type, says());
    assertThat(answer.statusCode()).isEqualTo(415);
    nothingWasSaid();
  }

  @Test
  void other_methods_do_nothing() throws IOException {
    String host = "127.0.0.1:" + visit.page.address().getPort();
    for (String method : new String[] {"PUT", "DELETE", "OPTIONS", "HEAD", "TRACE"}) {
      assertThat(
              visit.raw(
                  method + " /do HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 405");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/page.js", "/state", "/nothing", "/state?as=nobody", "/wire", "/files/F0"})
  void every_answer_carries_the_policy(String path) {
    var headers = visit.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void a_request_that_is_none_is_answered_with_the_policy_too() throws IOException {
    assertThat(visit.raw("GET /\u0001 nonsense\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("Content-Security-Policy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../../../../etc/passwd",
        "/%2e%2e/%2e%2e/logback.xml",
        "/blocks/../package-info.class",
        "/blocks/%2e%2e/Page.class",
        "/Page.class",
        "/logback.xml",
        "/blocks//dom.js",
        "/page.js/"
      })
  void nothing_but_the_page_s_own_files_is_served(String path) throws IOException {
    String host = "127.0.0.1:" + visit.page.address().getPort();
    String answer =
        visit.raw("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("root:");
  }

  @Test
  void a_file_that_could_carry_script_is_only_saved() {
    String html = Base64.getEncoder().encodeToString("<script>alert(1)</script>".getBytes());
    visit.does(visit.joe, "uploads", "name", "a\"b\r\n.html", "mime", "text/html", "base64", html);
    visit.does(visit.joe, "uploads", "name", "a.svg", "mime", "image/svg+xml", "base64", html);
    var files = visit.messages(visit.joe).findValues("files");
    assertThat(files).hasSize(2);
    for (var file : files) {
      var answer = visit.get(file.path(0).path("url_private").asText());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/octet-stream");
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment; filename=\"a");
    }
  }
}
