package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stored mrkdwn as a rich_text block, which Slack adds to a message that came as text. */
public final class RichText {
  private static final Pattern FENCE = Pattern.compile("```\\n?([\\s\\S]+?)\\n?```\\n?");
  private static final Pattern QUOTES = Pattern.compile("(?m)(?:^&gt; ?[^\\n]*(?:\\n|$))+");
  private static final Pattern QUOTE_MARK = Pattern.compile("(?m)^&gt; ?");

  private RichText() {}

  /** A rich_text block without a block_id. */
  public static ObjectNode block(String mrkdwn) {
    ArrayNode elements = Json.array();
    Matcher fence = FENCE.matcher(mrkdwn);
    int from = 0;
    while (fence.find()) {
      quotesAndSections(mrkdwn.substring(from, fence.start()), elements);
      ObjectNode code = Json.of("type", "text", "text", Stored.unescape(fence.group(1)));
      elements.add(
          Json.of("type", "rich_text_preformatted", "elements", Json.array(code), "border", 0));
      from = fence.end();
    }
    quotesAndSections(mrkdwn.substring(from), elements);
    return Json.of("type", "rich_text", "elements", elements);
  }

  private static void quotesAndSections(String text, ArrayNode out) {
    Matcher quote = QUOTES.matcher(text);
    int from = 0;
    while (quote.find()) {
      part("rich_text_section", text.substring(from, quote.start()), out);
      part(
          "rich_text_quote", QUOTE_MARK.matcher(quote.group()).replaceAll("").stripTrailing(), out);
      from = quote.end();
    }
    part("rich_text_section", text.substring(from), out);
  }

  private static void part(String type, String text, ArrayNode out) {
    if (!text.isEmpty()) {
      ArrayNode leaves = Json.array();
      Inline.leaves(text, Json.of(), leaves);
      out.add(Json.of("type", type, "elements", merged(leaves)));
    }
  }

  /** Neighbouring text leaves of the same style are one leaf, as Slack's own editor leaves them. */
  private static ArrayNode merged(ArrayNode leaves) {
    ArrayNode merged = Json.array();
    for (JsonNode leaf : leaves) {
      JsonNode last = merged.path(merged.size() - 1);
      if (bothText(leaf, last) && leaf.path("style").equals(last.path("style"))) {
        ((ObjectNode) last).put("text", last.path("text").asText() + leaf.path("text").asText());
      } else {
        merged.add(leaf);
      }
    }
    return merged;
  }

  private static boolean bothText(JsonNode one, JsonNode other) {
    return one.path("type").asText().equals("text") && other.path("type").asText().equals("text");
  }
}
