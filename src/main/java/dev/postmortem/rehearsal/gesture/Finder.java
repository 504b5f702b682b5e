package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.ReadAloud;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds what a person means by the words on the screen, or by an id. */
public final class Finder {
  private static final Set<String> BUTTONS = Set.of("button", "workflow_button");
  private final JsonNode blocks;
  private final ReadAloud readable;

  /** Among these blocks. */
  public Finder(JsonNode blocks, ReadAloud readable) {
    this.blocks = blocks;
    this.readable = readable;
  }

  /** The texts of the buttons, in order. */
  public List<String> buttons() {
    return spots(true).map(spot -> readable.text(spot.element().path("text"))).toList();
  }

  /** The labels of everything that is not a button, in order. */
  public List<String> inputs() {
    return spots(false).map(this::label).toList();
  }

  /** The button with this text, accessibility label or action_id. */
  public Optional<Inputs.Spot> button(String words) {
    return spots(true)
        .filter(
            spot ->
                readable.text(spot.element().path("text")).equals(words)
                    || spot.element().path("accessibility_label").asText().equals(words)
                    || spot.actionId().equals(words))
        .findFirst();
  }

  /** The input with this label, placeholder, block_id or action_id. */
  public Optional<Inputs.Spot> input(String words) {
    return spots(false).filter(spot -> names(spot).anyMatch(words::equals)).findFirst();
  }

  private Stream<String> names(Inputs.Spot spot) {
    return Stream.of(
        label(spot),
        spot.blockId(),
        spot.actionId(),
        readable.text(spot.element().path("placeholder")));
  }

  private Stream<Inputs.Spot> spots(boolean buttons) {
    return Inputs.spots(blocks)
        .filter(spot -> BUTTONS.contains(spot.element().path("type").asText()) == buttons);
  }

  /**
   * What stands beside an element: the label of an input, the text of a section, or its
   * placeholder.
   */
  public String label(Inputs.Spot spot) {
    return switch (spot.block().path("type").asText()) {
      case "input" -> readable.text(spot.block().path("label"));
      case "section" -> readable.text(spot.block().path("text"));
      default -> readable.text(spot.element().path("placeholder"));
    };
  }

  /** The options of an element, those in groups included. */
  public static Stream<JsonNode> options(JsonNode element) {
    return Stream.concat(
        Json.each(element.path("options")),
        Json.each(element.path("option_groups"))
            .flatMap(group -> Json.each(group.path("options"))));
  }

  /** The option with this text or value. */
  public Optional<JsonNode> option(JsonNode element, String words) {
    return options(element)
        .filter(
            option ->
                readable.text(option.path("text")).equals(words)
                    || option.path("value").asText().equals(words))
        .findFirst();
  }
}
