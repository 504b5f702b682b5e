package dev.postmortem.draft;

import dev.postmortem.timeline.Message;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The door to what is kept. When {@link #write} returns, the work is on disk; when it throws,
 * nothing of it is kept. The work may be run again when it collides with another, so it must not
 * talk to anybody.
 */
public interface Store {
  <T> T write(Function<Records, T> work);

  <T> T read(Function<Records, T> work);

  /**
   * {@link #write} for work that ends in the same state whether what is said meanwhile is kept
   * before it, after it, or twice: so it need not hold that up.
   */
  default <T> T writeBeside(Function<Records, T> work) {
    return write(work);
  }

  /** What became of a message that was offered as new. */
  enum Fate {
    /** It is on disk, and in the timeline of its war room for whoever reads. */
    KEPT,
    /** It belongs to no incident. */
    NOWHERE,
    /** Nothing was done: it must be written, as something is known of it already. */
    LEFT
  }

  /**
   * Keeps those messages of which nothing is known yet by a quicker way than {@link #write}, if the
   * store has one; answers for each. When it throws, all of them must be written; it changes
   * nothing when one was kept nevertheless.
   */
  default List<Fate> keepNew(List<Message> said) {
    return Collections.nCopies(said.size(), Fate.LEFT);
  }

  /** How many may {@link #keepNew} at the same time without one only waiting for the other. */
  default int hands() {
    return 1;
  }

  /** {@link #write} for work without a result. */
  default void change(Consumer<Records> work) {
    write(
        records -> {
          work.accept(records);
          return true;
        });
  }
}
