package dev.postmortem.rehearsal.browser;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * One page that listens. What it cannot take yet waits; a page that lags too far behind is let go,
 * and comes back for the whole state.
 */
final class Stream implements Callback {
  private static final int MOST_WAITING = 5_000;
  private final Deque<byte[]> waiting = new ArrayDeque<>();
  private final String person;
  private final Response response;
  private final Callback callback;
  private final Consumer<Stream> gone;
  private boolean writing;
  private boolean ended;

  Stream(String person, Response response, Callback callback, Consumer<Stream> gone) {
    this.person = person;
    this.response = response;
    this.callback = callback;
    this.gone = gone;
  }

  String person() {
    return person;
  }

  void send(byte[] event) {
    boolean lost;
    synchronized (this) {
      waiting.add(event);
      lost = waiting.size() > MOST_WAITING;
    }
    if (lost) {
      end();
    } else {
      next();
    }
  }

  /** Writes all that waits at once, unless a write is under way: its end comes back here. */
  private void next() {
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    synchronized (this) {
      if (writing || ended || waiting.isEmpty()) {
        return;
      }
      writing = true;
      waiting.forEach(together::writeBytes);
      waiting.clear();
    }
    response.write(false, ByteBuffer.wrap(together.toByteArray()), this);
  }

  @Override
  public void succeeded() {
    synchronized (this) {
      writing = false;
    }
    next();
  }

  @Override
  public void failed(Throwable cause) {
    if (finish()) {
      callback.failed(cause);
    }
  }

  /** Lets the page go; it comes back by itself. */
  void end() {
    if (finish()) {
      callback.failed(new IOException("the stream ends"));
    }
  }

  private boolean finish() {
    gone.accept(this);
    synchronized (this) {
      boolean first = !ended;
      ended = true;
      waiting.clear();
      return first;
    }
  }
}
