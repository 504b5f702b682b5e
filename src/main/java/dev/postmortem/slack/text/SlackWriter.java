package dev.postmortem.slack.text;

import dev.postmortem.document.Document;
import java.util.List;

/** Writes the finished document as Slack messages, each within Slack's limits. */
public final class SlackWriter {

  /** The summary for the channel first, then what belongs into its thread, in order. */
  public List<SlackMessage> write(Document document) {
    return List.of();
  }
}
