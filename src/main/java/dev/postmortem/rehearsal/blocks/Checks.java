package dev.postmortem.rehearsal.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.text.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Rules about several properties of one object. */
final class Checks {
  private Checks() {}

  static Rule exactlyOne(String first, String second) {
    return (node, at, out) -> {
      if (node.has(first) == node.has(second)) {
        out.add(at, "must provide exactly one of " + first + " and " + second);
      }
    };
  }

  static Rule atLeastOne(String first, String second) {
    return (node, at, out) -> {
      if (!node.has(first) && !node.has(second)) {
        out.add(at, "missing required field: " + first + " or " + second);
      }
    };
  }

  static Rule notEmpty() {
    return (node, at, out) -> {
      if (node.isEmpty()) {
        out.add(at, "must not be empty");
      }
    };
  }

  /** What is chosen at first must be one of the options, equal in text, value and description. */
  static Rule initialAmongOptions() {
    return (node, at, out) -> {
      List<JsonNode> options = options(node).toList();
      if (node.has("initial_option") && !options.contains(node.get("initial_option"))) {
        out.add(at + "/initial_option", "initial_option must match one of the options");
      }
      if (Json.each(node.path("initial_options")).anyMatch(option -> !options.contains(option))) {
        out.add(at + "/initial_options", "initial_options must match the options");
      }
    };
  }

  private static Stream<JsonNode> options(JsonNode select) {
    return Stream.concat(
        Json.each(select.path("options")),
        Json.each(select.path("option_groups")).flatMap(group -> Json.each(group.path("options"))));
  }

  /** The first number must not exceed the second. */
  static Rule ordered(String least, String most) {
    return (node, at, out) -> {
      if (node.has(least)
          && node.has(most)
          && node.path(least).asDouble() > node.path(most).asDouble()) {
        out.add(at + "/" + least, least + " must not be greater than " + most);
      }
    };
  }

  /** The initial value must be one that a person could have entered. */
  static Rule initialWithinLength() {
    return (node, at, out) -> {
      int length = node.path("initial_value").asText("").length();
      if (length > node.path("max_length").asInt(3000)) {
        out.add(at + "/initial_value", "must be no longer than max_length");
      }
    };
  }

  /** No two items of the list may have the same id. */
  static Rule distinct(String list, String id) {
    return (node, at, out) -> {
      Set<String> seen = new HashSet<>();
      Json.each(node.path(list))
          .flatMap(item -> Json.text(item, id).stream())
          .filter(value -> !seen.add(value))
          .forEach(value -> out.add(at + "/" + list, "duplicate " + id + ": " + value));
    };
  }
}
