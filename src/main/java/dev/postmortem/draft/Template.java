package dev.postmortem.draft;

import dev.postmortem.meeting.Policy;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.timeline.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a house has settled: the sections of a post-mortem in their order, the emoji that file
 * messages under them, and how it meets.
 *
 * @param hidden sections that are offered nowhere; what was written into one is shown all the same
 */
public record Template(
    List<Section> sections, List<Section> hidden, EmojiMap emoji, Policy meeting) {
  /** What stands when nobody configures anything else. */
  public static final Template DEFAULT =
      new Template(DefaultSections.LIST, List.of(), EmojiMap.DEFAULT, Policy.DEFAULT);

  public Template {
    sections = List.copyOf(sections);
    hidden = List.copyOf(hidden);
  }

  /** The same with another policy about meetings. */
  public Template with(Policy other) {
    return new Template(sections, hidden, emoji, other);
  }

  /** The section that messages with this tag are filed under, also when it is hidden. */
  public Section tagged(String tag) {
    return all()
        .filter(section -> section.tag().equals(tag))
        .findFirst()
        .orElseGet(() -> Section.unlisted(tag));
  }

  /** The section with this key, also when it is hidden or no longer known. */
  public Section keyed(String key) {
    return all()
        .filter(section -> section.key().equals(key))
        .findFirst()
        .orElseGet(() -> Section.unlisted(key));
  }

  /** The section that people mean by a word, of those that are offered. */
  public Optional<Section> named(String word) {
    return sections.stream().filter(section -> section.isCalled(word)).findFirst();
  }

  /**
   * The sections of a draft: those of the template, and after them every other one that holds
   * something. So no change of the template loses what was written.
   */
  public List<Section> of(Draft draft, List<Entry> timeline) {
    List<Section> all = new ArrayList<>(sections);
    all.addAll(left(draft, timeline));
    return all;
  }

  /** The sections that hold something and are hidden, or no longer in the template at all. */
  public List<Section> left(Draft draft, List<Entry> timeline) {
    return Stream.concat(hidden.stream(), unlisted(draft, timeline))
        .filter(section -> !Completeness.isEmpty(draft, section, timeline))
        .toList();
  }

  private Stream<Section> unlisted(Draft draft, List<Entry> timeline) {
    Set<String> keys = new TreeSet<>(draft.bodies().keySet());
    timeline.forEach(entry -> keys.addAll(entry.tags()));
    all().forEach(section -> keys.removeAll(List.of(section.key(), section.tag())));
    return keys.stream().map(Section::unlisted);
  }

  private Stream<Section> all() {
    return Stream.concat(sections.stream(), hidden.stream());
  }
}
