package dev.postmortem.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a stretch of a channel, to be held against what Slack shows of it. Notes that
 * were typed to the bot, and what their authors took back, are not among it.
 */
public interface Stretches {
  /**
   * The messages between two timestamps, both included: of a thread, or those outside of threads.
   */
  List<Message> messages(long incident, @Nullable String thread, Bounds bounds);

  /** The timestamps of the same, without what Slack reports of the channel itself. */
  List<String> said(long incident, @Nullable String thread, Bounds bounds);

  /** The last word about every mark by emoji between two timestamps. */
  List<KeptMark> marks(long incident, Bounds bounds);

  /** The first messages of the threads in which something is kept of the stretch. */
  List<String> threads(long incident, Bounds bounds);

  /** The timestamps of messages that were marked since, and that are not known. */
  List<String> unseen(long incident, Instant since);

  /** Two timestamps of Slack's. */
  record Bounds(String oldest, String newest) {}

  /**
   * A mark as it is kept.
   *
   * @param withdrawn whether it was taken away by a writer of the post-mortem, whatever Slack shows
   */
  record KeptMark(Mark mark, boolean withdrawn) {}
}
