package dev.postmortem.rehearsal.browser;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Keeps other pages out: a name that was bent to this machine (DNS rebinding), and requests that
 * another page makes the browser send. The workspace has no passwords, so nothing else would.
 */
record Guard(int port) {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** On every answer, refusals included. */
  static void mark(HttpFields.Mutable headers) {
    headers.put("Content-Security-Policy", POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "no-referrer");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
  }

  void check(Request request) {
    if (!hosts().contains(header(request, HttpHeader.HOST))) {
      throw new Rejection(403, "This page answers at http://127.0.0.1:" + port + "/ only.");
    }
    if (request.getMethod().equals("POST")) {
      checkOrigin(header(request, HttpHeader.ORIGIN));
      checkType(header(request, HttpHeader.CONTENT_TYPE));
    } else if (!request.getMethod().equals("GET")) {
      throw new Rejection(405, "Only GET and POST are answered here.");
    }
  }

  private void checkOrigin(String origin) {
    if (hosts().stream().noneMatch(host -> origin.equals("http://" + host))) {
      throw new Rejection(403, "Only this page itself may ask for that.");
    }
  }

  private static void checkType(String type) {
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw new Rejection(415, "What is sent here is application/json.");
    }
  }

  private Set<String> hosts() {
    return Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  private static String header(Request request, HttpHeader name) {
    return Optional.ofNullable(request.getHeaders().get(name)).orElse("").toLowerCase(Locale.ROOT);
  }
}
