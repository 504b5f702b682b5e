package dev.postmortem.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the writers of the post-mortem changed about an entry. The message itself stays as it was
 * said.
 *
 * @param at the time it really happened, null to keep that of the message
 * @param raw the words to show instead, as a Slack message in JSON, null to keep those of the
 *     message
 * @param plain their words, for searching; empty when none are shown instead
 */
public record Amendment(@Nullable Instant at, @Nullable String raw, String plain, boolean hidden) {
  /** Nothing changed. */
  public static final Amendment NONE = new Amendment(null, null, false);

  /** Without words that could be searched. */
  public Amendment(@Nullable Instant at, @Nullable String raw, boolean hidden) {
    this(at, raw, "", hidden);
  }
}
