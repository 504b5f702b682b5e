package dev.postmortem.rehearsal.who;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * A user of the team, person or bot.
 *
 * @param botId the bot id (B…) of a bot user; empty for a person
 */
public record Person(
    String id,
    String name,
    String realName,
    String displayName,
    String title,
    ZoneId zone,
    String botId,
    Belonging belonging) {

  /** How somebody belongs to the team (page "Guest roles in Slack"). */
  public enum Belonging {
    MEMBER,
    /** Sees only the channels that they were invited to. */
    GUEST,
    /** Deactivated. */
    GONE
  }

  /** A member, or somebody who was one. */
  public Person(
      String id,
      String name,
      String realName,
      String displayName,
      String title,
      ZoneId zone,
      String botId,
      boolean deleted) {
    this(
        id,
        name,
        realName,
        displayName,
        title,
        zone,
        botId,
        deleted ? Belonging.GONE : Belonging.MEMBER);
  }

  /** Whether the account is deactivated. */
  public boolean deleted() {
    return belonging == Belonging.GONE;
  }

  /** Whether it is a bot's user. */
  public boolean isBot() {
    return !botId.isEmpty();
  }

  /** What others see: the display name, or the full name where there is none. */
  public String shownName() {
    return !displayName.isEmpty() ? displayName : realName.isEmpty() ? name : realName;
  }

  /** With another title. */
  public Person withTitle(String value) {
    return new Person(id, name, realName, displayName, value, zone, botId, belonging);
  }

  /** With another name. */
  public Person withName(String value) {
    return new Person(
        id, name, value, displayName.isEmpty() ? "" : value, title, zone, botId, belonging);
  }

  /** In another zone. */
  public Person withZone(ZoneId value) {
    return new Person(id, name, realName, displayName, title, value, botId, belonging);
  }

  /** Deactivated. */
  public Person departed() {
    return new Person(id, name, realName, displayName, title, zone, botId, Belonging.GONE);
  }

  /** A guest from now on. */
  public Person guest() {
    return new Person(id, name, realName, displayName, title, zone, botId, Belonging.GUEST);
  }

  /** The user object; the zone of a deactivated one is not told (method users.info). */
  public ObjectNode json(App app, Instant now) {
    ObjectNode user =
        Json.of(
            "id",
            id,
            "team_id",
            app.teamId(),
            "name",
            name,
            "deleted",
            deleted(),
            "color",
            "9f69e7",
            "real_name",
            realName);
    if (!deleted()) {
      user.put("tz", zone.getId());
      user.put("tz_label", zone.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      user.put("tz_offset", zone.getRules().getOffset(now).getTotalSeconds());
    }
    user.set("profile", profile(app));
    for (String flag :
        new String[] {"is_admin", "is_owner", "is_primary_owner", "is_ultra_restricted"}) {
      user.put(flag, false);
    }
    user.put("is_restricted", belonging == Belonging.GUEST);
    return user.put("is_bot", isBot())
        .put("is_app_user", false)
        .put("updated", now.getEpochSecond());
  }

  private ObjectNode profile(App app) {
    ObjectNode profile =
        Json.of(
            "title",
            title,
            "phone",
            "",
            "skype",
            "",
            "real_name",
            realName,
            "real_name_normalized",
            realName,
            "display_name",
            displayName,
            "display_name_normalized",
            displayName,
            "status_text",
            "",
            "status_emoji",
            "",
            "avatar_hash",
            "g" + id.toLowerCase(Locale.ROOT),
            "team",
            app.teamId());
    for (int size : new int[] {24, 32, 48, 72, 192, 512}) {
      profile.put(
          "image_" + size, "https://secure.gravatar.com/avatar/" + id + "-" + size + ".png");
    }
    if (isBot()) {
      profile.put("bot_id", botId);
    }
    return profile;
  }
}
