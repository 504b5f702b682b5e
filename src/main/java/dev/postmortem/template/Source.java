package dev.postmortem.template;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the text of a template: one that comes with the bot, or a file. */
final class Source {
  /** The templates that come with the bot, by name. */
  private static final Set<String> READY = Set.of("short", "contributing-factors");

  /** What stands when nobody configures anything. */
  static final String DEFAULT = "default";

  /** Far more than thirty sections need. */
  private static final int MOST_BYTES = 128 * 1024;

  private Source() {}

  /** The text; empty when there is none that can be read, and the faults say why. */
  static Optional<String> text(String nameOrPath, Faults faults) {
    try {
      return bytes(nameOrPath, faults).flatMap(bytes -> decoded(bytes, faults));
    } catch (IOException unreadable) {
      faults.add("The file cannot be read.");
    } catch (InvalidPathException noPath) {
      faults.add("That is no path of a file.");
    }
    return Optional.empty();
  }

  private static Optional<byte[]> bytes(String nameOrPath, Faults faults) throws IOException {
    if (READY.contains(nameOrPath)) {
      return Optional.of(ready(nameOrPath));
    }
    Path path = Path.of(nameOrPath);
    if (!Files.isRegularFile(path)) {
      faults.add(
          (Files.exists(path) ? "That is no file." : "There is no such file.")
              + " Name a YAML file, or one of the templates that come with me: default, short, contributing-factors.");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        faults.add("The file is too large; a template has at most 128 KB.");
        return Optional.empty();
      }
      return Optional.of(bytes);
    }
  }

  private static byte[] ready(String name) throws IOException {
    try (InputStream in = Source.class.getResourceAsStream(name + ".yml")) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  /** Bytes that are no UTF-8 would turn into words that nobody wrote. */
  private static Optional<String> decoded(byte[] bytes, Faults faults) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      faults.add(1 + newlines(bytes, in.position()), "This is no text in UTF-8.");
      return Optional.empty();
    }
    String text = out.flip().toString();
    return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
  }

  private static int newlines(byte[] bytes, int until) {
    int lines = 0;
    for (int i = 0; i < until; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
  }
}
