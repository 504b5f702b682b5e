package dev.postmortem.archive;

/** Nothing can be imported from this; the message says why, for a person. */
public final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String why) {
    super(why);
  }
}
