package dev.postmortem.rehearsal.gesture;

import java.util.Map;

/**
 * What became of a submitted view.
 *
 * @param outcome closed, cleared, errors, updated, pushed or failed, in capitals
 * @param errors the texts under inputs, by block_id
 * @param problem why it failed; empty otherwise
 */
public record Fate(String outcome, Map<String, String> errors, String problem) {
  static Fate of(String outcome) {
    return new Fate(outcome, Map.of(), "");
  }

  static Fate errors(Map<String, String> errors) {
    return new Fate("ERRORS", errors, "");
  }

  static Fate failed(String why) {
    return new Fate("FAILED", Map.of(), "We had some trouble connecting. Try again? (" + why + ")");
  }
}
