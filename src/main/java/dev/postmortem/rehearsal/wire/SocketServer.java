package dev.postmortem.rehearsal.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket server of the workspace, on 127.0.0.1 only. */
final class SocketServer extends WebSocketServer {
  private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
  private final CountDownLatch ready = new CountDownLatch(1);
  private final AtomicInteger turn = new AtomicInteger();
  private final Listener listener;

  /** Who is told of connections and of what comes over them. */
  interface Listener {
    void opened(WebSocket socket, String path);

    void received(WebSocket from, String text);

    void closed(WebSocket socket);

    /** Whether it still answers. */
    boolean isAlive(WebSocket socket);
  }

  private SocketServer(Listener listener) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    this.listener = listener;
  }

  static SocketServer started(Listener listener) {
    SocketServer server = new SocketServer(listener);
    server.setReuseAddr(true);
    server.setDaemon(true);
    server.setConnectionLostTimeout(0);
    server.start();
    try {
      if (!server.ready.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the socket server does not start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the socket server starts", e);
    }
    return server;
  }

  int count() {
    return open().size();
  }

  List<WebSocket> open() {
    return getConnections().stream().filter(WebSocket::isOpen).toList();
  }

  /** Any one connection but these: each in turn, unless this draws one. */
  Optional<WebSocket> next(@Nullable RandomGenerator random, Set<WebSocket> ending) {
    List<WebSocket> open = open().stream().filter(socket -> !ending.contains(socket)).toList();
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            open.get(
                random == null
                    ? Math.floorMod(turn.getAndIncrement(), open.size())
                    : random.nextInt(open.size())));
  }

  void end() {
    try {
      stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void onStart() {
    ready.countDown();
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    listener.opened(socket, handshake.getResourceDescriptor());
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    listener.received(socket, text);
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata ping) {
    if (listener.isAlive(socket)) {
      super.onWebsocketPing(socket, ping);
    }
  }

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {
    LOG.debug("a socket was closed: {} {}", code, reason);
    listener.closed(socket);
  }

  @Override
  @SuppressWarnings("NullAway") // the socket is null where the server itself failed
  public void onError(WebSocket socket, Exception problem) {
    LOG.warn("a socket failed", problem);
  }
}
