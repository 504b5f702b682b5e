package dev.postmortem.rehearsal.blocks;

import static dev.postmortem.rehearsal.blocks.Rules.flag;
import static dev.postmortem.rehearsal.blocks.Rules.list;
import static dev.postmortem.rehearsal.blocks.Rules.oneOf;
import static dev.postmortem.rehearsal.blocks.Rules.text;
import static dev.postmortem.rehearsal.blocks.Rules.url;

import java.util.Map;

/** The rules of composition objects (page "Reference: composition objects"). */
final class Composition {
  private static final int LABEL = 75;

  private Composition() {}

  /** plain_text of 1 to so many characters; verbatim has no place in it. */
  static Rule plain(int most) {
    return new ByType(Map.of("plain_text", plainShape(most)));
  }

  /** plain_text or mrkdwn; emoji belongs to the one, verbatim to the other. */
  static Rule anyText(int most) {
    return new ByType(Map.of("plain_text", plainShape(most), "mrkdwn", mrkdwnShape(most)));
  }

  private static Shape plainShape(int most) {
    return Shape.typed().must("text", text(1, most)).may("emoji", flag());
  }

  private static Shape mrkdwnShape(int most) {
    return Shape.typed().must("text", text(1, most)).may("verbatim", flag());
  }

  static Rule confirm() {
    return Shape.plain()
        .must("title", plain(100))
        .must("text", anyText(300))
        .must("confirm", plain(30))
        .must("deny", plain(30))
        .may("style", oneOf("primary", "danger"));
  }

  /**
   * The option of a select: plain text only. The stricter of two documented bounds for the value.
   */
  static Shape option() {
    return option(plain(LABEL));
  }

  /** The option of checkboxes and radio buttons: mrkdwn is allowed. */
  static Shape richOption() {
    return option(anyText(LABEL)).may("description", anyText(LABEL));
  }

  /** The option of an overflow menu: it may lead to an address. */
  static Shape overflowOption() {
    return option().may("url", url());
  }

  private static Shape option(Rule label) {
    return Shape.plain()
        .must("text", label)
        .must("value", text(1, LABEL))
        .may("description", plain(LABEL));
  }

  static Rule optionGroup() {
    return Shape.plain().must("label", plain(LABEL)).must("options", list(1, 100, option()));
  }

  static Rule filter() {
    return Shape.plain()
        .may("include", list(1, 4, oneOf("im", "mpim", "private", "public")))
        .may("exclude_external_shared_channels", flag())
        .may("exclude_bot_users", flag())
        .also(Checks.notEmpty());
  }

  static Rule dispatch() {
    return Shape.plain()
        .must("trigger_actions_on", list(1, 2, oneOf("on_enter_pressed", "on_character_entered")));
  }

  static Rule slackFile() {
    return Shape.plain()
        .may("id", text(1, 255))
        .may("url", url())
        .also(Checks.exactlyOne("id", "url"));
  }
}
