package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Blocks of rich_text as people type them, and as nobody could. */
final class AnyRichText {
  private static final List<String> STYLES =
      List.of("bold", "italic", "strike", "code", "underline", "unlink");
  private final Babble babble;

  AnyRichText(Babble babble) {
    this.babble = babble;
  }

  ObjectNode block() {
    ObjectNode block = node("rich_text");
    ArrayNode elements = block.putArray("elements");
    babble.some(0, 4, this::element).forEach(elements::add);
    return block;
  }

  static ObjectNode node(String type) {
    return SharedCases.JSON.createObjectNode().put("type", type);
  }

  private ObjectNode element() {
    return switch (babble.below(9)) {
      case 0 -> leaves("rich_text_quote");
      case 1 -> preformatted();
      case 2, 3, 4 -> list();
      case 5 -> babble.once(4) ? unknown() : leaves("rich_text_section");
      default -> leaves("rich_text_section");
    };
  }

  /** What Slack may invent next. */
  ObjectNode unknown() {
    ObjectNode unknown = node(babble.one(List.of("hologram", "<b>", "", "text")));
    String name = babble.one(List.of("text", "fallback", "alt_text", "none"));
    return unknown.put(name, babble.text());
  }

  private ObjectNode preformatted() {
    ObjectNode code = node("rich_text_preformatted");
    ArrayNode elements = code.putArray("elements");
    elements.addObject().put("type", "text").put("text", babble.code());
    babble.some(0, 1, this::leaf).forEach(elements::add);
    return code;
  }

  private ObjectNode list() {
    ObjectNode list = node("rich_text_list");
    list.put("style", babble.one(List.of("ordered", "bullet", "bullet", "odd")));
    list.put("indent", babble.once(20) ? babble.below(40) - 9 : babble.below(4));
    if (babble.once(3)) {
      list.put("offset", babble.below(30) - 3);
    }
    ArrayNode points = list.putArray("elements");
    babble.some(0, 3, this::point).forEach(points::add);
    return list;
  }

  private ObjectNode point() {
    return babble.once(12) ? leaves("rich_text_quote") : leaves("rich_text_section");
  }

  private ObjectNode leaves(String type) {
    ObjectNode element = node(type);
    ArrayNode leaves = element.putArray("elements");
    babble.some(0, 5, this::leaf).forEach(leaves::add);
    return element;
  }

  private ObjectNode leaf() {
    ObjectNode leaf =
        switch (babble.below(20)) {
          case 0 -> node("user").put("user_id", babble.id());
          case 1 -> node("usergroup").put("usergroup_id", babble.id());
          case 2 -> node("channel").put("channel_id", babble.id());
          case 3 -> node("team").put("team_id", babble.word());
          case 4 -> node("broadcast").put("range", babble.one(List.of("here", "channel", "<b>")));
          case 5 -> node("color").put("value", babble.word());
          case 6 -> date();
          case 7 -> emoji();
          case 8, 9 -> link();
          case 10 -> unknown();
          default -> node("text").put("text", babble.text());
        };
    if (babble.once(2)) {
      ObjectNode style = leaf.putObject("style");
      babble.some(1, 2, () -> babble.one(STYLES)).forEach(name -> style.put(name, true));
    }
    return leaf;
  }

  private ObjectNode link() {
    ObjectNode link = node("link").put("url", babble.url());
    return babble.once(2) ? link : link.put("text", babble.text());
  }

  private ObjectNode emoji() {
    String name = babble.one(List.of("tada", "wave", "party_parrot", "newest", "<b>", "a b"));
    ObjectNode emoji = node("emoji").put("name", name);
    if (babble.once(2)) {
      emoji.put("skin_tone", babble.below(9));
    }
    return babble.once(2)
        ? emoji
        : emoji.put("unicode", babble.one(List.of("1f469-200d-1f680", "zz", "d83d", "ffffff")));
  }

  private ObjectNode date() {
    ObjectNode date = node("date").put("timestamp", babble.number());
    date.put("format", babble.one(List.of("{date_num} {time}", "", "{x}", babble.word())));
    return babble.once(2) ? date : date.put("fallback", babble.text()).put("url", babble.url());
  }
}
