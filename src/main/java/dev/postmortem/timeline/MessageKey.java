package dev.postmortem.timeline;

/**
 * What identifies a Slack message: a timestamp is unique only within its channel, a channel only
 * within its workspace.
 *
 * @param ts Slack's timestamp as it was delivered, never a number: {@code 1795442709.000100}. A
 *     note that was typed to the bot has none of Slack's; its key starts with {@code note-}
 */
public record MessageKey(String team, String channel, String ts) {

  /** Whether Slack made this key, so that a link to the message exists. */
  public boolean isFromSlack() {
    return !ts.startsWith("note-");
  }
}
