package dev.postmortem.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of running text. Texts hold what people mean, free of any markup and escaping; only a
 * writer escapes.
 */
public sealed interface Inline {
  record Text(String text) implements Inline {}

  record Strong(List<Inline> of) implements Inline {}

  record Emphasis(List<Inline> of) implements Inline {}

  record Strike(List<Inline> of) implements Inline {}

  record Code(String text) implements Inline {}

  /** A link whose scheme is known to be harmless: http, https, mailto or tel. */
  record Link(String url, List<Inline> of) implements Inline {}

  /** Somebody's name, readable; it notifies nobody. */
  record Mention(String user, String name) implements Inline {}

  /** A channel's name without its hash. */
  record ChannelName(String channel, String name) implements Inline {}

  /** A user group's handle without its at sign. */
  record GroupName(String group, String name) implements Inline {}

  /** {@code here}, {@code channel} or {@code everyone}, quoted; it notifies nobody. */
  record Broadcast(String range) implements Inline {}

  /**
   * An emoji.
   *
   * @param name the shortcode without colons
   * @param unicode the character itself, null for a custom emoji
   */
  record Emoji(String name, @Nullable String unicode) implements Inline {}

  /** A moment that Slack shows in each reader's zone. */
  record Moment(Instant at, String fallback) implements Inline {}

  /** The writer of the message started a new line here. */
  record Break() implements Inline {}
}
