package dev.postmortem.rehearsal.wire;

/**
 * Which attempt this is to deliver the same thing.
 *
 * @param number 0 for the first
 * @param reason why the one before failed; empty for the first
 */
record Attempt(int number, String reason) {
  static final Attempt FIRST = new Attempt(0, "");
}
