package dev.postmortem.rehearsal.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Pattern;

/** The simple rules that the others are made of. */
final class Rules {
  private Rules() {}

  /** Anything at all. */
  static Rule any() {
    return (node, at, out) -> {};
  }

  /** A text of so many characters. */
  static Rule text(int least, int most) {
    return (node, at, out) -> {
      if (!node.isTextual()) {
        out.add(at, "must be a string");
      } else if (node.textValue().length() < least) {
        out.add(at, "must be more than " + (least - 1) + " characters");
      } else if (node.textValue().length() > most) {
        out.add(at, "must be less than " + (most + 1) + " characters");
      }
    };
  }

  /** An identifier: 1 to 255 characters. */
  static Rule id() {
    return text(1, 255);
  }

  /** A web address: at most 3,000 characters. */
  static Rule url() {
    return text(1, 3000)
        .and(pattern("https?://\\S+|mailto:\\S+|tel:\\S+|slack://\\S+", "must be a valid URL"));
  }

  /** A text that matches as a whole. */
  static Rule pattern(String regex, String message) {
    Pattern pattern = Pattern.compile(regex);
    return (node, at, out) -> {
      if (!pattern.matcher(node.asText()).matches()) {
        out.add(at, message);
      }
    };
  }

  /** One of these texts. */
  static Rule oneOf(String... allowed) {
    List<String> values = List.of(allowed);
    return (node, at, out) -> {
      if (!node.isTextual() || !values.contains(node.textValue())) {
        out.add(at, "must be a valid enum value");
      }
    };
  }

  /** True or false. */
  static Rule flag() {
    return (node, at, out) -> {
      if (!node.isBoolean()) {
        out.add(at, "must be a boolean");
      }
    };
  }

  /** A whole number in these bounds. */
  static Rule number(long least, long most) {
    return (node, at, out) -> {
      if (!node.isIntegralNumber()) {
        out.add(at, "must be an integer");
      } else if (node.longValue() < least || node.longValue() > most) {
        out.add(at, "must be between " + least + " and " + most);
      }
    };
  }

  /** A list of so many items, each following the rule. */
  static Rule list(int least, int most, Rule item) {
    return (node, at, out) -> {
      if (!node.isArray()) {
        out.add(at, "must be an array");
      } else if (node.size() < least) {
        out.add(at, "no less than " + least + " items allowed");
      } else if (node.size() > most) {
        out.add(at, "no more than " + most + " items allowed");
      } else {
        eachItem(node, at, out, item);
      }
    };
  }

  private static void eachItem(JsonNode list, String at, Findings out, Rule item) {
    for (int i = 0; i < list.size(); i++) {
      item.check(list.get(i), at + "/" + i, out);
    }
  }
}
