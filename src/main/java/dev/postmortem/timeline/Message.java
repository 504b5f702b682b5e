package dev.postmortem.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands in Slack at the moment of {@code version}.
 *
 * @param author the user or bot id; null when Slack names nobody
 * @param label the name a bot or webhook gave itself, empty otherwise
 * @param raw Slack's own JSON of the message, so that nothing it holds is lost; text forms are read
 *     from it when needed
 * @param plain its words, for searching
 * @param thread the timestamp of the thread's first message when this is a reply
 * @param version when it took this form: its own time, or that of its last edit by a person
 */
public record Message(
    MessageKey key,
    Kind kind,
    @Nullable String author,
    String label,
    String raw,
    String plain,
    @Nullable String thread,
    Instant version,
    boolean edited) {

  /** The same words as a form that it took at another time. */
  public Message asOf(Instant time) {
    return new Message(key, kind, author, label, raw, plain, thread, time, edited);
  }

  /** The same message in a channel that has another id now. */
  public Message under(MessageKey other) {
    return new Message(other, kind, author, label, raw, plain, thread, version, edited);
  }
}
