package dev.postmortem.timeline;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** The bytes of a picture, as they were fetched. */
@SuppressWarnings("ArrayRecordComponent") // the bytes are handed on as they came, never compared
public record PictureCopy(ImageType type, byte[] bytes, Instant fetched) {

  /** The bytes' SHA-256 in hexadecimal. */
  public String sha256() {
    return sha256(bytes);
  }

  /** The SHA-256 of any bytes in hexadecimal. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException("every Java has SHA-256", never);
    }
  }
}
