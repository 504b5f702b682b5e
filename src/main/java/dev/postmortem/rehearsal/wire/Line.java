package dev.postmortem.rehearsal.wire;

/** A way to the app. */
interface Line {
  /** Whether there is an app at its end. */
  boolean isConnected();

  /** Makes one attempt, and waits for the acknowledgement within Slack's deadline. */
  Reply send(Parcel parcel, Attempt attempt);
}
