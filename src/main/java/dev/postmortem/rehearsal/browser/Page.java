package dev.postmortem.rehearsal.browser;

import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.Workspace;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A workspace as a page for the browser, on 127.0.0.1 only. */
public final class Page implements AutoCloseable {
  /** Each may wait for an answer of the app. */
  private static final int THREADS = 64;

  private final Server server;
  private final ServerConnector connector;
  private final Streams streams;
  private final Watch watch;

  private Page(Workspace slack, Setting setting) throws IOException {
    Innards innards = slack.innards();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
    threads.setName("rehearsal-page");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = connector(server, setting.port());
    connector.open();
    streams = new Streams(innards.team().baseUrl());
    Sight sight = new Sight(innards, setting);
    WireLog wire = new WireLog(innards, streams);
    watch = new Watch(innards.team(), sight, streams);
    Guard guard = new Guard(connector.getLocalPort());
    server.setHandler(new Door(guard, new Routes(slack, setting, sight, wire), sight, streams));
    server.setErrorHandler(
        (request, response, callback) -> {
          Guard.mark(response.getHeaders());
          callback.succeeded();
          return true;
        });
    setting
        .controls()
        .ifPresent(play -> play.onChange(() -> streams.tell(News.toAll("play", play.state()))));
  }

  private static ServerConnector connector(Server server, int port) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    server.addConnector(connector);
    return connector;
  }

  /**
   * Opens the page of this workspace.
   *
   * @throws IOException if the port is taken
   */
  public static Page open(Workspace slack, Setting setting) throws IOException {
    Page page = new Page(slack, setting);
    try {
      page.server.start();
    } catch (IOException refused) {
      throw refused;
    } catch (Exception refused) {
      throw new IOException("the page's server does not start", refused);
    }
    page.watch.start();
    return page;
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/");
  }

  @Override
  public void close() {
    watch.close();
    streams.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the page's server does not stop", e);
    }
  }
}
