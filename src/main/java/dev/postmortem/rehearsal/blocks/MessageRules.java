package dev.postmortem.rehearsal.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.rehearsal.text.Json;

/** The rules of a message's blocks. */
public final class MessageRules {
  private static final int MOST_BLOCKS = 50;
  private static final Rule BLOCKS =
      Rules.list(0, MOST_BLOCKS, new Layouts(Surface.MESSAGE).block());

  private MessageRules() {}

  /** What is wrong with the blocks; the pointers start with this one. */
  public static Findings check(JsonNode blocks, String at) {
    Findings findings = new Findings();
    BLOCKS.check(blocks, at, findings);
    Checks.distinct("blocks", "block_id")
        .check(Json.of("blocks", blocks), at.replaceFirst("/blocks$", ""), findings);
    if (Totals.tooMuchMarkdown(blocks)) {
      findings.add(at, "the markdown blocks must be less than 12001 characters together");
    }
    return findings;
  }
}
