package dev.postmortem.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.servlet.DispatcherType;
import javax.servlet.Filter;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee8.servlet.FilterHolder;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** The HTTP listener. The only class that knows Jetty. */
public final class HttpFront implements AutoCloseable {
  /** Where Slack sends everything. */
  public static final String SLACK = "/slack/events";

  private static final int DRAIN_MILLIS = 10_000;

  /** Connections on which nothing is under way are not waited for. */
  private static final int IDLE_MILLIS = 100;

  private final Server server;
  private final ServletContextHandler paths;

  /**
   * A listener that is not yet started.
   *
   * @param port 0 for any free one
   */
  public HttpFront(String bind, int port) {
    server = new Server(new InetSocketAddress(bind, port));
    paths = new ServletContextHandler();
    GracefulHandler graceful = new GracefulHandler(paths.getCoreContextHandler());
    server.setHandler(graceful);
    server.setStopTimeout(DRAIN_MILLIS);
    http().setSendServerVersion(false);
    for (Connector connector : server.getConnectors()) {
      ((ServerConnector) connector).setShutdownIdleTimeout(IDLE_MILLIS);
    }
  }

  private HttpConfiguration http() {
    return server
        .getConnectors()[0]
        .getConnectionFactory(HttpConnectionFactory.class)
        .getHttpConfiguration();
  }

  /** Hands Slack's requests to a servlet, behind a filter. */
  public HttpFront slack(Filter filter, HttpServlet servlet) {
    paths.addFilter(new FilterHolder(filter), SLACK, EnumSet.of(DispatcherType.REQUEST));
    paths.addServlet(new ServletHolder(servlet), SLACK);
    return this;
  }

  /**
   * Hands every other request to the pages, also one whose path is no path or tries to be another:
   * they answer all that they do not know alike.
   */
  public HttpFront library(HttpServlet pages, Refusal refusal) {
    http().setUriCompliance(UriCompliance.UNSAFE);
    paths.addServlet(new ServletHolder(pages), "/");
    server.setErrorHandler((request, response, done) -> refuse(refusal, response, done));
    return this;
  }

  /** What is answered to a request that is none. */
  public record Refusal(int status, Map<String, String> headers, String page) {}

  private static boolean refuse(Refusal refusal, Response response, Callback done) {
    response.setStatus(refusal.status());
    refusal.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
    ByteBuffer page = StandardCharsets.UTF_8.encode(refusal.page());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.remaining());
    response.getHeaders().put(HttpHeader.CONNECTION, "close");
    response.write(true, page, done);
    return true;
  }

  /** Answers 200 at a path while something holds, 503 otherwise. */
  public HttpFront probe(String path, BooleanSupplier holds) {
    return readiness(path, () -> holds.getAsBoolean() ? "" : "not now");
  }

  /** Answers 200 at a path while nothing is said against it, else 503 and what is said. */
  public HttpFront readiness(String path, Supplier<String> against) {
    paths.addServlet(new ServletHolder(new Probe(against)), path);
    return this;
  }

  /** Answers with a text at a path, made anew for each request. */
  public HttpFront text(String path, String type, Supplier<String> text) {
    paths.addServlet(new ServletHolder(new Text(type, text)), path);
    return this;
  }

  /** Starts to listen. */
  public void start() throws IOException {
    try {
      server.start();
    } catch (IOException taken) {
      throw taken;
    } catch (Exception unexpected) {
      throw new IOException(unexpected);
    }
  }

  /** The port that is listened at. */
  public int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  /** Takes no more requests and finishes those under way. */
  @Override
  public void close() {
    close(Duration.ofMillis(DRAIN_MILLIS));
  }

  /** The same, within this time. */
  public void close(Duration most) {
    server.setStopTimeout(Math.max(1, most.toMillis()));
    try {
      server.stop();
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }

  private static final class Text extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final String type;
    private final transient Supplier<String> text;

    Text(String type, Supplier<String> text) {
      this.type = type;
      this.text = text;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType(type);
      response.setHeader("Cache-Control", "no-store");
      response.getOutputStream().write(text.get().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class Probe extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient Supplier<String> against;

    Probe(Supplier<String> against) {
      this.against = against;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String why = against.get();
      boolean well = why.isEmpty();
      response.setStatus(
          well ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.setContentType("text/plain;charset=utf-8");
      response.getOutputStream().write((well ? "ok" : why).getBytes(StandardCharsets.UTF_8));
    }
  }
}
