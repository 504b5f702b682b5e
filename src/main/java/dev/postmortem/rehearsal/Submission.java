package dev.postmortem.rehearsal;

import java.util.Map;
import java.util.Optional;

/**
 * What came of submitting a modal.
 *
 * @param outcome what happened to the view
 * @param errors the texts shown under inputs, by label
 * @param problem what the person is told when the app failed; empty otherwise
 * @param next the view on top of the person's screen afterwards
 */
public record Submission(
    Outcome outcome, Map<String, String> errors, String problem, Optional<Modal> next) {

  /** What happened to the view. */
  public enum Outcome {
    /** The view was closed. */
    CLOSED,
    /** The whole stack was closed. */
    CLEARED,
    /** Inputs were found wanting, by the client itself or by the app. */
    ERRORS,
    /** The view was replaced in place. */
    UPDATED,
    /** Another view was put on top. */
    PUSHED,
    /** The app did not answer properly: the person reads "trouble connecting". */
    FAILED
  }

  /** Whether the view is gone. */
  public boolean isClosed() {
    return outcome == Outcome.CLOSED || outcome == Outcome.CLEARED;
  }

  /** Whether inputs were found wanting. */
  public boolean hasErrors() {
    return outcome == Outcome.ERRORS;
  }

  /** The view now on top; fails if there is none. */
  public Modal modal() {
    return next.orElseThrow(
        () -> new AssertionError("no view is open after the submission: " + this));
  }
}
