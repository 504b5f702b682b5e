package dev.postmortem.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** One connection that stays open, with one request under way at a time. */
final class Connection implements AutoCloseable {
  private static final int NOT_YET = 0;
  private final SocketChannel channel;
  private final ByteBuffer out = ByteBuffer.allocateDirect(16_384);
  private final ByteBuffer in = ByteBuffer.allocate(16_384);
  private volatile long message;
  private volatile long due;

  Connection(int port, Selector selector) throws IOException {
    channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
            .setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false).register(selector, SelectionKey.OP_READ, this);
  }

  /**
   * Sends a message.
   *
   * @param intended when it should be sent, by {@link System#nanoTime}
   */
  void send(Events events, long number, boolean again, long intended) throws IOException {
    message = number;
    due = intended;
    out.clear();
    events.write(number, again, out);
    out.flip();
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  /** The message under way. */
  long message() {
    return message;
  }

  /** When it should have been sent. */
  long due() {
    return due;
  }

  /** The status of the answer; 0 while it is not there as a whole. */
  int answer() throws IOException {
    if (channel.read(in) < 0) {
      throw new EOFException("the server hung up");
    }
    String text = new String(in.array(), 0, in.position(), ISO_8859_1);
    int head = text.indexOf("\r\n\r\n");
    if (head < 0 || !isWhole(text.substring(0, head).toLowerCase(Locale.ROOT), text, head + 4)) {
      return NOT_YET;
    }
    in.clear();
    return Integer.parseInt(text.substring(9, 12));
  }

  private static boolean isWhole(String head, String text, int body) {
    if (head.contains("transfer-encoding: chunked")) {
      return text.endsWith("0\r\n\r\n");
    }
    String name = "content-length: ";
    int at = head.indexOf(name);
    int end = head.indexOf('\r', at);
    String length =
        at < 0 ? "0" : head.substring(at + name.length(), end < 0 ? head.length() : end);
    return text.length() - body >= Integer.parseInt(length.strip());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
