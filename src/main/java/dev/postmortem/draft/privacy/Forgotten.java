package dev.postmortem.draft.privacy;

import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import java.util.Optional;

/**
 * Knows whom it has forgotten: not by their ids, which are not kept, but by digests of them. So
 * what is heard of them again, from whatever is read late, is kept under their pseudonym.
 */
public interface Forgotten {
  /** The pseudonym of an id; empty for everybody who was not forgotten. */
  Optional<Pseudonym> find(String id);

  /** The message as it may be kept: whoever is forgotten is not in it. */
  Message hidden(Message message);

  /** The mark as it may be kept. */
  Mark hidden(Mark mark);
}
