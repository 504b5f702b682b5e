package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postmortem.rehearsal.gesture.Fate;
import dev.postmortem.rehearsal.state.Inputs;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.text.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A modal on a person's screen. Inputs are found by their label, their block_id or their action_id;
 * buttons by their text or action_id. What is not there yet is waited for a bounded time. Handles
 * stay good while the view is updated in place.
 */
public final class Modal {
  private final Backstage stage;
  private final OpenView view;
  private final Entering entering;

  Modal(Backstage stage, OpenView view) {
    this.stage = stage;
    this.view = view;
    entering = new Entering(stage, view);
  }

  /** The view's id. */
  public String id() {
    return view.id();
  }

  /** The callback_id of the view. */
  public String callbackId() {
    return json().path("callback_id").asText();
  }

  /** The title. */
  public String title() {
    return stage.readable.text(json().path("title"));
  }

  /** All that a person reads in it, labels, hints and present values included. */
  public String text() {
    String values =
        inputs().stream()
            .map(input -> input + ": " + value(input))
            .collect(Collectors.joining("\n"));
    return title() + "\n" + stage.readable.blocks(json().path("blocks")) + "\n" + values;
  }

  /** The text of the submit button; empty if there is none. */
  public String submitText() {
    return stage.readable.text(json().path("submit"));
  }

  /** The labels of the inputs, in order. */
  public List<String> inputs() {
    return entering.finder().inputs();
  }

  /** The texts of the buttons, in order. */
  public List<String> buttons() {
    return entering.finder().buttons();
  }

  /** The texts of the options of an input. */
  public List<String> options(String input) {
    return entering.options(entering.spot(input));
  }

  /** What stands in an input now, as text; several values are separated by a comma and a space. */
  public String value(String input) {
    return entering.shown(input);
  }

  /** The view as the app sees it. */
  public ObjectNode json() {
    return stage.team.read(() -> view.json(stage.team.app()));
  }

  /** The state that would be submitted: {@code values.block_id.action_id}. */
  public ObjectNode state() {
    return stage.team.read(view::state);
  }

  /** Whether it is still on the person's screen, on top or below. */
  public boolean isOpen() {
    return stage.team.read(() -> stage.team.views().stack(view.userId()).contains(view));
  }

  /** Writes into a text, number, e-mail or URL input, replacing what is there. */
  public Modal fill(String input, String text) {
    entering.text(input, text);
    return this;
  }

  /** Writes plain text into a rich text input, one section for each line. */
  public Modal writes(String input, String text) {
    ArrayNode sections = Json.array();
    for (String line : text.split("\n", -1)) {
      ArrayNode leaves =
          line.isEmpty() ? Json.array() : Json.array(Json.of("type", "text", "text", line));
      sections.add(Json.of("type", "rich_text_section", "elements", leaves));
    }
    return writes(input, Json.of("type", "rich_text", "elements", sections));
  }

  /** Puts a rich_text block into a rich text input. */
  public Modal writes(String input, JsonNode richText) {
    entering.value(input, richText.deepCopy());
    return this;
  }

  /** Chooses options by their text or value, replacing the present choice; none clears it. */
  public Modal choose(String input, String... options) {
    entering.options(input, options);
    return this;
  }

  /** Picks people, replacing the present choice; none clears it. */
  public Modal pickUser(String input, Participant... people) {
    entering.ids(input, Arrays.stream(people).map(Participant::id).toList());
    return this;
  }

  /** Picks conversations, replacing the present choice; none clears it. */
  public Modal pickChannel(String input, Channel... channels) {
    entering.ids(input, Arrays.stream(channels).map(Channel::id).toList());
    return this;
  }

  /** Picks a day. */
  public Modal pickDate(String input, LocalDate date) {
    entering.value(input, TextNode.valueOf(date.toString()));
    return this;
  }

  /** Picks a time of day. */
  public Modal pickTime(String input, LocalTime time) {
    entering.value(input, TextNode.valueOf(time.toString().substring(0, 5)));
    return this;
  }

  /** Picks an instant. */
  public Modal pickDateTime(String input, Instant instant) {
    entering.value(input, IntNode.valueOf(Math.toIntExact(instant.getEpochSecond())));
    return this;
  }

  /** Empties an input. */
  public Modal clear(String input) {
    entering.clear(input);
    return this;
  }

  /** Clicks a button and waits for the acknowledgement. */
  public ClickResult click(String button) {
    return stage.click(view.userId(), entering::target, button);
  }

  /** Submits, and says what came of it. */
  public Submission submit() {
    if (!isOpen()) {
      throw new IllegalStateException("the modal \"" + title() + "\" is closed");
    }
    Map<String, String> labels = labels();
    Fate fate = stage.submissions.submit(stage.person(view.userId()), view);
    Map<String, String> errors = new LinkedHashMap<>();
    fate.errors().forEach((block, text) -> errors.put(labels.getOrDefault(block, block), text));
    Optional<Modal> next = stage.member(view.userId()).openModal();
    return new Submission(Submission.Outcome.valueOf(fate.outcome()), errors, fate.problem(), next);
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    Inputs.spots(json().path("blocks"))
        .forEach(spot -> labels.put(spot.blockId(), entering.finder().label(spot)));
    return labels;
  }

  /** Closes this view only; the app is told if it asked to be. */
  public void close() {
    stage.submissions.close(stage.person(view.userId()), view, false);
  }

  /** Closes the whole stack by the cross in the corner. */
  public void closeAll() {
    stage.submissions.close(stage.person(view.userId()), view, true);
  }

  /** Waits until it shows these words. */
  public Modal shows(String words) {
    return stage.await(
        "\"" + words + "\" in the modal",
        () -> Optional.of(this).filter(modal -> modal.text().contains(words)),
        () -> "; it shows:\n" + text());
  }

  @Override
  public String toString() {
    return "modal \"" + title() + "\"";
  }
}
