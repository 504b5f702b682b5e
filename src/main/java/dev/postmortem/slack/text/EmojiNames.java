package dev.postmortem.slack.text;

import dev.postmortem.timeline.EmojiMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One name for each emoji: Slack tells of the same reaction as {@code +1} and as {@code thumbsup}.
 */
public final class EmojiNames {
  private static final Map<String, String> BY_CHARACTER = firstNames();

  private EmojiNames() {}

  /** The one name for a reaction, without its skin tone; a workspace's own emoji keep theirs. */
  public static String canonical(String reaction) {
    String name = EmojiMap.base(reaction);
    return EmojiTable.character(name)
        .map(character -> BY_CHARACTER.getOrDefault(character, name))
        .orElse(name);
  }

  /** The character of each name, for those who show them. */
  public static Map<String, String> characters() {
    Map<String, String> all = new TreeMap<>();
    for (String name : EmojiTable.names()) {
      EmojiTable.character(name).ifPresent(character -> all.put(name, character));
    }
    return all;
  }

  private static Map<String, String> firstNames() {
    Map<String, String> names = new HashMap<>();
    for (String name : new TreeSet<>(EmojiTable.names())) {
      EmojiTable.character(name).ifPresent(character -> names.putIfAbsent(character, name));
    }
    return names;
  }
}
