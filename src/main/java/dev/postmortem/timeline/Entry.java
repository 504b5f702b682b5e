package dev.postmortem.timeline;

import java.time.Instant;
import java.util.SortedSet;

/**
 * One line of an incident's timeline: a message, what was changed about it, and the sections it is
 * filed under.
 *
 * @param said when Slack says the message was sent
 */
public record Entry(
    long incident, Message message, Instant said, Amendment amendment, SortedSet<String> tags) {

  /** When it happened: as amended, else when it was said. */
  public Instant at() {
    Instant moved = amendment.at();
    return moved == null ? said : moved;
  }

  /** The words to show, as a Slack message in JSON. */
  public String raw() {
    String rewritten = amendment.raw();
    return rewritten == null ? message.raw() : rewritten;
  }

  public MessageKey key() {
    return message.key();
  }

  /** Whether the entry carries the tag. */
  public boolean isTagged(String tag) {
    return tags.contains(tag);
  }
}
