package dev.postmortem.slack.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postmortem.timeline.ImageType;
import dev.postmortem.timeline.SharedPicture;
import dev.postmortem.workflow.capture.PictureSource.Fetched;
import dev.postmortem.workflow.capture.PictureSource.Here;
import dev.postmortem.workflow.capture.PictureSource.Later;
import dev.postmortem.workflow.capture.PictureSource.Never;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that answers in all the ways that a picture should not come in. */
class DownloadTest {
  private static final byte[] PNG = "\u0089PNG\r\n\u001a\nand so on".getBytes(ISO_8859_1);
  private static final int MOST = 1_000;
  private final OkHttpClient client = new OkHttpClient();
  private final CountDownLatch over = new CountDownLatch(1);
  private final List<String> tokensElsewhere = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer slack;
  private HttpServer elsewhere;

  @BeforeEach
  void two_servers_listen() throws IOException {
    slack = server();
    elsewhere = server();
    elsewhere.createContext(
        "/",
        exchange -> {
          tokensElsewhere.add(
              String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          answer(exchange, 200, "image/png", PNG);
        });
  }

  private HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.start();
    return server;
  }

  @AfterEach
  void they_close() {
    over.countDown();
    slack.stop(0);
    elsewhere.stop(0);
    threads.shutdownNow();
    client.connectionPool().evictAll();
  }

  private interface Answering {
    void to(HttpExchange exchange) throws IOException;
  }

  private void at(String path, Answering answering) {
    slack.createContext(
        path,
        exchange -> {
          try (exchange) {
            answering.to(exchange);
          }
        });
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static String url(HttpServer server, String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private Fetched fetch(String path) {
    return fetch(path, 0);
  }

  private Fetched fetch(String path, long declared) {
    PictureRules rules =
        new PictureRules(EnumSet.of(ImageType.PNG, ImageType.GIF), MOST, Duration.ofMillis(1_000));
    TokenHosts hosts = new TokenHosts(HttpUrl.get(url(slack, "/api/")));
    return new Download(client, "a token", hosts, rules)
        .fetch(new SharedPicture("T1", "F1", "a.png", "image/png", url(slack, path), declared));
  }

  private String refusal(String path) {
    Fetched fetched = fetch(path);
    assertThat(fetched).isInstanceOf(Never.class);
    return ((Never) fetched).reason();
  }

  private String delay(String path, long declared) {
    Fetched fetched = fetch(path, declared);
    assertThat(fetched).isInstanceOf(Later.class);
    return ((Later) fetched).reason();
  }

  @Test
  void a_picture_comes_with_the_token_and_whole() {
    List<String> tokens = new ArrayList<>();
    at(
        "/a.png",
        exchange -> {
          tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
          answer(exchange, 200, "image/png; charset=binary", PNG);
        });
    Here here = (Here) fetch("/a.png");
    assertThat(here.type()).isEqualTo(ImageType.PNG);
    assertThat(here.bytes()).isEqualTo(PNG);
    assertThat(tokens).containsExactly("Bearer a token");
  }

  @Test
  void the_page_to_sign_in_is_no_picture() {
    at("/a.png", exchange -> answer(exchange, 200, "text/html; charset=utf-8", PNG));
    assertThat(delay("/a.png", 0)).contains("sign in");
  }

  @Test
  void a_page_that_says_it_is_a_picture_is_none() {
    at(
        "/a.png",
        exchange -> answer(exchange, 200, "image/png", "<!DOCTYPE html>".getBytes(ISO_8859_1)));
    assertThat(refusal("/a.png")).contains("not those of a png");
    at("/b.gif", exchange -> answer(exchange, 200, "image/gif", PNG));
    assertThat(refusal("/b.gif")).contains("not those of a gif");
  }

  @Test
  void types_that_are_not_wanted_or_can_hold_script_are_refused() {
    for (String type : List.of("image/svg+xml", "image/jpeg", "application/octet-stream", "")) {
      String path = "/" + type.replaceAll("\\W", "");
      at(path, exchange -> answer(exchange, 200, type, PNG));
      assertThat(refusal(path)).contains("type");
    }
  }

  @Test
  void what_is_too_large_is_refused_by_its_word_and_by_its_bytes() {
    byte[] large = Arrays.copyOf(PNG, MOST + 1);
    at("/told", exchange -> answer(exchange, 200, "image/png", large));
    assertThat(refusal("/told")).contains("larger than 1000 bytes");
    at(
        "/untold",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(large);
        });
    assertThat(refusal("/untold")).contains("larger than 1000 bytes");
    at("/just", exchange -> answer(exchange, 200, "image/png", Arrays.copyOf(PNG, MOST)));
    assertThat(fetch("/just")).isInstanceOf(Here.class);
  }

  @Test
  void a_part_of_a_picture_is_fetched_again_later() {
    at(
        "/short",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 500);
          exchange.getResponseBody().write(PNG);
          exchange.getResponseBody().flush();
        });
    assertThat(delay("/short", 0)).contains("did not send it");
    at(
        "/chunked",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(PNG);
        });
    assertThat(delay("/chunked", PNG.length + 1)).contains("only a part");
    assertThat(fetch("/chunked", PNG.length)).isInstanceOf(Here.class);
  }

  @Test
  void the_token_follows_a_redirect_within_slack_and_no_other() {
    at(
        "/near",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/a.png");
          answer(exchange, 302, "text/html", new byte[0]);
        });
    at("/a.png", exchange -> answer(exchange, 200, "image/png", PNG));
    assertThat(fetch("/near")).isInstanceOf(Here.class);

    at(
        "/far",
        exchange -> {
          exchange.getResponseHeaders().set("Location", url(elsewhere, "/a.png"));
          answer(exchange, 307, "text/html", new byte[0]);
        });
    assertThat(refusal("/far")).contains("not Slack's own");
    assertThat(tokensElsewhere).isEmpty();
  }

  @Test
  void redirects_end() {
    List<String> hops = new ArrayList<>();
    at(
        "/round",
        exchange -> {
          hops.add("hop");
          exchange.getResponseHeaders().set("Location", "/round");
          answer(exchange, 301, "text/html", new byte[0]);
        });
    assertThat(refusal("/round")).contains("from one address to the next");
    assertThat(hops).hasSize(4);
  }

  @Test
  void a_server_that_hangs_is_left_alone() {
    at("/hang", exchange -> await());
    assertThat(delay("/hang", 0)).contains("did not send it");
    at(
        "/drips",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/png");
          exchange.sendResponseHeaders(200, 500);
          exchange.getResponseBody().write(PNG);
          exchange.getResponseBody().flush();
          await();
        });
    assertThat(delay("/drips", 0)).contains("did not send it");
  }

  private void await() {
    try {
      assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void busy_is_later_and_gone_is_never() {
    at(
        "/busy",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "17");
          answer(exchange, 429, "text/plain", new byte[0]);
        });
    assertThat(((Later) fetch("/busy")).pause()).isEqualTo(Duration.ofSeconds(17));
    at("/down", exchange -> answer(exchange, 503, "text/plain", new byte[0]));
    assertThat(delay("/down", 0)).contains("503");
    at("/gone", exchange -> answer(exchange, 404, "image/png", PNG));
    assertThat(refusal("/gone")).contains("404");
  }
}
