package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A markdown block as the native blocks that Slack makes of it: headings, and rich text between
 * them. Simplified.
 */
public final class Markdown {
  private Markdown() {}

  /** The native blocks, without ids. */
  public static ArrayNode blocks(String markdown) {
    ArrayNode blocks = Json.array();
    StringBuilder body = new StringBuilder();
    for (String line : markdown.split("\n", -1)) {
      if (line.matches("#{1,6} .+")) {
        flush(body, blocks);
        blocks.add(heading(line.replaceFirst("^#+ ", "")));
      } else {
        body.append(line).append('\n');
      }
    }
    flush(body, blocks);
    return blocks;
  }

  private static ObjectNode heading(String text) {
    String cut = text.length() > 150 ? text.substring(0, 150) : text;
    return Json.of("type", "header", "text", Json.of("type", "plain_text", "text", cut));
  }

  private static void flush(StringBuilder body, ArrayNode blocks) {
    String text = body.toString().strip();
    body.setLength(0);
    if (!text.isEmpty()) {
      blocks.add(RichText.block(mrkdwn(text)));
    }
  }

  private static String mrkdwn(String markdown) {
    return Stored.escape(markdown)
        .replaceAll("\\*\\*([^*\n]+)\\*\\*", "*$1*")
        .replaceAll("\\[([^\\]\n]+)\\]\\((https?://[^)\\s]+)\\)", "<$2|$1>")
        .replaceAll("(?m)^\\s*[-*] ", "• ");
  }
}
