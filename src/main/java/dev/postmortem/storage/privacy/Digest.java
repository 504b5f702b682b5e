package dev.postmortem.storage.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;

/**
 * Digests of ids under a key of this database. There are not so many ids that nobody could try them
 * all, so without the key a digest would tell who it is of.
 */
final class Digest {
  private static final String ALGORITHM = "HmacSHA256";
  private final Mac mac;

  private Digest(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Java comes without " + ALGORITHM, missing);
    }
  }

  /** With the key of the database, which is there when somebody was forgotten. */
  static Digest of(Handle handle) {
    String secret =
        handle.createQuery("select secret from forgotten_key").mapTo(String.class).one();
    return new Digest(HexFormat.of().parseHex(secret));
  }

  /** The same; makes the key, unless there is one. */
  static Digest made(Handle handle) {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    handle.execute(
        "insert into forgotten_key (id, secret) values (1, ?) on conflict do nothing",
        HexFormat.of().formatHex(key));
    return of(handle);
  }

  String of(String id) {
    return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
  }
}
