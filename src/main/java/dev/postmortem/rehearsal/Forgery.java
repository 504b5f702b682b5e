package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.wire.HttpAnswer;
import java.time.Instant;

/**
 * Requests that do not come from Slack, sent to the app's request URL; each gives the app's answer.
 */
public final class Forgery {
  Forgery() {}

  /** The body of an event_callback with this event, as Slack would write it. */
  public String envelope(ObjectNode event) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Signed with another secret. */
  public HttpAnswer wrongSignature(String body) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Without any signature. */
  public HttpAnswer unsigned(String body) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** With the right secret, but signed at another time. */
  public HttpAnswer signedAt(Instant when, String body) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** With this secret, such as the one that Bolt falls back to when it has none. */
  public HttpAnswer withSecret(String secret, String body) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Properly signed, any body and content type. */
  public HttpAnswer genuine(String contentType, String body) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
