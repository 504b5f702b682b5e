package dev.postmortem.rehearsal.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request comes in: past the guard, to an answer or to a stream. */
final class Door extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Door.class);

  /** A file of twelve megabytes, as it is sent. */
  private static final int LARGEST = 16 * 1024 * 1024;

  private final Guard guard;
  private final Routes routes;
  private final Sight sight;
  private final Streams streams;

  Door(Guard guard, Routes routes, Sight sight, Streams streams) {
    this.guard = guard;
    this.routes = routes;
    this.sight = sight;
    this.streams = streams;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Guard.mark(response.getHeaders());
    try {
      guard.check(request);
      if (Request.getPathInContext(request).equals("/stream")) {
        streams.open(sight.person(as(request)).id(), response, callback);
        return true;
      }
      send(answer(request), response, callback);
    } catch (Rejection rejection) {
      send(Answer.of(rejection), response, callback);
    } catch (IOException | RuntimeException | AssertionError unexpected) {
      LOG.error("{} failed", request.getHttpURI().getPath(), unexpected);
      send(
          Answer.of(new Rejection(500, "Something went wrong: " + unexpected)), response, callback);
    }
    return true;
  }

  private Answer answer(Request request) throws IOException {
    String path = Request.getPathInContext(request);
    return request.getMethod().equals("POST")
        ? routes.ask(path, body(request))
        : routes.look(path, as(request));
  }

  private static String as(Request request) {
    String as = Request.extractQueryParameters(request).getValue("as");
    return as == null ? "" : as;
  }

  private static String body(Request request) throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      byte[] body = in.readNBytes(LARGEST + 1);
      if (body.length > LARGEST) {
        throw new Rejection(413, "That is too large.");
      }
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private static void send(Answer answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.type());
    if (!answer.disposition().isEmpty()) {
      response.getHeaders().put("Content-Disposition", answer.disposition());
    }
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }
}
