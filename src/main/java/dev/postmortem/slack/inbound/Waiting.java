package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.postmortem.slack.views.Kit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Slack to come again until the bot is ready, and then hands everything on. */
public final class Waiting extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final String WITHHELD = "app_rate_limited";
  private final transient AtomicReference<@Nullable HttpServlet> servlet = new AtomicReference<>();

  /** Slack tells once a minute that it drops events; Bolt knows no such request and refuses it. */
  private static boolean isWithheld(HttpServletRequest request) throws IOException {
    boolean json = "application/json".equals(request.getContentType());
    String body =
        json ? new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8) : "";
    return body.contains(WITHHELD) && type(body).equals(WITHHELD);
  }

  /** The type of the request itself: somebody may well say these words in a message. */
  private static String type(String body) {
    try {
      return Kit.JSON.readTree(body).path("type").asText("");
    } catch (JsonProcessingException broken) {
      return "";
    }
  }

  /** From now on requests go here; null sends them away again. */
  public void handTo(@Nullable HttpServlet next) throws ServletException {
    if (next != null) {
      next.init(getServletConfig());
    }
    servlet.set(next);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    HttpServlet next = servlet.get();
    if (isWithheld(request)) {
      LOG.error("Slack withheld events, as there were too many in a minute");
    } else if (next == null) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      next.service(request, response);
    }
  }
}
