package dev.postmortem.web.library;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.servlet.http.HttpServletResponse;

/**
 * The answers that are the same for everybody, written once: whoever is denied learns nothing from
 * how.
 */
final class Answers {
  private static final String HTML = "text/html;charset=utf-8";
  private static final String SOON = "10";
  private final byte[] denied;
  private final byte[] away;
  private final byte[] broken;
  private final byte[] left;

  Answers(Templates templates, Map<String, ?> common) {
    denied = page(templates, "denied.ftlh", common);
    away = page(templates, "away.ftlh", common);
    broken = page(templates, "broken.ftlh", common);
    left = page(templates, "left.ftlh", common);
  }

  private static byte[] page(Templates templates, String name, Map<String, ?> common) {
    try {
      StringWriter page = new StringWriter();
      templates.write(name, common, page);
      return page.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  String denied() {
    return new String(denied, StandardCharsets.UTF_8);
  }

  void denied(HttpServletResponse response) throws IOException {
    send(denied, HttpServletResponse.SC_NOT_FOUND, response);
  }

  void away(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", SOON);
    send(away, HttpServletResponse.SC_SERVICE_UNAVAILABLE, response);
  }

  void broken(HttpServletResponse response) throws IOException {
    send(broken, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, response);
  }

  void left(HttpServletResponse response) throws IOException {
    send(left, HttpServletResponse.SC_OK, response);
  }

  private static void send(byte[] page, int status, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setContentType(HTML);
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
