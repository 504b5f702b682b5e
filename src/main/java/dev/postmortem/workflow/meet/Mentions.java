package dev.postmortem.workflow.meet;

import java.util.Set;

/** Finds whom a message names. */
public interface Mentions {
  /**
   * The ids of the people in it, each once, without the bot itself; none where it cannot be read.
   *
   * @param raw a Slack message in JSON
   */
  Set<String> in(String raw);
}
