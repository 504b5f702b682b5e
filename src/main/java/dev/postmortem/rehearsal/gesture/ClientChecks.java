package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.text.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Slack's own client refuses before the app hears of a submission. */
final class ClientChecks {
  private ClientChecks() {}

  /** The complaints by block_id. */
  static Map<String, String> errors(OpenView view) {
    Map<String, String> errors = new LinkedHashMap<>();
    Inputs.spots(view.blocks())
        .filter(spot -> spot.block().path("type").asText().equals("input"))
        .forEach(spot -> complaint(view, spot).ifPresent(text -> errors.put(spot.blockId(), text)));
    return errors;
  }

  private static Optional<String> complaint(OpenView view, Inputs.Spot spot) {
    String field = Inputs.field(spot.element()).orElse("value");
    ObjectNode state = view.value(spot);
    boolean blank =
        Inputs.isEmpty(state, field)
            || (field.equals("value") && state.path(field).asText().isBlank());
    if (blank) {
      return spot.block().path("optional").asBoolean()
          ? Optional.empty()
          : Optional.of("Please complete this required field.");
    }
    return switch (spot.element().path("type").asText()) {
      case "plain_text_input" -> length(spot.element(), state.path(field).asText());
      case "number_input" -> number(spot.element(), state.path(field).asText());
      case "email_text_input" ->
          matching(state, "[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "Please enter a valid email address.");
      case "url_text_input" -> matching(state, "https?://\\S+", "Please enter a valid URL.");
      default -> tooMany(spot.element(), state.path(field));
    };
  }

  private static Optional<String> length(JsonNode element, String text) {
    if (text.length() < element.path("min_length").asInt(0)) {
      return Optional.of(
          "Please enter at least " + element.path("min_length").asInt() + " characters.");
    }
    int most = element.path("max_length").asInt(3000);
    return text.length() > most
        ? Optional.of("Please enter no more than " + most + " characters.")
        : Optional.empty();
  }

  private static Optional<String> number(JsonNode element, String text) {
    if (!text.matches(
        element.path("is_decimal_allowed").asBoolean() ? "-?\\d+(\\.\\d+)?" : "-?\\d+")) {
      return Optional.of("Please enter a valid number.");
    }
    double value = Double.parseDouble(text);
    boolean inside =
        Json.text(element, "min_value").filter(least -> value < Double.parseDouble(least)).isEmpty()
            && Json.text(element, "max_value")
                .filter(most -> value > Double.parseDouble(most))
                .isEmpty();
    return inside ? Optional.empty() : Optional.of("Please enter a number within the bounds.");
  }

  private static Optional<String> matching(JsonNode state, String regex, String complaint) {
    return state.path("value").asText().matches(regex) ? Optional.empty() : Optional.of(complaint);
  }

  private static Optional<String> tooMany(JsonNode element, JsonNode chosen) {
    int most = element.path("max_selected_items").asInt(Integer.MAX_VALUE);
    return chosen.size() > most
        ? Optional.of("Please choose no more than " + most + ".")
        : Optional.empty();
  }
}
