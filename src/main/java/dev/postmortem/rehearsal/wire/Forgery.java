package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * Requests that do not come from Slack, sent to the app's request URL; each gives the app's answer.
 */
public final class Forgery {
  private static final String JSON = "application/json";
  private final Wire wire;
  private final String secret;
  private final Clock clock;

  /** Sent over this wire, where the app knows the secret. */
  public Forgery(Wire wire, String secret, Clock clock) {
    this.wire = wire;
    this.secret = secret;
    this.clock = clock;
  }

  /** The body of an event_callback with this event, as Slack would write it. */
  public String envelope(ObjectNode event) {
    return wire.envelopes().around(event).toString();
  }

  /** Signed with another secret. */
  public HttpAnswer wrongSignature(String body) {
    return withSecret("0123456789abcdef0123456789abcdef", body);
  }

  /** Without any signature. */
  public HttpAnswer unsigned(String body) {
    return wire.http().postUnsigned(JSON, body, Map.of());
  }

  /** With the right secret, but signed at another time. */
  public HttpAnswer signedAt(Instant when, String body) {
    return signed(secret, when, body);
  }

  /** With this secret, such as the one that Bolt falls back to when it has none. */
  public HttpAnswer withSecret(String forgedSecret, String body) {
    return signed(forgedSecret, clock.instant(), body);
  }

  private HttpAnswer signed(String key, Instant when, String body) {
    String timestamp = String.valueOf(when.getEpochSecond());
    Map<String, String> headers =
        Map.of(
            "x-slack-request-timestamp",
            timestamp,
            "x-slack-signature",
            Signature.of(key, timestamp, body));
    return wire.http().postUnsigned(JSON, body, headers);
  }

  /** Properly signed, any body and content type. */
  public HttpAnswer genuine(String contentType, String body) {
    return wire.http().post(contentType, body, Map.of());
  }
}
