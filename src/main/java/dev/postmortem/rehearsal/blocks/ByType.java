package dev.postmortem.rehearsal.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Objects of several types, each with its own rule. */
final class ByType implements Rule {
  private final Map<String, ? extends Rule> rules;

  ByType(Map<String, ? extends Rule> rules) {
    this.rules = rules;
  }

  /** Only these of them. */
  ByType only(Set<String> types) {
    return new ByType(
        rules.entrySet().stream()
            .filter(rule -> types.contains(rule.getKey()))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public void check(JsonNode node, String at, Findings out) {
    Rule rule = rules.get(node.path("type").asText());
    if (!node.path("type").isTextual()) {
      out.add(at, "missing required field: type");
    } else if (rule == null) {
      out.add(at + "/type", "unsupported type: " + node.path("type").asText());
    } else {
      rule.check(node, at, out);
    }
  }
}
