package dev.postmortem.rehearsal.blocks;

import java.util.List;

/**
 * Where blocks are shown, and what is not allowed there (page "Reference: blocks", the surfaces of
 * each).
 */
public enum Surface {
  /** A message. */
  MESSAGE("alert file", "rich_text_input email_text_input number_input url_text_input file_input"),
  /** A modal. */
  MODAL("context_actions file markdown table", "workflow_button feedback_buttons icon_button"),
  /** The Home tab. */
  HOME(
      "alert context_actions file markdown table",
      "datetimepicker email_text_input number_input url_text_input file_input workflow_button"
          + " feedback_buttons icon_button");

  private final String forbiddenBlocks;
  private final String forbiddenElements;

  Surface(String forbiddenBlocks, String forbiddenElements) {
    this.forbiddenBlocks = forbiddenBlocks;
    this.forbiddenElements = forbiddenElements;
  }

  boolean allowsBlock(String type) {
    return !List.of(forbiddenBlocks.split(" ", -1)).contains(type);
  }

  boolean allowsElement(String type) {
    return !List.of(forbiddenElements.split(" ", -1)).contains(type);
  }
}
