package dev.postmortem.bench;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.servlet.SlackAppServlet;
import com.slack.api.model.event.MessageEvent;
import java.net.InetSocketAddress;
import java.util.List;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.ee8.servlet.ServletContextHandler;
import org.eclipse.jetty.ee8.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/**
 * What everything is compared with: Bolt as its documentation shows it, on the Jetty that we use.
 * Bolt verifies the signature; the handler does nothing. It reads the same variables as the bot.
 */
public final class BareBolt {
  private BareBolt() {}

  /** Serves until the process is ended. */
  public static void main(String[] args) throws Exception {
    serve(List.of());
  }

  /** What is done with an event, as Slack sent it, before it is answered. */
  interface Hearing {
    void hear(String event) throws Exception;
  }

  /** The same, which answers each event after this. */
  static void serveAfter(Hearing hearing) throws Exception {
    serve(
        List.of(
            (request, response, chain) -> {
              hearing.hear(request.getRequestBodyAsString());
              return chain.next(request);
            }));
  }

  private static void serve(List<Middleware> before) throws Exception {
    SlackConfig slack = new SlackConfig();
    slack.setMethodsEndpointUrlPrefix(System.getenv("SLACK_API_URL"));
    slack.setProxyUrl(null);
    App app =
        new App(
            AppConfig.builder()
                .slack(Slack.getInstance(slack))
                .singleTeamBotToken(System.getenv("SLACK_BOT_TOKEN"))
                .signingSecret(System.getenv("SLACK_SIGNING_SECRET"))
                .build());
    before.forEach(app::use);
    app.event(MessageEvent.class, (event, context) -> context.ack());
    ServletContextHandler paths = new ServletContextHandler();
    paths.addServlet(new ServletHolder(new SlackAppServlet(app)), "/slack/events");
    paths.addServlet(new ServletHolder(new Ready()), "/readyz");
    int port = Integer.parseInt(System.getenv("PM_PORT"));
    Server server = new Server(new InetSocketAddress(System.getenv("PM_BIND"), port));
    server.setHandler(paths.getCoreContextHandler());
    app.start();
    server.start();
    server.join();
  }

  private static final class Ready extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
      response.setStatus(HttpServletResponse.SC_OK);
    }
  }
}
