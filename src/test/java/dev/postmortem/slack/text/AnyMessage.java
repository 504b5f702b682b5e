package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Messages of Slack's in JSON: what people and bots say, and what nobody says but a foe. */
final class AnyMessage {
  private static final int DEEPEST = 2;
  private final Babble babble;
  private final AnyRichText richText;

  AnyMessage(Babble babble) {
    this.babble = babble;
    this.richText = new AnyRichText(babble);
  }

  String next() {
    ObjectNode message = SharedCases.JSON.createObjectNode();
    if (!babble.once(8)) {
      message.put("text", babble.mrkdwn());
    }
    switch (babble.below(4)) {
      case 0 -> {}
      case 1 -> message.putArray("blocks").add(richText.block());
      default -> {
        message.put("bot_id", "B1");
        blocks(message);
      }
    }
    if (babble.once(4)) {
      attachments(message, 0);
    }
    if (babble.once(6)) {
      files(message.putArray("files"));
    }
    return message.toString();
  }

  private void blocks(ObjectNode into) {
    ArrayNode blocks = into.putArray("blocks");
    babble.some(0, 4, this::block).forEach(blocks::add);
  }

  private ObjectNode block() {
    return switch (babble.below(12)) {
      case 0, 1 -> section();
      case 2 -> put(AnyRichText.node("header"), "text", text("plain_text"));
      case 3 -> context();
      case 4 -> AnyRichText.node("divider");
      case 5 -> image("image");
      case 6 -> AnyRichText.node("markdown").put("text", babble.mrkdwn());
      case 7 -> table();
      case 8 -> put(AnyRichText.node("input"), "label", text("plain_text"));
      case 9 -> put(image("video").put("title_url", babble.url()), "title", text("plain_text"));
      case 10 -> richText.unknown();
      default -> richText.block();
    };
  }

  private static ObjectNode put(ObjectNode into, String name, ObjectNode value) {
    into.set(name, value);
    return into;
  }

  private ObjectNode text(String type) {
    String text = type.equals("mrkdwn") ? babble.mrkdwn() : babble.text();
    return AnyRichText.node(type).put("text", text);
  }

  private ObjectNode section() {
    ObjectNode section = put(AnyRichText.node("section"), "text", text("mrkdwn"));
    ArrayNode fields = section.putArray("fields");
    babble.some(0, 2, () -> text("mrkdwn")).forEach(fields::add);
    if (babble.once(3)) {
      section.set("accessory", image("image"));
    } else if (babble.once(3)) {
      ObjectNode button = AnyRichText.node("button").put("url", babble.url());
      section.set("accessory", put(button, "text", text("plain_text")));
    }
    return section;
  }

  private ObjectNode context() {
    ObjectNode context = AnyRichText.node("context");
    ArrayNode elements = context.putArray("elements");
    babble
        .some(0, 3, () -> babble.once(3) ? image("image") : text("mrkdwn"))
        .forEach(elements::add);
    return context;
  }

  private ObjectNode image(String type) {
    return AnyRichText.node(type).put("image_url", babble.url()).put("alt_text", babble.text());
  }

  private ObjectNode table() {
    ObjectNode table = AnyRichText.node("table");
    ArrayNode rows = table.putArray("rows");
    for (int i = babble.below(4); i > 0; i--) {
      ArrayNode row = rows.addArray();
      babble
          .some(0, 3, () -> babble.once(2) ? text("raw_text") : richText.block())
          .forEach(row::add);
    }
    return table;
  }

  private void attachments(ObjectNode into, int depth) {
    ArrayNode attachments = into.putArray("attachments");
    for (int i = babble.below(3); i > 0; i--) {
      ObjectNode attachment = attachments.addObject();
      for (String name : List.of("pretext", "text", "footer", "fallback")) {
        if (babble.once(3)) {
          attachment.put(name, babble.mrkdwn());
        }
      }
      for (String name : List.of("title", "author_name", "service_name")) {
        if (babble.once(3)) {
          attachment.put(name, babble.text());
        }
      }
      for (String name : List.of("title_link", "author_link", "image_url", "from_url")) {
        if (babble.once(3)) {
          attachment.put(name, babble.url());
        }
      }
      more(attachment, depth);
    }
  }

  private void more(ObjectNode attachment, int depth) {
    if (babble.once(3)) {
      ObjectNode field = attachment.putArray("fields").addObject();
      field.put("title", babble.text()).put("value", babble.mrkdwn());
    }
    if (babble.once(4)) {
      blocks(attachment);
    }
    if (babble.once(6)) {
      files(attachment.putArray("files"));
    }
    if (depth < DEEPEST && babble.once(4)) {
      attachments(attachment, depth + 1);
    }
  }

  private void files(ArrayNode files) {
    for (int i = babble.below(3); i > 0; i--) {
      ObjectNode file = files.addObject().put("id", babble.id()).put("title", babble.text());
      file.put("mimetype", babble.one(List.of("image/png", "text/plain", "image/svg+xml", "")));
      file.put("permalink", babble.url());
      file.put("mode", babble.one(List.of("hosted", "tombstone", "")));
    }
  }
}
