package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postmortem.rehearsal.gesture.Finder;
import dev.postmortem.rehearsal.gesture.Target;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.text.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a person enters into the inputs of a modal. */
final class Entering {
  private final Backstage stage;
  private final OpenView view;

  Entering(Backstage stage, OpenView view) {
    this.stage = stage;
    this.view = view;
  }

  Target target() {
    return new Target.InView(view);
  }

  Finder finder() {
    return stage.finder(this::target);
  }

  /** The input that these words name, as soon as it is there. */
  Inputs.Spot spot(String words) {
    return stage.await(
        "an input \"" + words + "\"",
        () -> finder().input(words),
        () -> " among " + finder().inputs());
  }

  /** Writes text. */
  void text(String words, String text) {
    Inputs.Spot spot = spot(words);
    if (!Inputs.field(spot.element()).orElse("").equals("value")) {
      throw new IllegalArgumentException(
          "\"" + words + "\" is no text input but " + spot.element().path("type"));
    }
    put(spot, text.isEmpty() ? Inputs.nothing("value") : TextNode.valueOf(text));
  }

  /** Chooses among options. */
  void options(String words, String... options) {
    Inputs.Spot spot = spot(words);
    List<JsonNode> chosen = Arrays.stream(options).map(option -> option(spot, option)).toList();
    values(spot, chosen);
  }

  private JsonNode option(Inputs.Spot spot, String words) {
    return finder()
        .option(spot.element(), words)
        .orElseThrow(
            () -> new AssertionError("no option \"" + words + "\" among " + options(spot)));
  }

  List<String> options(Inputs.Spot spot) {
    return Finder.options(spot.element())
        .map(option -> stage.readable.text(option.path("text")))
        .toList();
  }

  /** Picks ids. */
  void ids(String words, List<String> ids) {
    values(spot(words), ids.stream().<JsonNode>map(TextNode::valueOf).toList());
  }

  /** Picks one value of its own kind. */
  void value(String words, JsonNode value) {
    put(spot(words), value);
  }

  /** Empties an input. */
  void clear(String words) {
    values(spot(words), List.of());
  }

  private void values(Inputs.Spot spot, List<JsonNode> values) {
    String field = Inputs.field(spot.element()).orElse("value");
    JsonNode nothing = Inputs.nothing(field);
    if (nothing instanceof ArrayNode several) {
      several.addAll(values);
      put(spot, several);
    } else if (values.size() > 1) {
      throw new IllegalArgumentException("only one can be chosen in " + spot.element());
    } else {
      put(spot, values.isEmpty() ? nothing : values.get(0));
    }
  }

  private void put(Inputs.Spot spot, JsonNode value) {
    stage.run(() -> view.enter(spot, value));
    boolean input = spot.block().path("type").asText().equals("input");
    if (!input || spot.block().path("dispatch_action").asBoolean()) {
      stage.clicks.use(stage.person(view.userId()), target(), spot, value);
    }
  }

  /** What stands in an input, as text. */
  String shown(String words) {
    Inputs.Spot spot = spot(words);
    JsonNode value =
        stage
            .team
            .locked(() -> view.value(spot))
            .path(Inputs.field(spot.element()).orElse("value"));
    return value.isArray()
        ? Json.each(value).map(this::shown).collect(Collectors.joining(", "))
        : shown(value);
  }

  private String shown(JsonNode value) {
    if (value.path("type").asText().equals("rich_text")) {
      return stage.readable.blocks(Json.array(value));
    }
    return value.isObject() ? stage.readable.text(value.path("text")) : value.asText("");
  }
}
