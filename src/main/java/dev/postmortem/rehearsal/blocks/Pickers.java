package dev.postmortem.rehearsal.blocks;

import static dev.postmortem.rehearsal.blocks.Rules.flag;
import static dev.postmortem.rehearsal.blocks.Rules.id;
import static dev.postmortem.rehearsal.blocks.Rules.list;
import static dev.postmortem.rehearsal.blocks.Rules.number;
import static dev.postmortem.rehearsal.blocks.Rules.pattern;
import static dev.postmortem.rehearsal.blocks.Rules.text;

import java.util.HashMap;
import java.util.Map;

/** The rules of elements by which people choose (page "Reference: block elements"). */
final class Pickers {
  private static final int PLACEHOLDER = 150;

  private Pickers() {}

  static Map<String, Rule> all() {
    Map<String, Rule> rules = new HashMap<>();
    rules.put("static_select", options(menu()).may("initial_option", Composition.option()));
    rules.put(
        "multi_static_select",
        options(several(menu())).may("initial_options", list(1, 100, Composition.option())));
    rules.put("external_select", external(menu()).may("initial_option", Composition.option()));
    rules.put(
        "multi_external_select",
        external(several(menu())).may("initial_options", list(1, 100, Composition.option())));
    rules.put("users_select", menu().may("initial_user", id()));
    rules.put("multi_users_select", several(menu()).may("initial_users", list(1, 100, id())));
    rules.put(
        "channels_select", menu().may("initial_channel", id()).may("response_url_enabled", flag()));
    rules.put("multi_channels_select", several(menu()).may("initial_channels", list(1, 100, id())));
    rules.put(
        "conversations_select",
        conversations(menu())
            .may("initial_conversation", id())
            .may("response_url_enabled", flag()));
    rules.put(
        "multi_conversations_select",
        conversations(several(menu())).may("initial_conversations", list(1, 100, id())));
    rules.put("checkboxes", boxes().may("initial_options", list(1, 10, Composition.richOption())));
    rules.put("radio_buttons", boxes().may("initial_option", Composition.richOption()));
    rules.put("overflow", overflow());
    rules.put(
        "datepicker",
        menu().may("initial_date", pattern("\\d{4}-\\d\\d-\\d\\d", "must be a date")));
    rules.put(
        "timepicker",
        menu()
            .may("initial_time", pattern("[0-2]\\d:[0-5]\\d", "must be a time"))
            .may("timezone", text(1, 64)));
    rules.put(
        "datetimepicker",
        element().may("initial_date_time", number(1_000_000_000L, 9_999_999_999L)));
    return rules;
  }

  /** What all elements have. */
  static Shape element() {
    return Shape.typed()
        .may("action_id", id())
        .may("confirm", Composition.confirm())
        .may("focus_on_load", flag());
  }

  private static Shape menu() {
    return element().may("placeholder", Composition.plain(PLACEHOLDER));
  }

  private static Shape several(Shape menu) {
    return menu.may("max_selected_items", number(1, 1000));
  }

  private static Shape options(Shape menu) {
    return menu.may("options", list(1, 100, Composition.option()))
        .may("option_groups", list(1, 100, Composition.optionGroup()))
        .also(Checks.exactlyOne("options", "option_groups"))
        .also(Checks.initialAmongOptions());
  }

  private static Shape external(Shape menu) {
    return menu.may("min_query_length", number(0, 150));
  }

  private static Shape conversations(Shape menu) {
    return menu.may("default_to_current_conversation", flag()).may("filter", Composition.filter());
  }

  private static Shape boxes() {
    return element()
        .must("options", list(1, 10, Composition.richOption()))
        .also(Checks.initialAmongOptions());
  }

  /** The stricter of two documented minimums. */
  private static Rule overflow() {
    return Shape.typed()
        .may("action_id", id())
        .may("confirm", Composition.confirm())
        .must("options", list(2, 5, Composition.overflowOption()));
  }
}
