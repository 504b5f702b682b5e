package dev.postmortem.rehearsal.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands between angle brackets in mrkdwn. */
final class Entity {
  private static final Pattern DATE =
      Pattern.compile("!date\\^(-?\\d+)\\^([^|^]*)(?:\\^([^|]*))?(?:\\|(.*))?");

  private Entity() {}

  /** The rich text leaf of an entity, given without its brackets. */
  static ObjectNode leaf(String entity) {
    int bar = entity.indexOf('|');
    String target = bar < 0 ? entity : entity.substring(0, bar);
    String label = bar < 0 ? "" : entity.substring(bar + 1);
    return switch (entity.charAt(0)) {
      case '@' -> Json.of("type", "user", "user_id", target.substring(1));
      case '#' -> Json.of("type", "channel", "channel_id", target.substring(1));
      case '!' -> special(entity, target, label);
      default -> link(target, label);
    };
  }

  private static ObjectNode special(String entity, String target, String label) {
    if (target.startsWith("!subteam^")) {
      return Json.of("type", "usergroup", "usergroup_id", target.substring(9));
    }
    Matcher date = DATE.matcher(entity);
    if (date.matches()) {
      return Json.of(
          "type",
          "date",
          "timestamp",
          Long.parseLong(date.group(1)),
          "format",
          date.group(2),
          "fallback",
          label);
    }
    return switch (target) {
      case "!here", "!channel", "!everyone" ->
          Json.of("type", "broadcast", "range", target.substring(1));
      default -> Json.of("type", "text", "text", label.isEmpty() ? target.substring(1) : label);
    };
  }

  private static ObjectNode link(String target, String label) {
    ObjectNode link = Json.of("type", "link", "url", Stored.unescape(target));
    return label.isEmpty() ? link : link.put("text", Stored.unescape(label));
  }
}
