package dev.postmortem.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * As much of Slack's Web API as a server needs to start, to open war rooms and to show windows. It
 * checks nothing and answers at once, so that it costs next to nothing beside the load.
 */
final class FakeSlack implements AutoCloseable {
  static final String TEAM = "T0BENCH";
  static final String BOT_USER = "U0BENCHBOT";
  static final String BROADCAST = "C0BENCHBC";
  static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final String TOKEN = "xoxb" + "-0-bench";
  private static final int A_MINUTE = 50;
  private static final long MINUTE_NANOS = Duration.ofMinutes(1).toNanos();
  private static final String NOTHING_SAID = ",\"messages\":[],\"has_more\":false";
  private final AtomicInteger posted = new AtomicInteger();
  private final BlockingQueue<Long> windows = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer server;
  private final Map<String, Deque<Long>> calls = new HashMap<>();
  private volatile boolean isLimited;
  private volatile Set<String> privateRooms = Set.of();
  private volatile Function<Map<String, String>, String> past = asked -> NOTHING_SAID;

  FakeSlack() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The base of the Web API, with a slash at the end. */
  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/";
  }

  /** From now on history is not read faster than Slack lets it be (docs.slack.dev, tier 3). */
  FakeSlack limited() {
    isLimited = true;
    return this;
  }

  /** From now on everybody is in these private channels. */
  void let(Set<String> rooms) {
    privateRooms = Set.copyOf(rooms);
  }

  /** From now on it shows what was said: the fields of its answers to requests. */
  void remember(Function<Map<String, String>, String> shown) {
    past = shown;
  }

  /** When windows were opened, by {@link System#nanoTime}. */
  BlockingQueue<Long> windows() {
    return windows;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String path = exchange.getRequestURI().getPath();
    String method = path.substring(path.lastIndexOf('/') + 1);
    if (method.equals("views.open")) {
      windows.add(System.nanoTime());
    }
    boolean tooMany = isLimited && isTooMuch(method);
    String words =
        tooMany
            ? "{\"ok\":false,\"error\":\"ratelimited\"}"
            : "{\"ok\":true" + fields(method, asked(body)) + "}";
    byte[] answer = words.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.getResponseHeaders().set("x-oauth-scopes", "chat:write");
    if (tooMany) {
      exchange.getResponseHeaders().set("Retry-After", "30");
    }
    exchange.sendResponseHeaders(tooMany ? 429 : 200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private synchronized boolean isTooMuch(String method) {
    if (!method.equals("conversations.history") && !method.equals("conversations.replies")) {
      return false;
    }
    long now = System.nanoTime();
    Deque<Long> lately = calls.computeIfAbsent(method, it -> new ArrayDeque<>());
    while (!lately.isEmpty() && now - lately.peek() > MINUTE_NANOS) {
      lately.remove();
    }
    return lately.size() >= A_MINUTE || !lately.add(now);
  }

  private static Map<String, String> asked(String body) {
    Map<String, String> fields = new HashMap<>();
    for (String field : body.split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
    }
    return fields;
  }

  private String fields(String method, Map<String, String> asked) {
    String id = asked.getOrDefault("channel", asked.getOrDefault("user", ""));
    return switch (method) {
      case "auth.test" ->
          ",\"url\":\"https://bench.slack.example/\",\"team\":\"Bench\",\"team_id\":\""
              + TEAM
              + "\",\"user\":\"postmortem\",\"user_id\":\""
              + BOT_USER
              + "\",\"bot_id\":\"B0BENCH\"";
      case "conversations.info", "conversations.join" ->
          ",\"channel\":{\"id\":\""
              + id
              + "\",\"name\":\""
              + Subject.roomName(id)
              + "\",\"is_member\":true,\"is_private\":false}";
      case "conversations.open" -> ",\"channel\":{\"id\":\"D0BENCHDM\"}";
      case "conversations.history" -> past.apply(asked);
      case "conversations.replies" -> NOTHING_SAID;
      case "conversations.members" -> ",\"members\":[]";
      case "users.info" ->
          ",\"user\":{\"id\":\""
              + id
              + "\",\"team_id\":\""
              + TEAM
              + "\",\"name\":\"somebody\",\"real_name\":\"Some Body\",\"tz\":\"Europe/London\","
              + "\"profile\":{\"real_name\":\"Some Body\",\"display_name\":\"somebody\"}}";
      case "users.conversations" ->
          privateRooms.stream()
              .map("{\"id\":\"%s\"}"::formatted)
              .collect(Collectors.joining(",", ",\"channels\":[", "]"));
      case "chat.postMessage", "chat.update" ->
          ",\"channel\":\"" + id + "\",\"ts\":\"%010d.000001\"".formatted(posted.incrementAndGet());
      case "views.open" -> ",\"view\":{\"id\":\"V0BENCH\",\"hash\":\"1\"}";
      default -> "";
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
