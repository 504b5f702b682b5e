package dev.postmortem.timeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which reaction files a message under which section.
 *
 * @param tags the emoji's canonical name, without colons, to the section's word
 */
public record EmojiMap(Map<String, String> tags) {
  /** Emoji that people do not use in passing. */
  public static final EmojiMap DEFAULT = new EmojiMap(defaults());

  public EmojiMap {
    tags = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** The section's word for a reaction as Slack names it, skin tone and all. */
  public Optional<String> tag(String reaction) {
    return Optional.ofNullable(tags.get(base(reaction)));
  }

  /** A reaction's name without its skin tone. */
  public static String base(String reaction) {
    int tone = reaction.indexOf("::");
    return tone < 0 ? reaction : reaction.substring(0, tone);
  }

  private static Map<String, String> defaults() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("pushpin", "key");
    map.put("mag", "observation");
    map.put("thermometer", "symptom");
    map.put("bulb", "hypothesis");
    map.put("adhesive_bandage", "remediation");
    map.put("boom", "impact");
    map.put("speech_balloon", "detail");
    map.put("camera_with_flash", "image");
    map.put("clipboard", "task");
    map.put("grey_question", "question");
    map.put("trophy", "well");
    map.put("construction", "badly");
    map.put("mortar_board", "learned");
    return map;
  }
}
