package dev.postmortem.workflow.capture;

import dev.postmortem.draft.WarRoom;
import dev.postmortem.draft.privacy.Forgotten;
import dev.postmortem.draft.privacy.Pseudonym;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a channel holds already: read from Slack, one page with each call. */
public interface History {
  /**
   * A page of the channel itself, the newest messages first; replies are not among them.
   *
   * @param cursor Slack's word for the page, empty for the first
   * @throws Unreadable when Slack does not show it
   */
  Page channel(WarRoom room, Instant from, String cursor) throws Unreadable;

  /**
   * A page of a thread, the oldest replies first, behind the message that they reply to.
   *
   * @throws Unreadable when Slack does not show it; {@code thread_not_found} when nothing is left
   */
  Page thread(WarRoom room, Instant from, Step step) throws Unreadable;

  /**
   * Whether exactly this message stands in the channel; one that is there as a tombstone does not.
   */
  boolean isThere(WarRoom room, String ts, @Nullable String thread) throws Unreadable;

  /** Reads one message, wherever in the channel it stands. */
  Optional<Heard> readOne(WarRoom room, String ts) throws Unreadable;

  /** Whether two forms of a message say something else; an unfurled link alone is no change. */
  boolean differ(Message one, Message other);

  /** A message, the marks on it, and all that people reacted with. */
  record Heard(Message message, List<Mark> marks, List<Reaction> reactions) {
    /** The same without those who are forgotten. */
    Heard without(Forgotten forgotten) {
      return new Heard(
          forgotten.hidden(message),
          marks.stream().map(forgotten::hidden).toList(),
          reactions.stream().map(one -> one.without(forgotten)).toList());
    }
  }

  /**
   * An emoji under a message.
   *
   * @param all whether Slack named everybody who reacted with it; where they are many it does not
   */
  record Reaction(String emoji, Set<String> users, boolean all) {
    private Reaction without(Forgotten forgotten) {
      Set<String> others =
          users.stream()
              .map(user -> forgotten.find(user).map(Pseudonym::id).orElse(user))
              .collect(Collectors.toSet());
      return new Reaction(emoji, others, all);
    }
  }

  /**
   * What Slack showed.
   *
   * @param asked when it was asked
   * @param shown the timestamps of all messages, also of those that are nobody's words; without the
   *     one that leads a thread
   * @param tombs the timestamps of messages that were deleted and left a tombstone
   * @param threads the timestamps of messages with replies
   * @param next Slack's word for the next page, empty when this is the last one
   * @param limited whether Slack holds older messages back
   */
  record Page(
      Instant asked,
      List<Heard> heard,
      List<String> shown,
      List<String> tombs,
      List<String> threads,
      String next,
      boolean limited) {
    boolean isLast() {
      return next.isEmpty();
    }

    /** The oldest timestamp that was shown; where none was, the other. */
    String oldest(String otherwise) {
      return shown.stream().min(Comparator.naturalOrder()).orElse(otherwise);
    }

    /** The newest timestamp that was shown; where none was, the other. */
    String newest(String otherwise) {
      return shown.stream().max(Comparator.naturalOrder()).orElse(otherwise);
    }
  }

  /** Slack does not show it. */
  final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final Why why;
    private final @Nullable Duration pause;

    /**
     * Slack's refusal.
     *
     * @param code Slack's word for it
     * @param pause how long Slack wants to be left alone, null when it did not say
     */
    public Unreadable(String code, Why why, @Nullable Duration pause) {
      super(code);
      this.code = code;
      this.why = why;
      this.pause = pause;
    }

    public String code() {
      return code;
    }

    Why why() {
      return why;
    }

    @Nullable Duration pause() {
      return pause;
    }

    /** What kind of refusal it is. */
    public enum Why {
      /** It passes by itself. */
      PASSING,
      /** The channel is closed to the bot until somebody does something. */
      SHUT,
      /** The cursor is too old, so the list has to be read from its beginning. */
      STALE,
      /** It is about this one message. */
      ODD
    }
  }
}
