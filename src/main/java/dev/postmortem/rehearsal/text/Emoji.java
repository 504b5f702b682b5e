package dev.postmortem.rehearsal.text;

import java.util.Map;

/**
 * The common emoji by their names in Slack: sent as Unicode, they are stored by name. Not the whole
 * list.
 */
final class Emoji {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("🔥", "fire"),
          Map.entry("✅", "white_check_mark"),
          Map.entry("❌", "x"),
          Map.entry("⚠️", "warning"),
          Map.entry("🚨", "rotating_light"),
          Map.entry("🎉", "tada"),
          Map.entry("👍", "+1"),
          Map.entry("👎", "-1"),
          Map.entry("👀", "eyes"),
          Map.entry("📌", "pushpin"),
          Map.entry("📝", "memo"),
          Map.entry("📋", "clipboard"),
          Map.entry("🔍", "mag"),
          Map.entry("💡", "bulb"),
          Map.entry("💥", "boom"),
          Map.entry("🩹", "adhesive_bandage"),
          Map.entry("🏆", "trophy"),
          Map.entry("🚧", "construction"),
          Map.entry("🎓", "mortar_board"),
          Map.entry("💬", "speech_balloon"),
          Map.entry("🙏", "pray"),
          Map.entry("😀", "grinning"),
          Map.entry("😢", "cry"),
          Map.entry("👋", "wave"),
          Map.entry("📅", "date"),
          Map.entry("⏰", "alarm_clock"),
          Map.entry("🟢", "large_green_circle"),
          Map.entry("🔴", "red_circle"));

  private Emoji() {}

  /** The text with known emoji as {@code :name:}. */
  static String named(String text) {
    if (text.chars().allMatch(character -> character < 0x2000)) {
      return text;
    }
    String result = text;
    for (Map.Entry<String, String> emoji : NAMES.entrySet()) {
      result = result.replace(emoji.getKey(), ":" + emoji.getValue() + ":");
    }
    return result;
  }
}
