package dev.postmortem.draft;

import dev.postmortem.timeline.Entry;
import java.util.ArrayList;
import java.util.List;

/** Whether a draft can be published: {@link Ready}, or {@link Lacking} with what is missing. */
public sealed interface Completeness {

  /** Weighs a draft together with its timeline, by the template's rules. */
  static Completeness of(Draft draft, Template template, List<Entry> timeline) {
    List<String> missing = new ArrayList<>();
    if (draft.headline().resolved() == null) {
      missing.add("The incident is not resolved");
    }
    for (Section section : template.sections()) {
      if (section.required() && isEmpty(draft, section, timeline)) {
        missing.add(section.title());
      }
    }
    return missing.isEmpty() ? new Ready(draft) : new Lacking(missing);
  }

  /**
   * Whether nothing was written into a section, it has no task or question, and no visible message
   * is filed under it.
   */
  static boolean isEmpty(Draft draft, Section section, List<Entry> timeline) {
    return draft.body(section.key()).remarks().isEmpty()
        && hasNoList(draft, section)
        && timeline.stream()
            .noneMatch(entry -> !entry.amendment().hidden() && entry.isTagged(section.tag()));
  }

  private static boolean hasNoList(Draft draft, Section section) {
    return switch (section.key()) {
      case "tasks" -> draft.tasks().isEmpty();
      case "questions" -> draft.questions().isEmpty();
      default -> true;
    };
  }

  /** Nothing is missing. Only such a draft is published. */
  final class Ready implements Completeness {
    private final Draft draft;

    private Ready(Draft draft) {
      this.draft = draft;
    }

    /** The draft that was weighed. */
    public Draft draft() {
      return draft;
    }
  }

  /** Something is missing: the titles of the sections, or what else. */
  record Lacking(List<String> missing) implements Completeness {
    public Lacking {
      missing = List.copyOf(missing);
    }
  }
}
