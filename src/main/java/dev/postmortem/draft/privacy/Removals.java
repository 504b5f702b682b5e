package dev.postmortem.draft.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Removes the captured messages of post-mortems that are finished. What the published document is
 * made of stays: the entries that somebody filed, wrote or changed. Of a cancelled one only the
 * notes stay, as there is no document.
 */
public interface Removals {
  /**
   * The post-mortems that were published or cancelled at this time or before, have nothing more to
   * send of their document, and still hold messages to be removed.
   */
  List<Long> due(Instant finished, int most);

  /**
   * Removes some of the messages. Nothing happens to a post-mortem that is not finished (any more).
   *
   * @param most how many at once
   */
  Piece removeSome(long incident, int most, Instant now);

  /** What was removed of a post-mortem, if anything was. */
  Optional<Removal> of(long incident);

  /**
   * What was done at once.
   *
   * @param more whether some are left
   */
  record Piece(int messages, boolean more) {}
}
