package dev.postmortem.rehearsal.blocks;

import com.fasterxml.jackson.databind.JsonNode;

/** What Slack demands of a part of a payload. */
@FunctionalInterface
interface Rule {
  /** Reports what is wrong with the node at this JSON pointer. */
  void check(JsonNode node, String at, Findings out);

  /** Both this and the other must hold. */
  default Rule and(Rule other) {
    return (node, at, out) -> {
      check(node, at, out);
      other.check(node, at, out);
    };
  }
}
