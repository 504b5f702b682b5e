package dev.postmortem.rehearsal.blocks;

import static dev.postmortem.rehearsal.blocks.Rules.any;
import static dev.postmortem.rehearsal.blocks.Rules.flag;
import static dev.postmortem.rehearsal.blocks.Rules.id;
import static dev.postmortem.rehearsal.blocks.Rules.list;
import static dev.postmortem.rehearsal.blocks.Rules.number;
import static dev.postmortem.rehearsal.blocks.Rules.oneOf;
import static dev.postmortem.rehearsal.blocks.Rules.text;

import java.util.Map;

/** The rules of rich text (page "Rich text block"). */
final class RichTexts {
  private static final int LONGEST = 40_000;
  private static final int MANY = 1_000;

  private RichTexts() {}

  static Shape block() {
    Map<String, Rule> parts =
        Map.of(
            "rich_text_section",
            leaves(),
            "rich_text_quote",
            leaves().may("border", border()),
            "rich_text_preformatted",
            leaves().may("border", border()).may("language", text(1, 64)),
            "rich_text_list",
            listPart());
    return Shape.typed().may("block_id", id()).must("elements", list(1, MANY, new ByType(parts)));
  }

  private static Rule border() {
    return number(0, 1);
  }

  /** Empty parts occur in the wild and are taken. */
  private static Shape leaves() {
    return Shape.typed().must("elements", list(0, MANY, leaf()));
  }

  private static Rule listPart() {
    return Shape.typed()
        .must("style", oneOf("bullet", "ordered"))
        .must("elements", list(1, MANY, new ByType(Map.of("rich_text_section", leaves()))))
        .may("indent", number(0, 8))
        .may("offset", number(0, 1_000_000))
        .may("border", border());
  }

  private static Rule leaf() {
    return new ByType(
        Map.of(
            "text", styled().must("text", text(1, LONGEST)),
            "link",
                styled()
                    .must("url", text(1, 3000))
                    .may("text", text(1, LONGEST))
                    .may("unsafe", flag()),
            "user", styled().must("user_id", id()),
            "usergroup", styled().must("usergroup_id", id()),
            "team", styled().must("team_id", id()),
            "channel", styled().must("channel_id", id()),
            "emoji",
                styled()
                    .must("name", text(1, 255))
                    .may("unicode", any())
                    .may("skin_tone", number(1, 6)),
            "broadcast", styled().must("range", oneOf("here", "channel", "everyone")),
            "color", styled().must("value", text(1, 32)),
            "date", date()));
  }

  private static Rule date() {
    return styled()
        .must("timestamp", number(-9_999_999_999L, 99_999_999_999L))
        .must("format", text(1, 255))
        .may("url", text(1, 3000))
        .may("fallback", text(1, 3000));
  }

  private static Shape styled() {
    Shape style = Shape.plain();
    for (String name :
        new String[] {
          "bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink"
        }) {
      style.may(name, flag());
    }
    return Shape.typed().may("style", style);
  }
}
