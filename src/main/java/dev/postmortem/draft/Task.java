package dev.postmortem.draft;

import dev.postmortem.timeline.MessageKey;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done because of the incident.
 *
 * @param number counts from 1 within the post-mortem; people type it
 * @param raw its words as a Slack message in JSON
 * @param owner a user id, null while unassigned
 * @param reason why it will not be done, or a word about how it was; empty otherwise
 * @param source the message it was made from, if any
 */
public record Task(
    int number,
    String raw,
    String plain,
    @Nullable String owner,
    @Nullable LocalDate due,
    State state,
    String reason,
    @Nullable MessageKey source) {

  /** Whether it is still to be done. */
  public enum State {
    OPEN,
    DONE,
    DROPPED;

    /** As people read it. */
    public String word() {
      return this == DROPPED ? "won't do" : name().toLowerCase(Locale.ROOT);
    }
  }

  /** The task in another state, for this reason. */
  public Task settled(State now, String why) {
    return new Task(number, raw, plain, owner, due, now, why, source);
  }

  /** The task with another owner and date. */
  public Task assigned(@Nullable String to, @Nullable LocalDate by) {
    return new Task(number, raw, plain, to, by, state, reason, source);
  }

  /** The task in other words. */
  public Task reworded(String words, String wordsPlain) {
    return new Task(number, words, wordsPlain, owner, due, state, reason, source);
  }
}
