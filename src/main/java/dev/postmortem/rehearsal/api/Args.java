package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.text.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The arguments of a call, from a form or from JSON; those that hold JSON are parsed. */
final class Args {
  private static final Set<String> STRUCTURED =
      Set.of(
          "blocks",
          "attachments",
          "metadata",
          "view",
          "files",
          "message",
          "document_content",
          "changes",
          "channel_ids");
  private static final Set<String> YES = Set.of("1", "true", "True");
  private final ObjectNode values;

  private Args(ObjectNode values) {
    this.values = values;
  }

  /** Reads a body and a query string. */
  static Args read(String contentType, String body, String query) {
    ObjectNode values = form(query);
    if (contentType.startsWith("application/json")) {
      Json.tryParse(body)
          .filter(JsonNode::isObject)
          .ifPresent(object -> values.setAll(Json.copy(object)));
    } else {
      values.setAll(form(body));
    }
    STRUCTURED.forEach(name -> parse(values, name));
    return new Args(values);
  }

  private static ObjectNode form(String encoded) {
    ObjectNode values = Json.of();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void parse(ObjectNode values, String name) {
    if (values.path(name).isTextual()) {
      Json.tryParse(values.path(name).textValue()).ifPresent(parsed -> values.set(name, parsed));
    }
  }

  /** All of them, without the token. */
  ObjectNode all() {
    ObjectNode all = values.deepCopy();
    all.remove("token");
    return all;
  }

  boolean has(String name) {
    return values.hasNonNull(name);
  }

  JsonNode json(String name) {
    return values.path(name);
  }

  Optional<String> text(String name) {
    return Json.text(values, name);
  }

  /** An argument without which the call is refused. */
  String need(String name) {
    return text(name)
        .orElseThrow(
            () ->
                new Refusal(
                    "invalid_arguments",
                    List.of(
                        "[ERROR] missing required field: "
                            + name
                            + " [json-pointer:/"
                            + name
                            + "]")));
  }

  boolean flag(String name) {
    return YES.contains(values.path(name).asText(""));
  }

  int number(String name, int otherwise) {
    try {
      return text(name).map(Integer::parseInt).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new Refusal(
          "invalid_arguments", List.of("[ERROR] must be an integer [json-pointer:/" + name + "]"));
    }
  }

  /** The same arguments with a number cut down to this, where it is larger or missing. */
  Args atMost(String name, OptionalInt most) {
    if (most.isEmpty()) {
      return this;
    }
    ObjectNode fewer = values.deepCopy();
    int asked = number(name, most.getAsInt());
    return new Args(fewer.put(name, String.valueOf(Math.min(asked, most.getAsInt()))));
  }

  /** A list of names separated by commas, or an array. */
  List<String> list(String name) {
    JsonNode value = values.path(name);
    return value.isArray()
        ? Json.texts(value)
        : text(name).map(text -> List.of(text.split("\\s*,\\s*"))).orElse(List.of());
  }
}
