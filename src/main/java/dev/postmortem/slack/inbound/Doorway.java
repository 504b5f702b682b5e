package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.postmortem.slack.views.Kit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Where Slack's requests come in, verified. Until the bot is ready, and when it ends, Slack is
 * asked to come again. Events go straight to the inbox: on their way through Bolt each would be
 * parsed twice more, and in a war room they come by the thousand. What people do on purpose goes to
 * Bolt.
 */
public final class Doorway extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long LOOK_NANOS = 1_000_000;
  private final transient AtomicReference<@Nullable Rooms> rooms = new AtomicReference<>();
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean shut;

  /** What lies behind the doorway. */
  private record Rooms(EventInbox inbox, HttpServlet bolt) {}

  /** From now on requests are let in. */
  public void open(EventInbox inbox, HttpServlet bolt) throws ServletException {
    bolt.init(getServletConfig());
    rooms.set(new Rooms(inbox, bolt));
  }

  /**
   * From now on nobody is let in any more; waits until everybody who is inside has an answer, or
   * until the time is up.
   */
  public void shut(Duration most) {
    long end = System.nanoTime() + most.toNanos();
    shut = true;
    while (inside.get() > 0 && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    inside.incrementAndGet();
    try {
      if (shut) {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      } else {
        letIn(request, response);
      }
    } finally {
      inside.decrementAndGet();
    }
  }

  private void letIn(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    JsonNode json = json(request);
    Rooms behind = rooms.get();
    switch (json.path("type").asText()) {
      // Bolt knows no request of the second type
      case "event_callback", EventInbox.WITHHELD -> {
        if (behind == null || !behind.inbox().isKept(json)) {
          response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
      }
      default -> {
        if (behind == null) {
          response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
          behind.bolt().service(request, response);
        }
      }
    }
  }

  /** Events come as JSON, all else as a form. */
  private static JsonNode json(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.startsWith("application/json")) {
      return MissingNode.getInstance();
    }
    byte[] body = SignatureFilter.bodyOf(request);
    try {
      return Kit.JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      return leniently(body);
    }
  }

  /** Bytes that are no UTF-8 are read as characters that nobody knows. */
  private static JsonNode leniently(byte[] body) {
    try {
      return Kit.JSON.readTree(new String(body, StandardCharsets.UTF_8));
    } catch (JsonProcessingException broken) {
      return MissingNode.getInstance();
    }
  }
}
