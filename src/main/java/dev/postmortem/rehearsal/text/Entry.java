package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands in an input before a person touches it. */
final class Entry {
  private static final List<String> TEXTS =
      List.of(
          "initial_value",
          "initial_date",
          "initial_time",
          "initial_date_time",
          "initial_user",
          "initial_channel");
  private final JsonNode element;

  Entry(JsonNode element) {
    this.element = element;
  }

  String text(RichReader rich) {
    JsonNode initial = element.path("initial_value");
    if (initial.isObject()) {
      return rich.block(initial);
    }
    Optional<String> value =
        TEXTS.stream().flatMap(name -> Json.text(element, name).stream()).findFirst();
    return value
        .or(this::chosen)
        .orElseGet(() -> Stored.unescape(element.path("placeholder").path("text").asText("")));
  }

  private Optional<String> chosen() {
    List<String> options =
        Stream.concat(
                Stream.of(element.path("initial_option")),
                Json.each(element.path("initial_options")))
            .filter(JsonNode::isObject)
            .map(option -> Stored.unescape(option.path("text").path("text").asText()))
            .toList();
    return Optional.of(String.join(", ", options)).filter(text -> !text.isEmpty());
  }
}
