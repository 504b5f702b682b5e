package dev.postmortem.console;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Somebody who asks, from coming to going. */
final class Visit implements AutoCloseable {
  /** Nobody waits for the visitor. */
  private static final long NOT = 0;

  private final SocketChannel socket;
  private volatile long waitingSince = System.nanoTime() | 1;

  Visit(SocketChannel socket) {
    this.socket = socket;
  }

  DataInputStream in() {
    return new DataInputStream(new BufferedInputStream(Channels.newInputStream(socket)));
  }

  /** All was said that is wanted. */
  void heard() {
    waitingSince = NOT;
  }

  /** Where the answer goes; it waits for the visitor to take it. */
  OutputStream out() {
    return new FilterOutputStream(Channels.newOutputStream(socket)) {
      @Override
      public void write(byte[] some, int from, int length) throws IOException {
        waitingSince = System.nanoTime() | 1;
        out.write(some, from, length);
        waitingSince = NOT;
      }
    };
  }

  /** Lets go of a visitor who is waited for all this time. */
  void endIfIdle(Duration patience) {
    long since = waitingSince;
    if (since != NOT && System.nanoTime() - since > patience.toNanos()) {
      close();
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // there was nobody any more
    }
  }
}
