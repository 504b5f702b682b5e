package dev.postmortem.delivery;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Letters that are to be sent, written down in the same transaction as their cause. A letter that
 * was taken out but never reported on is in doubt: whoever takes it next must ask the recipient's
 * channel whether it is already there.
 */
public interface Outbox {
  /** Writes a letter down; answers false, and does nothing, when one with its key exists. */
  boolean put(Letter letter, Instant now);

  /**
   * Takes the oldest letter that is due, if any; those to the same recipient come in their order.
   */
  Optional<Taken> take(Instant now);

  /**
   * Whether a letter that was taken is still with whoever took it, and makes sure that it stays
   * there for a while. Says no when another process took it since.
   */
  boolean hold(Taken taken, Instant now);

  /** It is there. */
  void sent(String key, Instant at);

  /** It could not be sent for this reason, and is tried again at that time. */
  void postpone(String key, String reason, Instant until);

  /** It never will be sent, for this reason. */
  void giveUp(String key, String reason, Instant at);

  /** Letters of an incident that wait for something are due now. */
  void hurry(long incident, Instant now);

  /**
   * Letters of these kinds that were given up are due again, in doubt; answers how many there are.
   */
  int revive(long incident, Collection<Letter.Kind> kinds, Instant now);

  /**
   * Letters that were taken but not reported on, when the process starts: they are due at once, in
   * doubt.
   */
  void recover(Instant now);

  /** Whether {@link #take} would find a letter; only looks. */
  boolean isAnyDue(Instant now);

  /** How many letters there are in each state; a state without any may be missing. */
  Map<State, Long> counts();

  /** Since when the letter should be gone that waits longest, if one waits that should. */
  Optional<Instant> overdueSince(Instant now);

  /** The letter with this key, and what became of it. */
  Optional<Status> status(String key);

  /** An incident's letters of these kinds and what became of them, oldest first. */
  List<Status> of(long incident, Collection<Letter.Kind> kinds);

  /** Remembers where a part of a letter stands. */
  void save(Posting posting);

  /** Where the parts of a letter stand, in order. */
  List<Posting> postings(String letter);

  /** The letter that is posted there, if it is one of ours. */
  Optional<Posting> at(String channel, String ts);

  /** Forgets a part that was taken away. */
  void remove(Posting posting);

  /**
   * A letter taken out to be sent.
   *
   * @param inDoubt whether it may have been sent before
   * @param attempts how often it was taken out before this time
   */
  record Taken(Letter letter, boolean inDoubt, int attempts) {}

  /** What became of a letter: waiting, sent or given up, and the last reason for a delay. */
  record Status(Letter letter, State state, String reason) {}

  /** Where a letter stands. */
  enum State {
    WAITING,
    TAKEN,
    SENT,
    GIVEN_UP
  }
}
