package dev.postmortem.console;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How requests and answers stand on the socket. */
final class Frames {
  private static final int END = 0;
  private static final int LINE = 1;
  private static final int FAULT = 2;
  private static final int FILE = 3;
  private static final int BYTES = 4;
  private static final int MOST_WORDS = 64;
  private static final int MOST_BYTES = 1 << 20;

  private Frames() {}

  static void ask(DataOutputStream out, List<String> words) throws IOException {
    out.writeInt(words.size());
    for (String word : words) {
      frame(out, word.getBytes(StandardCharsets.UTF_8));
    }
    out.flush();
  }

  static List<String> asked(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 1 || count > MOST_WORDS) {
      throw new IOException("no request");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(words(in));
    }
    return words;
  }

  static void end(DataOutputStream out, int exitCode) throws IOException {
    out.write(END);
    out.writeInt(exitCode);
    out.flush();
  }

  /** Hands on what comes, until the end; gives the exit code. */
  static int answered(DataInputStream in, Answer answer) throws IOException {
    OutputStream file = OutputStream.nullOutputStream();
    while (true) {
      int kind = in.readByte();
      switch (kind) {
        case END -> {
          file.close();
          return in.readInt();
        }
        case LINE -> answer.say(words(in));
        case FAULT -> answer.refuse(words(in));
        case FILE -> {
          file.close();
          file = answer.file(words(in));
        }
        case BYTES -> file.write(frame(in));
        default -> throw new IOException("no answer");
      }
    }
  }

  private static String words(DataInputStream in) throws IOException {
    return new String(frame(in), StandardCharsets.UTF_8);
  }

  private static void frame(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] frame(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > MOST_BYTES) {
      throw new IOException("too long");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }

  /** An answer that is written to the socket. */
  record Written(DataOutputStream out) implements Answer {
    @Override
    public void say(String line) throws IOException {
      write(LINE, line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void refuse(String line) throws IOException {
      write(FAULT, line.getBytes(StandardCharsets.UTF_8));
    }

    private void write(int kind, byte[] bytes) throws IOException {
      out.write(kind);
      frame(out, bytes);
      out.flush();
    }

    @Override
    public OutputStream file(String name) throws IOException {
      write(FILE, name.getBytes(StandardCharsets.UTF_8));
      return new OutputStream() {
        @Override
        public void write(int one) throws IOException {
          write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
          for (int done = 0; done < length; done += MOST_BYTES) {
            int part = Math.min(MOST_BYTES, length - done);
            out.write(BYTES);
            out.writeInt(part);
            out.write(some, from + done, part);
          }
        }
      };
    }
  }
}
