package dev.postmortem.draft.follow;

import java.time.Instant;

/**
 * Somebody is asked to become the point person.
 *
 * @param number counts from 1 within the post-mortem, so that an old button names its own offer
 * @param to who is asked, a user id
 * @param by who wanted it, a user id
 */
public record Handover(long incident, int number, String to, String by, Instant at, State state) {

  /** What became of it. */
  public enum State {
    OFFERED,
    ACCEPTED,
    DECLINED,
    /** Somebody else was asked since, or took it. */
    WITHDRAWN
  }

  /** Whether the answer is still awaited. */
  public boolean isOpen() {
    return state == State.OFFERED;
  }

  public Handover settled(State now) {
    return new Handover(incident, number, to, by, at, now);
  }
}
