package dev.postmortem.draft;

import java.time.Duration;
import java.time.Instant;

/**
 * What people asked for lately. Slack delivers again what it is in doubt about, and a balancer
 * gives it to another process; whatever is not harmless when done twice is begun here, and done
 * once.
 */
public interface Requests {
  /** Whoever says nothing for so long has died; Slack waits three seconds for an answer. */
  Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Takes a request in hand.
   *
   * @param request names it and no other
   */
  Standing begin(String request, Instant now);

  /** It is done; whoever asks the same again is answered the same. */
  void done(String request, String answer);

  /** It was not done, and may be asked again. */
  void drop(String request);

  /** Forgets what was begun before. */
  void forget(Instant before);

  /** How a request stands for whoever comes with it. */
  sealed interface Standing {}

  /** It is theirs to do. */
  record Fresh() implements Standing {}

  /** Somebody else does it at this moment. */
  record UnderWay() implements Standing {}

  /** It was done, and this was the answer. */
  record Done(String answer) implements Standing {}
}
