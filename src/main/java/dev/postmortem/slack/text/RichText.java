package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import java.util.List;

/** Writes blocks as Slack's rich_text, for the initial value of a rich_text_input. */
public final class RichText {
  private RichText() {}

  /** One rich_text block as JSON; people mentioned stay real mentions. */
  public static String write(List<Block> blocks) {
    return "";
  }
}
