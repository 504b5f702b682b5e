package dev.postmortem.slack.views;

import static dev.postmortem.slack.views.Kit.JSON;
import static dev.postmortem.slack.views.Kit.block;
import static dev.postmortem.slack.views.Kit.cut;
import static dev.postmortem.slack.views.Kit.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pieces of Block Kit that people fill in, and the modals around them. An empty start value is
 * left out.
 */
public final class Inputs {
  /** The action id of every input; the block id tells them apart. */
  public static final String FIELD = "field";

  private Inputs() {}

  /** A field that must be filled. */
  public static ObjectNode required(String blockId, String label, ObjectNode element) {
    ObjectNode input = block("input");
    input.put("block_id", blockId);
    input.set("label", plain(cut(label, 2_000)));
    return input.set("element", element.put("action_id", FIELD));
  }

  /** A field that may stay empty. */
  public static ObjectNode optional(String blockId, String label, ObjectNode element) {
    return required(blockId, label, element).put("optional", true);
  }

  /** Adds a hint under a field. */
  public static ObjectNode hinted(ObjectNode input, String hint) {
    return input.set("hint", plain(cut(hint, 2_000)));
  }

  /** One line of text. */
  public static ObjectNode line(String initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "plain_text_input");
    return initial.isEmpty() ? element : element.put("initial_value", cut(initial, 3_000));
  }

  /** Several lines of text. */
  public static ObjectNode lines(String initial) {
    return line(initial).put("multiline", true);
  }

  /** Formatted text; the start value is a rich_text block, null for none. */
  public static ObjectNode rich(@Nullable ObjectNode initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "rich_text_input");
    return initial == null ? element : element.set("initial_value", initial);
  }

  public static ObjectNode user(@Nullable String initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "users_select");
    return initial == null || initial.isEmpty() ? element : element.put("initial_user", initial);
  }

  public static ObjectNode users(Collection<String> initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "multi_users_select");
    if (!initial.isEmpty()) {
      initial.forEach(element.putArray("initial_users")::add);
    }
    return element;
  }

  public static ObjectNode moment(@Nullable Instant initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "datetimepicker");
    return initial == null ? element : element.put("initial_date_time", initial.getEpochSecond());
  }

  public static ObjectNode day(@Nullable LocalDate initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "datepicker");
    return initial == null ? element : element.put("initial_date", initial.toString());
  }

  /** A public or private channel, not a conversation between people. */
  public static ObjectNode channel() {
    ObjectNode element = JSON.createObjectNode().put("type", "conversations_select");
    element.put("default_to_current_conversation", true);
    ObjectNode filter = element.putObject("filter");
    filter.putArray("include").add("public").add("private");
    filter.put("exclude_bot_users", true);
    return element;
  }

  /** One of several; the chosen one, if any, is one of them. */
  public static ObjectNode select(List<Choice> choices, @Nullable String initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "static_select");
    ArrayNode options = element.putArray("options");
    choices.forEach(choice -> options.add(choice.option()));
    choices.stream()
        .filter(choice -> choice.value().equals(initial))
        .findFirst()
        .ifPresent(choice -> element.set("initial_option", choice.option()));
    return element;
  }

  /** One of several, in a menu that stands outside of a labelled field; the words are its label. */
  public static ObjectNode select(List<Choice> choices, @Nullable String initial, String words) {
    return select(choices, initial).set("placeholder", plain(words));
  }

  /** Any of several. */
  public static ObjectNode selectMany(List<Choice> choices, Collection<String> initial) {
    ObjectNode element = JSON.createObjectNode().put("type", "multi_static_select");
    ArrayNode options = element.putArray("options");
    choices.forEach(choice -> options.add(choice.option()));
    List<Choice> chosen = choices.stream().filter(c -> initial.contains(c.value())).toList();
    if (!chosen.isEmpty()) {
      ArrayNode initials = element.putArray("initial_options");
      chosen.forEach(choice -> initials.add(choice.option()));
    }
    return element;
  }

  /** Boxes to tick. */
  public static ObjectNode boxes(List<Choice> choices, Collection<String> ticked) {
    return selectMany(choices, ticked).put("type", "checkboxes");
  }

  /** A modal; without words on its submit button it is only read. */
  public static ObjectNode modal(Frame frame, List<? extends JsonNode> blocks) {
    ObjectNode view = JSON.createObjectNode().put("type", "modal");
    view.put("callback_id", frame.callback());
    view.set("title", plain(cut(frame.title(), 24)));
    if (!frame.submit().isEmpty()) {
      view.set("submit", plain(cut(frame.submit(), 24)));
    }
    view.set("close", plain(frame.submit().isEmpty() ? "Close" : "Cancel"));
    ObjectNode metadata = frame.metadata().deepCopy();
    metadata.set("was", Shown.in(blocks));
    view.put("private_metadata", metadata.toString());
    return view.set("blocks", JSON.createArrayNode().addAll(blocks));
  }

  /**
   * What surrounds the blocks of a modal.
   *
   * @param submit the words on its button, empty for a modal that is only read
   * @param metadata comes back with every click and with the submission
   */
  public record Frame(String callback, String title, String submit, ObjectNode metadata) {}

  /** One option of a menu. */
  public record Choice(String value, String words) {
    ObjectNode option() {
      ObjectNode option = JSON.createObjectNode();
      option.set("text", plain(cut(words, 75)));
      return option.put("value", value);
    }
  }
}
