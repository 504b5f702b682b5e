package dev.postmortem.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Something that a {@link Reading} still has to ask Slack, besides the pages of the channel.
 *
 * @param ts the message it is about
 * @param thread the first message of its thread, when it is a reply
 * @param cursor Slack's word for the next page, empty for the first
 * @param reached the timestamp of the newest reply that Slack showed, empty before the first
 */
public record Step(Kind kind, String ts, @Nullable String thread, String cursor, String reached) {

  /** Read the replies below a message. */
  public static Step thread(String ts) {
    return new Step(Kind.THREAD, ts, null, "", "");
  }

  /** Ask whether a message is gone. */
  public static Step doubt(String ts, @Nullable String thread) {
    return new Step(Kind.DOUBT, ts, thread, "", "");
  }

  /** Read a message that somebody marked. */
  public static Step marked(String ts) {
    return new Step(Kind.MARKED, ts, null, "", "");
  }

  /** The next page of the same. */
  public Step at(String next, String newest) {
    return new Step(kind, ts, thread, next, newest);
  }

  /** What is asked, in the order in which it is asked. */
  public enum Kind {
    /** The replies of a thread. */
    THREAD,
    /** A message that was marked and is not known. */
    MARKED,
    /** A message that is kept, and that Slack did not show where it should stand. */
    DOUBT
  }
}
