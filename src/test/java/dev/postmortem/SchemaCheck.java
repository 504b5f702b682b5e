package dev.postmortem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a document against the part of JSON Schema that Slack's manifest schema uses. A keyword
 * that it does not know is an error, so that nothing is passed over in silence.
 */
final class SchemaCheck {
  /** They only describe. */
  private static final Set<String> WORDS =
      Set.of("title", "description", "default", "format", "definitions", "$schema", "_note");

  private final JsonNode root;
  private final List<String> faults = new ArrayList<>();

  private SchemaCheck(JsonNode root) {
    this.root = root;
  }

  /** What is wrong with the document, one sentence a fault. */
  static List<String> faults(JsonNode schema, JsonNode document) {
    SchemaCheck check = new SchemaCheck(schema);
    check.check(schema, document, "");
    return check.faults;
  }

  private void check(JsonNode schema, JsonNode value, String at) {
    schema
        .properties()
        .forEach(keyword -> check(keyword.getKey(), keyword.getValue(), schema, value, at));
  }

  private void check(String keyword, JsonNode rule, JsonNode schema, JsonNode value, String at) {
    int limit = rule.asInt();
    int length = value.isTextual() ? value.textValue().length() : value.size();
    switch (keyword) {
      case "$ref" -> check(root.at(rule.textValue().substring(1)), value, at);
      case "type" -> require(type(value).equals(rule.textValue()), at + " is no " + rule);
      case "required" ->
          rule.forEach(name -> require(value.has(name.textValue()), at + " lacks " + name));
      case "properties" -> value.properties().forEach(it -> property(rule, it.getKey(), value, at));
      case "additionalProperties" ->
          value
              .fieldNames()
              .forEachRemaining(
                  name ->
                      require(
                          rule.booleanValue() || schema.path("properties").has(name),
                          at + "/" + name + " is not known"));
      case "items" -> {
        for (int i = 0; i < value.size(); i++) {
          check(rule, value.get(i), at + "/" + i);
        }
      }
      case "minLength", "minItems" -> require(length >= limit, at + " is shorter than " + rule);
      case "maxLength", "maxItems" -> require(length <= limit, at + " is longer than " + rule);
      case "pattern", "regex" ->
          require(
              Pattern.compile(rule.textValue()).matcher(value.asText()).find(),
              at + " is not like " + rule);
      case "enum" -> require(contains(rule, value), at + " is none of " + rule);
      case "uniqueItems" -> {
        Set<JsonNode> items = new HashSet<>();
        value.forEach(item -> require(items.add(item), at + " holds " + item + " twice"));
      }
      default -> require(WORDS.contains(keyword), at + ": nobody checks " + keyword);
    }
  }

  private void property(JsonNode rules, String name, JsonNode value, String at) {
    if (rules.has(name)) {
      check(rules.get(name), value.get(name), at + "/" + name);
    }
  }

  private void require(boolean met, String fault) {
    if (!met) {
      faults.add(fault);
    }
  }

  private static boolean contains(JsonNode array, JsonNode value) {
    for (JsonNode one : array) {
      if (one.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      default -> "null";
    };
  }
}
