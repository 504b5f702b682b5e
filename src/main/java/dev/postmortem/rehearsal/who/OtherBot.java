package dev.postmortem.rehearsal.who;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;

/**
 * Somebody else's bot.
 *
 * @param userId the bot's user; empty for an incoming webhook, which has none
 */
public record OtherBot(String botId, String appId, String userId, String name) {
  /** The bot profile that its messages carry. */
  public ObjectNode profile(String teamId) {
    return profile(botId, appId, name, teamId);
  }

  /** The icons that an incoming webhook's messages carry. */
  public ObjectNode icons() {
    return Json.of("image_36", icon(36), "image_48", icon(48), "image_72", icon(72));
  }

  /** The bot profile of these. */
  public static ObjectNode profile(String botId, String appId, String name, String teamId) {
    ObjectNode icons = Json.of("image_36", icon(36), "image_48", icon(48), "image_72", icon(72));
    return Json.of(
        "id",
        botId,
        "deleted",
        false,
        "name",
        name,
        "updated",
        1_600_000_000,
        "app_id",
        appId,
        "icons",
        icons,
        "team_id",
        teamId);
  }

  private static String icon(int size) {
    return "https://a.slack-edge.com/80588/img/services/bot_" + size + ".png";
  }
}
