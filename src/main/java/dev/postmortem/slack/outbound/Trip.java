package dev.postmortem.slack.outbound;

import java.util.function.BooleanSupplier;

/**
 * One attempt to bring a letter to where it goes. A process may be held up for minutes in the
 * middle of it, and find that others took the letter for lost and carry it themselves.
 */
public final class Trip {
  private final boolean inDoubt;
  private final BooleanSupplier isStillOurs;

  /**
   * An attempt.
   *
   * @param inDoubt whether the letter may be there already, so that one has to look first
   * @param isStillOurs asks, and makes sure of it for a while
   */
  public Trip(boolean inDoubt, BooleanSupplier isStillOurs) {
    this.inDoubt = inDoubt;
    this.isStillOurs = isStillOurs;
  }

  /** Whether the letter may be there already, so that one has to look first. */
  public boolean inDoubt() {
    return inDoubt;
  }

  /** The same attempt, of which something may be there already. */
  public Trip doubted() {
    return new Trip(true, isStillOurs);
  }

  /** To be called before anything is sent; ends the trip when somebody else carries the letter. */
  public void goOn() throws Undelivered {
    if (!isStillOurs.getAsBoolean()) {
      throw Undelivered.later("another process carries it", null);
    }
  }
}
