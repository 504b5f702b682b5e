package dev.postmortem.rehearsal.blocks;

import static dev.postmortem.rehearsal.blocks.Rules.any;
import static dev.postmortem.rehearsal.blocks.Rules.flag;
import static dev.postmortem.rehearsal.blocks.Rules.id;
import static dev.postmortem.rehearsal.blocks.Rules.list;
import static dev.postmortem.rehearsal.blocks.Rules.oneOf;
import static dev.postmortem.rehearsal.blocks.Rules.text;
import static dev.postmortem.rehearsal.blocks.Rules.url;

import java.util.HashMap;
import java.util.Map;

/** The rules of layout blocks on one surface (page "Reference: blocks"). */
final class Layouts {
  private final Elements elements;
  private final Surface surface;

  Layouts(Surface surface) {
    this.surface = surface;
    elements = new Elements(surface);
  }

  Rule block() {
    Map<String, Rule> rules = new HashMap<>();
    rules.put("section", section());
    rules.put("header", layout().must("text", Composition.plain(150)));
    rules.put("divider", layout());
    rules.put("context", layout().must("elements", list(1, 10, contextPart())));
    rules.put("actions", actions());
    rules.put("image", imageBlock());
    rules.put("input", input());
    rules.put("rich_text", RichTexts.block());
    rules.put("markdown", layout().must("text", text(1, 12_000)));
    rules.put("table", table());
    rules.put("alert", layout().must("text", Composition.anyText(200)).may("style", any()));
    rules.put("video", video());
    rules.put("context_actions", layout().must("elements", list(1, 5, any())));
    rules.keySet().removeIf(type -> !surface.allowsBlock(type));
    return new ByType(rules);
  }

  private static Shape layout() {
    return Shape.typed().may("block_id", id());
  }

  private Rule section() {
    return layout()
        .may("text", Composition.anyText(3000))
        .may("fields", list(1, 10, Composition.anyText(2000)))
        .may("accessory", elements.accessory())
        .may("expand", flag())
        .also(Checks.atLeastOne("text", "fields"));
  }

  private static Rule contextPart() {
    Rule texts = Composition.anyText(3000);
    return new ByType(Map.of("image", Elements.image(), "plain_text", texts, "mrkdwn", texts));
  }

  private Rule actions() {
    return layout()
        .must("elements", list(1, 25, elements.action()))
        .also(Checks.distinct("elements", "action_id"));
  }

  private static Rule imageBlock() {
    return Elements.image().may("block_id", id()).may("title", Composition.plain(2000));
  }

  private Rule input() {
    return layout()
        .must("label", Composition.plain(2000))
        .must("element", elements.input())
        .may("hint", Composition.plain(2000))
        .may("optional", flag())
        .may("dispatch_action", flag())
        .also(Layouts::noDispatchOfFiles);
  }

  private static void noDispatchOfFiles(
      com.fasterxml.jackson.databind.JsonNode block, String at, Findings out) {
    if (block.path("dispatch_action").asBoolean()
        && block.at("/element/type").asText().equals("file_input")) {
      out.add(at + "/dispatch_action", "must not be true for a file_input");
    }
  }

  private static Rule table() {
    Rule cell =
        new ByType(
            Map.of(
                "raw_text",
                Shape.typed().must("text", text(1, 10_000)),
                "rich_text",
                RichTexts.block()));
    Rule column =
        Shape.plain().may("align", oneOf("left", "center", "right")).may("is_wrapped", flag());
    return layout()
        .must("rows", list(1, 100, list(1, 20, cell)))
        .may("column_settings", list(1, 20, column));
  }

  private static Rule video() {
    return layout()
        .must("title", Composition.plain(199))
        .must("alt_text", text(1, 2000))
        .must("video_url", url())
        .must("thumbnail_url", url())
        .may("title_url", url())
        .may("description", Composition.plain(200))
        .may("author_name", text(1, 49))
        .may("provider_name", text(1, 49))
        .may("provider_icon_url", url());
  }
}
