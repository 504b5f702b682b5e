package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import java.util.List;

/** Writes blocks as mrkdwn, for short answers. It notifies nobody. */
public final class Mrkdwn {
  private Mrkdwn() {}

  public static String write(List<Block> blocks) {
    return "";
  }

  /** Text that means itself in mrkdwn: no entity, no mention. */
  public static String escape(String text) {
    return "";
  }
}
