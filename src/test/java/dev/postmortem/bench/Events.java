package dev.postmortem.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Numbered messages of the Events API as signed HTTP requests; the same number is always the same
 * message. For one thread at a time.
 */
final class Events {
  private static final int MOLDS = 509;
  private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);
  private static final byte[] HEAD =
      ("POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\n"
              + "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\nAccept: */*\r\n"
              + "Content-Type: application/json\r\nX-Slack-Request-Timestamp: ")
          .getBytes(US_ASCII);
  private static final byte[] SIGNATURE = "\r\nX-Slack-Signature: v0=".getBytes(US_ASCII);
  private static final byte[] AGAIN =
      "\r\nX-Slack-Retry-Num: 1\r\nX-Slack-Retry-Reason: http_timeout".getBytes(US_ASCII);
  private static final byte[] LENGTH = "\r\nContent-Length: ".getBytes(US_ASCII);
  private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);

  private final List<Mold> molds = new ArrayList<>();
  private final List<byte[]> rooms;
  private final long firstSecond;
  private final Mac mac;
  private final byte[] body = new byte[8_192];
  private final byte[] number = new byte[10];
  private final byte[] base = "v0:0000000000:".getBytes(US_ASCII);

  /**
   * Messages that go in turn to these rooms.
   *
   * @param rooms ids of nine characters
   * @param firstSecond the epoch second at which the first is said
   */
  Events(List<String> rooms, long firstSecond, String secret) {
    this.rooms = rooms.stream().map(room -> room.getBytes(US_ASCII)).toList();
    this.firstSecond = firstSecond;
    Chatter chatter = new Chatter(42);
    for (int i = 0; i < MOLDS; i++) {
      molds.add(new Mold(FakeSlack.TEAM, chatter));
    }
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(US_ASCII), "HmacSHA256"));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", absent);
    }
  }

  /** The bytes of a body on average. */
  int size() {
    return (int) molds.stream().mapToInt(Mold::length).average().orElseThrow();
  }

  /** A message as it stands in the channel; may be asked by any thread. */
  String message(long message) {
    Mold mold = molds.get((int) (message % molds.size()));
    byte[] event = new byte[mold.length()];
    mold.cast(event, rooms.get((int) (message % rooms.size())), firstSecond, message);
    return Chatter.read(event).path("event").toString();
  }

  /** Writes the request for a message, signed now. */
  void write(long message, boolean again, ByteBuffer out) {
    Mold mold = molds.get((int) (message % molds.size()));
    mold.cast(body, rooms.get((int) (message % rooms.size())), firstSecond, message);
    Mold.digits(base, 3, 10, System.currentTimeMillis() / 1_000);
    mac.update(base);
    mac.update(body, 0, mold.length());
    out.put(HEAD).put(base, 3, 10).put(SIGNATURE);
    for (byte one : mac.doFinal()) {
      out.put(HEX[(one >> 4) & 15]).put(HEX[one & 15]);
    }
    if (again) {
      out.put(AGAIN);
    }
    Mold.digits(number, 0, 4, mold.length());
    out.put(LENGTH).put(number, 0, 4).put(END).put(body, 0, mold.length());
  }
}
