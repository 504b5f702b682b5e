package dev.postmortem.workflow;

import dev.postmortem.draft.Draft;

/**
 * What came of a wish. The sentence is for the person who had it: plain words, commands between
 * backticks.
 */
public sealed interface Outcome {
  String said();

  /** It is done and kept. */
  record Done(Draft draft, String said) implements Outcome {}

  /** It was not done, nothing changed; the sentence says why and what to do. */
  record Refused(String said) implements Outcome {}
}
