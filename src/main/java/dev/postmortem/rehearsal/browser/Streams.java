package dev.postmortem.rehearsal.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages that listen (server-sent events, WHATWG HTML section 9.2). */
final class Streams implements AutoCloseable {
  private final List<Stream> open = new CopyOnWriteArrayList<>();
  private final String base;

  /** For a workspace whose files lie below this address; pages fetch them from their own server. */
  Streams(String base) {
    this.base = base;
  }

  /** From now on this page is told what concerns this person. */
  void open(String person, Response response, Callback callback) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    Stream stream = new Stream(person, response, callback, open::remove);
    open.add(stream);
    stream.send(bytes("retry: 1000\nevent: hello\ndata: {}\n\n"));
  }

  void tell(News news) {
    if (open.isEmpty()) {
      return;
    }
    String data = Sight.local(news.data().toString(), base);
    byte[] event = bytes("event: " + news.kind() + "\ndata: " + data + "\n\n");
    for (Stream stream : open) {
      if (news.isFor(stream.person())) {
        stream.send(event);
      }
    }
  }

  /** Says nothing, so that a page that went away is noticed. */
  void beat() {
    open.forEach(stream -> stream.send(bytes(":\n\n")));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    open.forEach(Stream::end);
  }
}
