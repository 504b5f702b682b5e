package dev.postmortem.draft;

import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a draft can be published: {@link Ready}, or {@link Lacking} with what is missing. */
public sealed interface Completeness {

  /** What a draft is weighed by. */
  static Completeness of(Draft draft, Scales scales) {
    List<Gap> gaps = new Gaps(draft, scales).found();
    return gaps.isEmpty() ? new Ready(draft, List.of(), "") : new Lacking(draft, gaps);
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

  /**
   * What a draft is weighed by.
   *
   * @param template says which sections are needed
   * @param filed the entries that are filed under a section
   * @param meeting the review meeting, also a cancelled one; null when none was ever planned
   * @param waivers what people decided to leave as it is
   * @param secrets what a search for secrets found
   */
  record Scales(
      Template template,
      List<Entry> filed,
      @Nullable Meeting meeting,
      List<Waiver> waivers,
      List<Gap> secrets,
      Instant now) {
    public Scales {
      filed = List.copyOf(filed);
      waivers = List.copyOf(waivers);
      secrets = List.copyOf(secrets);
    }

    boolean waives(Waiver.Subject subject, int number) {
      return waivers.stream().anyMatch(one -> one.isAbout(subject, String.valueOf(number)));
    }
  }

  /** Nothing is missing, or what is was let pass for a reason. Only such a draft is published. */
  final class Ready implements Completeness {
    private final Draft draft;
    private final List<Gap> passed;
    private final String reason;

    private Ready(Draft draft, List<Gap> passed, String reason) {
      this.draft = draft;
      this.passed = List.copyOf(passed);
      this.reason = reason;
    }

    /** The draft that was weighed. */
    public Draft draft() {
      return draft;
    }

    /** What was missing and let pass, empty when nothing was. */
    public List<Gap> passed() {
      return passed;
    }

    /** Why it was let pass, empty when nothing was. */
    public String reason() {
      return reason;
    }
  }

  /** Something is missing. */
  record Lacking(Draft draft, List<Gap> missing) implements Completeness {
    public Lacking {
      missing = List.copyOf(missing);
    }

    /** Whether a reason lets all of it pass. */
    public boolean canBeWaived() {
      return missing.stream().allMatch(Gap::canBeWaived);
    }

    /** The draft as it is, for a reason; empty when there is none, or none would do. */
    public Optional<Ready> allTheSame(String reason) {
      return canBeWaived() && !reason.isBlank()
          ? Optional.of(new Ready(draft, missing, reason.strip()))
          : Optional.empty();
    }

    /** What is missing, to be read in a list. */
    public List<String> words() {
      return missing.stream().map(Gap::words).toList();
    }
  }
}
