package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.java_websocket.WebSocket;
import org.jspecify.annotations.Nullable;

/**
 * Socket Mode: the app connects, and gets its deliveries in envelopes without a signature (page
 * "Using Socket Mode").
 */
public final class Sockets implements Line, SocketServer.Listener, AutoCloseable {
  private static final Set<String> CLOSING =
      Set.of("refresh_requested", "link_disabled", "too_many_websockets");
  private static final int MOST_CONNECTIONS = 10;
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final Set<WebSocket> dead = ConcurrentHashMap.newKeySet();
  private final Set<WebSocket> warned = ConcurrentHashMap.newKeySet();
  private final Set<WebSocket> ending = ConcurrentHashMap.newKeySet();
  private final AtomicInteger expiring = new AtomicInteger();
  private final String appId;
  private final Duration deadline;
  private volatile @Nullable RandomGenerator random;
  private volatile boolean on;
  private @Nullable SocketServer server;

  /** An envelope that was sent over a connection. */
  private record Waiting(WebSocket over, CompletableFuture<JsonNode> acknowledgement) {}

  /** For this app, which acknowledges within the deadline. */
  public Sockets(String appId, Duration deadline) {
    this.appId = appId;
    this.deadline = deadline;
  }

  /** The address of a new connection, good once (method apps.connections.open). */
  public synchronized String open() {
    SocketServer running = server;
    if (running == null) {
      running = SocketServer.started(this);
      server = running;
    }
    on = true;
    String ticket = UUID.randomUUID().toString();
    if (expiring.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      tickets.add(ticket);
    }
    return "ws://127.0.0.1:" + running.getPort() + "/link/?ticket=" + ticket + "&app_id=" + appId;
  }

  private synchronized Optional<SocketServer> server() {
    return Optional.ofNullable(server);
  }

  /** How many connections there are, as far as Slack knows. */
  public int count() {
    return server().map(SocketServer::count).orElse(0);
  }

  /** Socket Mode stays on while no connection stands: what is sent then fails, and comes again. */
  @Override
  public boolean isConnected() {
    return on;
  }

  /** Each envelope goes to a connection that this draws; in turn by default. */
  public Sockets drawnBy(RandomGenerator generator) {
    random = generator;
    return this;
  }

  /** The addresses that are asked for next are good no more when they are used. */
  public Sockets expireNext(int times) {
    expiring.set(times);
    return this;
  }

  /** One connection goes on standing, but nobody is at Slack's end any more. */
  public Sockets oneDies() {
    alive().limit(1).forEach(dead::add);
    return this;
  }

  /** One connection breaks without a word. */
  public Sockets oneBreaks() {
    alive().limit(1).forEach(socket -> socket.closeConnection(1006, "cut"));
    return this;
  }

  /** One connection is told that it will end; {@link #warnedEnd} ends it. */
  public Sockets oneIsWarned() {
    alive()
        .filter(socket -> !warned.contains(socket))
        .limit(1)
        .forEach(
            socket -> {
              warned.add(socket);
              socket.send(goodbye("warning"));
            });
    return this;
  }

  /**
   * Nothing more is sent over connections that were warned, and when all is acknowledged they end.
   */
  public Sockets warnedEnd() {
    ending.addAll(warned);
    warned.clear();
    return endDone();
  }

  private Sockets endDone() {
    ending.stream()
        .filter(socket -> waiting.values().stream().noneMatch(one -> one.over().equals(socket)))
        .forEach(socket -> socket.close(1000, "bye"));
    return this;
  }

  /** Sends anything over every connection. */
  public Sockets say(String text) {
    alive().forEach(socket -> socket.send(text));
    return this;
  }

  private Stream<WebSocket> alive() {
    return server().stream().flatMap(running -> running.open().stream()).filter(this::isAlive);
  }

  @Override
  public boolean isAlive(WebSocket socket) {
    return !dead.contains(socket);
  }

  @Override
  public void closed(WebSocket socket) {
    List.of(dead, warned, ending).forEach(some -> some.remove(socket));
    waiting.values().stream()
        .filter(one -> one.over().equals(socket))
        .forEach(one -> one.acknowledgement().completeExceptionally(new IOException("closed")));
  }

  @Override
  public void opened(WebSocket socket, String path) {
    String ticket = path.replaceFirst(".*[?&]ticket=([^&]*).*", "$1");
    if (!tickets.remove(ticket)) {
      socket.close(1008, "expired");
      return;
    }
    if (count() > MOST_CONNECTIONS) {
      socket.send(goodbye("too_many_websockets"));
      socket.close(1000, "bye");
      return;
    }
    ObjectNode hello = Json.of("type", "hello", "num_connections", count());
    hello.set("debug_info", Json.of("host", "rehearsal", "approximate_connection_time", 18_060));
    hello.set("connection_info", Json.of("app_id", appId));
    socket.send(hello.toString());
  }

  @Override
  public void received(WebSocket from, String text) {
    if (isAlive(from)) {
      Json.tryParse(text)
          .ifPresent(
              ack ->
                  Optional.ofNullable(waiting.remove(ack.path("envelope_id").asText()))
                      .ifPresent(one -> one.acknowledgement().complete(ack.path("payload"))));
    }
  }

  @Override
  public Reply send(Parcel parcel, Attempt attempt) {
    Optional<WebSocket> chosen = server().flatMap(running -> running.next(random, ending));
    return chosen.isEmpty()
        ? Reply.failed("connection_failed")
        : send(chosen.get(), parcel, attempt);
  }

  private Reply send(WebSocket socket, Parcel parcel, Attempt attempt) {
    String id = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> acknowledgement = new CompletableFuture<>();
    waiting.put(id, new Waiting(socket, acknowledgement));
    try {
      if (isAlive(socket)) {
        socket.send(envelope(id, parcel, attempt).toString());
      }
      JsonNode payload = acknowledgement.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      String body =
          payload.isMissingNode() || payload.isNull()
              ? ""
              : payload.isTextual() ? payload.asText() : payload.toString();
      return new Reply(new HttpAnswer(200, "application/json", body), "ok", true);
    } catch (TimeoutException e) {
      return Reply.failed("http_timeout");
    } catch (ExecutionException | RuntimeException e) {
      return Reply.failed("connection_failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.failed("unknown_error");
    } finally {
      waiting.remove(id);
      endDone();
    }
  }

  private static ObjectNode envelope(String id, Parcel parcel, Attempt attempt) {
    boolean event = parcel.kind() == Parcel.Kind.EVENTS_API;
    ObjectNode envelope =
        Json.of(
            "envelope_id",
            id,
            "payload",
            parcel.payload(),
            "type",
            parcel.kind().wireName(),
            "accepts_response_payload",
            !event);
    return event
        ? envelope.put("retry_attempt", attempt.number()).put("retry_reason", attempt.reason())
        : envelope;
  }

  /**
   * Tells every connection that it will end, for this reason: {@code warning} announces it, {@code
   * refresh_requested}, {@code link_disabled} and {@code too_many_websockets} end it at once. With
   * {@code link_disabled} Socket Mode is off until the app asks for an address again.
   */
  public void disconnect(String reason) {
    on = on && !reason.equals("link_disabled");
    for (WebSocket socket : alive().toList()) {
      socket.send(goodbye(reason));
      if (CLOSING.contains(reason)) {
        socket.close(1000, "bye");
      }
    }
  }

  private static String goodbye(String reason) {
    return Json.of(
            "type", "disconnect", "reason", reason, "debug_info", Json.of("host", "rehearsal"))
        .toString();
  }

  @Override
  public void close() {
    server().ifPresent(SocketServer::end);
  }
}
