package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final Set<String> tickets = ConcurrentHashMap.newKeySet();
  private final String appId;
  private final Duration deadline;
  private @Nullable SocketServer server;

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
    String ticket = UUID.randomUUID().toString();
    tickets.add(ticket);
    return "ws://127.0.0.1:" + running.getPort() + "/link/?ticket=" + ticket + "&app_id=" + appId;
  }

  private synchronized Optional<SocketServer> server() {
    return Optional.ofNullable(server);
  }

  /** How many connections there are. */
  public int count() {
    return server().map(SocketServer::count).orElse(0);
  }

  @Override
  public boolean isConnected() {
    return count() > 0;
  }

  @Override
  public void opened(WebSocket socket, String path) {
    String ticket = path.replaceFirst(".*[?&]ticket=([^&]*).*", "$1");
    if (!tickets.remove(ticket) || count() > MOST_CONNECTIONS) {
      socket.close(1008, "link_disabled");
      return;
    }
    ObjectNode hello = Json.of("type", "hello", "num_connections", count());
    hello.set("debug_info", Json.of("host", "rehearsal", "approximate_connection_time", 18_060));
    hello.set("connection_info", Json.of("app_id", appId));
    socket.send(hello.toString());
  }

  @Override
  public void received(String text) {
    Json.tryParse(text)
        .ifPresent(
            ack ->
                Optional.ofNullable(waiting.remove(ack.path("envelope_id").asText()))
                    .ifPresent(future -> future.complete(ack.path("payload"))));
  }

  @Override
  public Reply send(Parcel parcel, Attempt attempt) {
    Optional<WebSocket> socket = server().flatMap(SocketServer::next);
    if (socket.isEmpty()) {
      return Reply.failed("connection_failed");
    }
    String id = UUID.randomUUID().toString();
    CompletableFuture<JsonNode> acknowledgement = new CompletableFuture<>();
    waiting.put(id, acknowledgement);
    try {
      socket.get().send(envelope(id, parcel, attempt).toString());
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
   * refresh_requested}, {@code link_disabled} and {@code too_many_websockets} end it at once.
   */
  public void disconnect(String reason) {
    ObjectNode message =
        Json.of("type", "disconnect", "reason", reason, "debug_info", Json.of("host", "rehearsal"));
    server().ifPresent(running -> running.tellAll(message.toString(), CLOSING.contains(reason)));
  }

  @Override
  public void close() {
    server().ifPresent(SocketServer::end);
  }
}
