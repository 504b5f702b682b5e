package dev.postmortem.draft;

import java.util.Set;

/**
 * One section of the template.
 *
 * @param key its name in the JSON form, such as {@code observations}; what is written into it is
 *     kept by it
 * @param tag what messages are filed by, such as {@code observation}; like the key it never
 *     changes, whatever the section is called; empty for a section that fills itself
 * @param word what people type after the command; empty for a section that nobody types into
 * @param prompt what to write, shown while the section is empty
 * @param required whether the post-mortem can be published without it
 */
public record Section(
    String key, String tag, String word, String title, String prompt, boolean required) {
  private static final Set<String> FILL_THEMSELVES = Set.of("participants", "timeline");
  private static final Set<String> LISTS = Set.of("tasks", "questions");

  /** A section that the template no longer knows, for what was written into it. */
  static Section unlisted(String key) {
    String words = key.replace('_', ' ').strip();
    String title =
        words.isEmpty()
            ? key
            : words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    return new Section(key, key, "", title, "", false);
  }

  /** The section, no longer needed to publish. */
  public Section optional() {
    return new Section(key, tag, word, title, prompt, false);
  }

  /** Whether it is made of what was said and by whom, so that nobody writes it. */
  public boolean fillsItself() {
    return FILL_THEMSELVES.contains(key);
  }

  /** Whether it holds tasks or questions, which have commands of their own. */
  public boolean isList() {
    return LISTS.contains(key);
  }

  /** Whether people write text into it. */
  public boolean takesText() {
    return !fillsItself() && !isList();
  }

  /** Whether messages can be filed under it. */
  public boolean takesMessages() {
    return !tag.isEmpty();
  }

  /** Whether people mean this section by a word: its word, its key or its title, in any case. */
  public boolean isCalled(String name) {
    return word.equalsIgnoreCase(name)
        || key.equalsIgnoreCase(name)
        || title.equalsIgnoreCase(name);
  }
}
