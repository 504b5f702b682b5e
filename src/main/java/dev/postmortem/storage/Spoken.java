package dev.postmortem.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as bytes, for the journal. */
final class Spoken {
  /** In place of the length of words that are not there. */
  private static final int NONE = -1;

  private Spoken() {}

  static byte[] bytes(List<Belonging> all) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048 * all.size());
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (Belonging one : all) {
        write(one, out);
      }
    } catch (IOException inMemory) {
      throw new IllegalStateException(inMemory);
    }
    return bytes.toByteArray();
  }

  private static void write(Belonging one, DataOutputStream out) throws IOException {
    Message message = one.message();
    Instant version = message.version();
    out.writeLong(one.incident());
    write(message.key().team(), out);
    write(message.key().channel(), out);
    write(message.key().ts(), out);
    write(message.kind().name(), out);
    write(message.author(), out);
    write(message.label(), out);
    write(message.raw(), out);
    write(message.plain(), out);
    write(message.thread(), out);
    out.writeLong(version.getEpochSecond());
    out.writeInt(version.getNano());
    out.writeBoolean(message.edited());
  }

  private static void write(@Nullable String words, DataOutputStream out) throws IOException {
    if (words == null) {
      out.writeInt(NONE);
      return;
    }
    byte[] bytes = words.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /**
   * The messages that were made bytes.
   *
   * @throws IOException when the bytes are others
   */
  static List<Belonging> read(byte[] bytes) throws IOException {
    List<Belonging> all = new ArrayList<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    while (in.available() > 0) {
      all.add(one(in));
    }
    return all;
  }

  private static Belonging one(DataInputStream in) throws IOException {
    return new Belonging(
        in.readLong(),
        new Message(
            new MessageKey(some(in), some(in), some(in)),
            Kind.valueOf(some(in)),
            words(in),
            some(in),
            some(in),
            some(in),
            words(in),
            Instant.ofEpochSecond(in.readLong(), in.readInt()),
            in.readBoolean()));
  }

  private static String some(DataInputStream in) throws IOException {
    String words = words(in);
    if (words == null) {
      throw new IOException("words are missing");
    }
    return words;
  }

  private static @Nullable String words(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length == NONE ? null : new String(in.readNBytes(length), UTF_8);
  }
}
