package dev.postmortem.draft;

import dev.postmortem.timeline.EmojiMap;
import java.util.List;
import java.util.Optional;

/** The sections of a post-mortem in their order, and the emoji that file messages under them. */
public record Template(List<Section> sections, EmojiMap emoji) {
  /** The sections that stand when nobody configures others. */
  public static final Template DEFAULT = new Template(DefaultSections.LIST, EmojiMap.DEFAULT);

  public Template {
    sections = List.copyOf(sections);
  }

  /** The section with this key. */
  public Optional<Section> section(String key) {
    return sections.stream().filter(s -> s.key().equals(key)).findFirst();
  }

  /** The section people mean by a word: its word, its key or its title, in any case. */
  public Optional<Section> named(String word) {
    return sections.stream()
        .filter(
            s ->
                s.word().equalsIgnoreCase(word)
                    || s.key().equalsIgnoreCase(word)
                    || s.title().equalsIgnoreCase(word))
        .findFirst();
  }
}
