package dev.postmortem.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8, none of which takes more memory than it may. */
final class Lines {
  private static final int LINE_END = '\n';
  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  /**
   * @param longest in bytes
   */
  Lines(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /** A line without its end; what is no UTF-8 in it is replaced. */
  record Line(String text, boolean tooLong) {}

  /** The next line, of which nothing is kept when it is too long; empty at the end. */
  Optional<Line> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean begun = false;
    while (from < to || fill()) {
      begun = true;
      int end = end();
      tooLong |= line.size() + (end - from) > longest;
      if (!tooLong) {
        line.write(buffer, from, end - from);
      }
      boolean ended = end < to;
      from = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    return begun
        ? Optional.of(new Line(tooLong ? "" : line.toString(StandardCharsets.UTF_8), tooLong))
        : Optional.empty();
  }

  /** Whether the next line, or a part of it, is there without waiting. */
  boolean isMoreThere() throws IOException {
    return from < to || in.available() > 0;
  }

  private int end() {
    int at = from;
    while (at < to && buffer[at] != LINE_END) {
      at++;
    }
    return at;
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }
}
