package dev.postmortem.rehearsal.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object of known properties: Slack refuses unknown ones, and null in place of absence. */
final class Shape implements Rule {
  private final Map<String, Rule> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();
  private Rule whole = Rules.any();

  private Shape() {}

  /** An object that names its type. */
  static Shape typed() {
    return new Shape().must("type", Rules.any());
  }

  /** An object without a type. */
  static Shape plain() {
    return new Shape();
  }

  /** A property that must be there. */
  Shape must(String name, Rule rule) {
    required.add(name);
    return may(name, rule);
  }

  /** A property that may be there. */
  Shape may(String name, Rule rule) {
    properties.put(name, rule);
    return this;
  }

  /** What must hold of the object as a whole. */
  Shape also(Rule rule) {
    whole = whole.and(rule);
    return this;
  }

  @Override
  public void check(JsonNode node, String at, Findings out) {
    if (!node.isObject()) {
      out.add(at, "must provide an object");
      return;
    }
    required.stream()
        .filter(name -> !node.has(name))
        .forEach(name -> out.add(at, "missing required field: " + name));
    node.properties().forEach(property -> property(property, at, out));
    whole.check(node, at, out);
  }

  private void property(Map.Entry<String, JsonNode> property, String at, Findings out) {
    Rule rule = properties.get(property.getKey());
    if (rule == null) {
      out.add(at, "invalid additional property: " + property.getKey());
    } else {
      rule.check(property.getValue(), at + "/" + property.getKey(), out);
    }
  }
}
