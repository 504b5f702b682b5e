package dev.postmortem.story;

import dev.postmortem.rehearsal.Modal;

/** What people do at the gate when the rules of the house are not what a test is about. */
public final class Gates {
  /** What the gate asks for when something is missing that a reason lets pass. */
  public static final String WHY = "The reason to publish it all the same";

  private Gates() {}

  /** Gives a reason, if the gate asks for one. */
  public static Modal allTheSame(Modal gate) {
    if (gate.inputs().contains(WHY)) {
      gate.fill(WHY, "It is small, and everybody knows of it.");
    }
    return gate;
  }
}
