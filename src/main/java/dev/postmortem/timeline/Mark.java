package dev.postmortem.timeline;

import java.time.Instant;

/**
 * One person's mark on one message: with this emoji (or by the shortcut) it was filed, or no
 * longer.
 *
 * @param tag the word of the section it is filed under, such as {@code key}
 * @param via the emoji's name, or {@code shortcut}
 * @param on whether the mark was set or taken away
 * @param at when, by Slack's clock: of two words about the same mark the later wins, in whatever
 *     order they arrive
 */
public record Mark(MessageKey key, String tag, String by, String via, boolean on, Instant at) {
  /** Filed by the message shortcut or in the timeline, not by an emoji. */
  public static final String SHORTCUT = "shortcut";
}
