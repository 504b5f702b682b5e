package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.postmortem.rehearsal.gesture.Finder;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.text.Json;

/** What a visitor chose or entered, as Slack's client would have it. */
final class Chosen {
  private Chosen() {}

  /**
   * The value of an element, from its state or its action. Options are the app's own: what is not
   * among them was not chosen.
   */
  static JsonNode value(JsonNode element, JsonNode given) {
    String type = element.path("type").asText();
    String field = type.equals("overflow") ? "selected_option" : Inputs.field(element).orElse("");
    if (field.isEmpty()) {
      return Press.nothing();
    }
    JsonNode value = given.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Inputs.nothing(field);
    }
    return switch (field) {
      case "selected_option" -> option(element, value);
      case "selected_options" -> options(element, value);
      default -> value.isTextual() && value.asText().isEmpty() ? Inputs.nothing(field) : value;
    };
  }

  private static JsonNode options(JsonNode element, JsonNode values) {
    ArrayNode chosen = Json.array();
    values.forEach(value -> chosen.add(option(element, value)));
    return chosen;
  }

  private static JsonNode option(JsonNode element, JsonNode value) {
    String wanted = value.isObject() ? value.path("value").asText() : value.asText();
    return Finder.options(element)
        .filter(option -> option.path("value").asText().equals(wanted))
        .findFirst()
        .orElseThrow(() -> Rejection.refused("That cannot be chosen any more."));
  }
}
