package dev.postmortem.rehearsal.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server of the workspace, on 127.0.0.1 only. */
public final class ApiServer implements AutoCloseable {
  private static final int THREADS = 32;
  private final Server server;
  private final ServerConnector connector;

  /** Binds the port, or any free one for 0; nothing is answered before {@link #start}. */
  public ApiServer(int port) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("rehearsal-api");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address, without a slash at the end. */
  public String baseUrl() {
    return "http://127.0.0.1:" + connector.getLocalPort();
  }

  /** Answers from now on. */
  public void start(Routes routes) {
    server.setHandler(routes);
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("the workspace's server does not start", e);
    }
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the workspace's server does not stop", e);
    }
  }
}
