package dev.postmortem.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands in front of several bots, as any balancer would: it knows nothing of Slack, and gives each
 * request to one of those that are ready. One that dies in the middle costs a 502, so that Slack
 * sends again; when none is ready it answers 503.
 */
public final class Balancer implements AutoCloseable {
  private static final Set<String> PASSED_ON =
      Set.of(
          "content-type",
          "user-agent",
          "x-slack-signature",
          "x-slack-request-timestamp",
          "x-slack-retry-num",
          "x-slack-retry-reason");

  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<Integer, AtomicInteger> handled = new ConcurrentHashMap<>();
  private final Map<Integer, AtomicInteger> answers = new ConcurrentHashMap<>();
  private final Set<Integer> away = ConcurrentHashMap.newKeySet();
  private final List<Integer> ports;
  private final Random random;
  private final HttpServer server;
  private volatile boolean watching = true;
  private volatile Optional<Function<List<Answer>, Answer>> toAll = Optional.empty();

  /** In front of what listens at these ports; who gets a request follows from the random. */
  public Balancer(List<Integer> ports, Random random) throws IOException {
    this.ports = List.copyOf(ports);
    this.random = random;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** Asks again and again who is ready, and leaves out who is not. */
  public Balancer watching() {
    threads.submit(
        () -> {
          while (watching) {
            look();
            Thread.sleep(100);
          }
          return watching;
        });
    return this;
  }

  /** Asks at once who is ready. */
  void look() {
    ports.forEach(this::look);
  }

  /**
   * From now on everything goes to all at the same moment, as if it came several times; Slack gets
   * the answer that is chosen.
   */
  public void doubling(Function<List<Answer>, Answer> chosen) {
    toAll = Optional.of(chosen);
  }

  /** What one of them answered. */
  public record Answer(int status, String type, String body) {}

  /** Where Slack sends everything. */
  public URI requestUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/slack/events");
  }

  /** How many requests each port answered, and how often Slack got which status. */
  public String counted() {
    return "requests by port " + handled + ", answers by status " + answers;
  }

  private void look(int port) {
    HttpRequest ask =
        HttpRequest.newBuilder(at(port, "/readyz")).timeout(Duration.ofSeconds(1)).build();
    try {
      if (client.send(ask, BodyHandlers.discarding()).statusCode() == 200) {
        away.remove(port);
      } else {
        away.add(port);
      }
    } catch (IOException dead) {
      away.add(port);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static URI at(int port, String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      Answer answer = toAll.isPresent() ? all(exchange, body) : one(exchange, body);
      answers.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
      byte[] bytes = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer one(HttpExchange exchange, byte[] body) {
    for (int port : order()) {
      try {
        HttpResponse<String> response =
            client.send(request(exchange, port, body), BodyHandlers.ofString());
        return answer(port, response);
      } catch (ConnectException dead) {
        away.add(port);
      } catch (IOException diedMeanwhile) {
        return new Answer(502, "text/plain", "bad gateway");
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    return new Answer(503, "text/plain", "nobody is ready");
  }

  private List<Integer> order() {
    List<Integer> order = new ArrayList<>(ports);
    order.removeAll(away);
    synchronized (random) {
      Collections.shuffle(order, random);
    }
    return order;
  }

  private Answer all(HttpExchange exchange, byte[] body) {
    List<CompletableFuture<Answer>> asked =
        ports.stream()
            .map(
                port ->
                    client
                        .sendAsync(request(exchange, port, body), BodyHandlers.ofString())
                        .thenApply(response -> answer(port, response)))
            .toList();
    return toAll.orElseThrow().apply(asked.stream().map(CompletableFuture::join).toList());
  }

  private static HttpRequest request(HttpExchange exchange, int port, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(port, exchange.getRequestURI().toString()))
            .timeout(PATIENCE)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (PASSED_ON.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  private Answer answer(int port, HttpResponse<String> response) {
    handled.computeIfAbsent(port, fresh -> new AtomicInteger()).incrementAndGet();
    String type = response.headers().firstValue("content-type").orElse("text/plain");
    return new Answer(response.statusCode(), type, response.body());
  }

  @Override
  public void close() {
    watching = false;
    server.stop(0);
    threads.shutdownNow();
  }
}
