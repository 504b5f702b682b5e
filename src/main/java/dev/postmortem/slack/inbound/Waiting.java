package dev.postmortem.slack.inbound;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Asks Slack to come again until the bot is ready, and then hands everything on. */
public final class Waiting extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private final transient AtomicReference<@Nullable HttpServlet> servlet = new AtomicReference<>();

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
    if (next == null) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } else {
      next.service(request, response);
    }
  }
}
