package dev.postmortem.storage.copy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Adds up the rows of a table. */
final class Tallying {
  private final MessageDigest digest = sha256();
  private final ByteBuffer number = ByteBuffer.allocate(1 + Long.BYTES);
  private long rows;
  private long first;
  private long second;

  /** One more row, its columns in the order of their names. */
  void add(@Nullable Object[] row) {
    for (Object value : row) {
      add(value);
    }
    ByteBuffer sum = ByteBuffer.wrap(digest.digest());
    rows++;
    first += sum.getLong();
    second += sum.getLong();
  }

  Tally tally() {
    HexFormat hex = HexFormat.of();
    return new Tally(rows, hex.toHexDigits(first) + hex.toHexDigits(second));
  }

  long rows() {
    return rows;
  }

  /** What a value is goes before it, and how long: so no two rows are written alike. */
  private void add(@Nullable Object value) {
    if (value == null) {
      digest.update((byte) 0);
    } else if (value instanceof String words) {
      bytes('T', words.getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof byte[] bytes) {
      bytes('B', bytes);
    } else if (value instanceof Long whole) {
      number('N', whole);
    } else if (value instanceof Double fraction) {
      number('E', Double.doubleToLongBits(fraction));
    } else if (value instanceof Boolean flag) {
      number('F', flag ? 1 : 0);
    } else if (value instanceof LocalDate day) {
      number('D', day.toEpochDay());
    } else if (value instanceof Instant instant) {
      number('I', instant.getEpochSecond());
      number('i', instant.getNano());
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  private void bytes(char kind, byte[] bytes) {
    number(kind, bytes.length);
    digest.update(bytes);
  }

  private void number(char kind, long value) {
    number.clear();
    number.put((byte) kind).putLong(value).flip();
    digest.update(number);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
