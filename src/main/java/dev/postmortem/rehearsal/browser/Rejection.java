package dev.postmortem.rehearsal.browser;

/** A request that is not answered as asked; the message is a sentence for the visitor. */
final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;

  Rejection(int status, String why) {
    super(why, null, false, false);
    this.status = status;
  }

  static Rejection missing(String what) {
    return new Rejection(404, "There is no " + what + " here.");
  }

  /**
   * Slack itself, or its client, would not do this: an answer like any other, as in Slack's API.
   */
  static Rejection refused(String why) {
    return new Rejection(200, why);
  }

  int status() {
    return status;
  }
}
