package dev.postmortem.rehearsal.blocks;

import static dev.postmortem.rehearsal.blocks.Rules.any;
import static dev.postmortem.rehearsal.blocks.Rules.flag;
import static dev.postmortem.rehearsal.blocks.Rules.id;
import static dev.postmortem.rehearsal.blocks.Rules.list;
import static dev.postmortem.rehearsal.blocks.Rules.number;
import static dev.postmortem.rehearsal.blocks.Rules.oneOf;
import static dev.postmortem.rehearsal.blocks.Rules.text;
import static dev.postmortem.rehearsal.blocks.Rules.url;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of block elements, and where each may stand (page "Reference: block elements"). */
final class Elements {
  private static final Set<String> ACCESSORIES =
      Set.of(
          "button",
          "checkboxes",
          "datepicker",
          "image",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "overflow",
          "radio_buttons",
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "timepicker",
          "workflow_button");

  /** Multi-selects are left out: Slack's pages disagree, so the stricter holds. */
  private static final Set<String> ACTIONS =
      Set.of(
          "button",
          "checkboxes",
          "datepicker",
          "datetimepicker",
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "overflow",
          "radio_buttons",
          "timepicker",
          "rich_text_input",
          "workflow_button");

  private static final Set<String> INPUTS =
      Set.of(
          "checkboxes",
          "datepicker",
          "datetimepicker",
          "email_text_input",
          "file_input",
          "multi_static_select",
          "multi_external_select",
          "multi_users_select",
          "multi_conversations_select",
          "multi_channels_select",
          "number_input",
          "plain_text_input",
          "radio_buttons",
          "rich_text_input",
          "static_select",
          "external_select",
          "users_select",
          "conversations_select",
          "channels_select",
          "timepicker",
          "url_text_input");

  private final ByType rules;

  Elements(Surface surface) {
    Map<String, Rule> all = new HashMap<>(Pickers.all());
    all.putAll(Writing.all());
    all.put("button", button());
    all.put("image", image());
    all.put(
        "workflow_button",
        Pickers.element().must("text", Composition.plain(75)).must("workflow", any()));
    rules =
        new ByType(
            all.entrySet().stream()
                .filter(rule -> surface.allowsElement(rule.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  Rule accessory() {
    return rules.only(ACCESSORIES);
  }

  Rule action() {
    return rules.only(ACTIONS);
  }

  Rule input() {
    return rules.only(INPUTS);
  }

  private static Rule button() {
    return Shape.typed()
        .must("text", Composition.plain(75))
        .may("action_id", id())
        .may("url", url())
        .may("value", text(1, 2000))
        .may("style", oneOf("primary", "danger"))
        .may("confirm", Composition.confirm())
        .may("accessibility_label", text(1, 75));
  }

  /** The image element: without a description it is refused. */
  static Shape image() {
    return Shape.typed()
        .may("image_url", url())
        .may("slack_file", Composition.slackFile())
        .must("alt_text", text(1, 2000))
        .also(Checks.exactlyOne("image_url", "slack_file"));
  }

  /** Elements into which people write or drop something. */
  private static final class Writing {
    static Map<String, Rule> all() {
      return Map.of(
          "plain_text_input", plainTextInput(),
          "rich_text_input", richTextInput(),
          "number_input", numberInput(),
          "email_text_input", written().may("initial_value", text(0, 3000)),
          "url_text_input", written().may("initial_value", text(0, 3000)),
          "file_input", fileInput());
    }

    private static Shape written() {
      return Shape.typed()
          .may("action_id", id())
          .may("placeholder", Composition.plain(150))
          .may("dispatch_action_config", Composition.dispatch())
          .may("focus_on_load", flag());
    }

    private static Rule plainTextInput() {
      return written()
          .may("initial_value", text(0, 3000))
          .may("multiline", flag())
          .may("min_length", number(0, 3000))
          .may("max_length", number(1, 3000))
          .also(Checks.ordered("min_length", "max_length"))
          .also(Checks.initialWithinLength());
    }

    private static Rule richTextInput() {
      return written()
          .must("action_id", id())
          .may("initial_value", RichTexts.block())
          .may("min_lines", number(1, 100))
          .may("max_lines", number(1, 100))
          .also(Checks.ordered("min_lines", "max_lines"));
    }

    private static Rule numberInput() {
      return written()
          .must("is_decimal_allowed", flag())
          .may("initial_value", text(1, 64))
          .may("min_value", text(1, 64))
          .may("max_value", text(1, 64))
          .also(Checks.ordered("min_value", "max_value"));
    }

    private static Rule fileInput() {
      return Shape.typed()
          .may("action_id", id())
          .may("filetypes", list(1, 100, text(1, 32)))
          .may("max_files", number(1, 10));
    }
  }
}
