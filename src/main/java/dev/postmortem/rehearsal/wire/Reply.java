package dev.postmortem.rehearsal.wire;

/**
 * How the app took a delivery.
 *
 * @param outcome ok, or the reason that a retry will name
 * @param again whether a failure may be retried
 */
public record Reply(HttpAnswer answer, String outcome, boolean again) {
  /** Whether it was acknowledged in time. */
  public boolean isAcknowledged() {
    return outcome.equals("ok");
  }

  /** Whether no answer came in time. */
  public boolean timedOut() {
    return outcome.equals("http_timeout");
  }

  static Reply failed(String outcome) {
    return new Reply(new HttpAnswer(0, "", ""), outcome, true);
  }
}
