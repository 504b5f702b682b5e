package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who the bot is in its workspace, as {@code auth.test} says.
 *
 * @param url the workspace's address, with a slash at the end
 */
public record Identity(String team, String url, String user, String bot) {

  /** Nobody: the bot never was in this workspace, so nothing there is its own. */
  public static final Identity NONE = new Identity("", "", "", "");

  /** Reads the answer of auth.test. */
  public static Identity of(JsonNode answer) {
    return new Identity(
        answer.path("team_id").asText(),
        answer.path("url").asText(),
        answer.path("user_id").asText(),
        answer.path("bot_id").asText());
  }

  /** Whether the bot itself posted this message. */
  public boolean isMine(JsonNode message) {
    return (!user.isEmpty() && user.equals(message.path("user").asText()))
        || (!bot.isEmpty() && bot.equals(message.path("bot_id").asText()));
  }
}
