package dev.postmortem.rehearsal.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.Stored;

/** What is counted over all blocks of a message together. */
public final class Totals {
  private static final int HEADER_WEIGHT = 100;
  private static final int MOST = 13_000;
  private static final int MOST_MARKDOWN = 12_000;

  private Totals() {}

  /**
   * Whether all the texts together are too long; undocumented, measured at about 13,200 escaped
   * characters.
   */
  public static boolean tooLong(JsonNode blocks) {
    return Json.each(blocks).mapToInt(Totals::weight).sum() > MOST;
  }

  private static int weight(JsonNode block) {
    int extra = block.path("type").asText().equals("header") ? HEADER_WEIGHT : 0;
    return extra + texts(block);
  }

  private static int texts(JsonNode node) {
    int sum =
        node.path("text").isTextual() ? Stored.fromApp(node.path("text").textValue()).length() : 0;
    for (JsonNode child : node) {
      sum += child.isContainerNode() ? texts(child) : 0;
    }
    return sum;
  }

  /** Whether the markdown blocks together are too long (page "Markdown block": cumulative). */
  static boolean tooMuchMarkdown(JsonNode blocks) {
    return Json.each(blocks)
            .filter(block -> block.path("type").asText().equals("markdown"))
            .mapToInt(block -> block.path("text").asText().length())
            .sum()
        > MOST_MARKDOWN;
  }

  /** Whether there is more than one table (page "Table block"). */
  public static boolean tooManyTables(JsonNode blocks) {
    return Json.each(blocks).filter(block -> block.path("type").asText().equals("table")).count()
        > 1;
  }
}
