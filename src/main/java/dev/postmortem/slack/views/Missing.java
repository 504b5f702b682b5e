package dev.postmortem.slack.views;

import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Gap;
import dev.postmortem.draft.Gap.Kind;
import dev.postmortem.draft.Task;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What still has to be done to a draft, for the person who has to do it. */
final class Missing {
  private static final String UNOWNED = "Tasks that nobody owns: ";
  private final Desk desk;

  Missing(Desk desk) {
    this.desk = desk;
  }

  /**
   * One line each, in plain words; none when it can go out as it is. What somebody decided to leave
   * open is not asked for.
   */
  List<String> of(Draft draft) {
    List<Gap> gaps =
        new Gate(desk).weigh(draft) instanceof Lacking lacking ? lacking.missing() : List.of();
    List<String> lines = new ArrayList<>();
    line("To be written: ", words(gaps, Set.of(Kind.RESOLVED, Kind.SECTION), ", "))
        .ifPresent(lines::add);
    if (planned(draft).isEmpty()) {
      lines.add("No meeting is planned");
    }
    line("The post-mortem needs ", words(gaps, Set.of(Kind.ROLE), " and ")).ifPresent(lines::add);
    line(UNOWNED, numbers(gaps, Kind.TASK)).ifPresent(lines::add);
    line("Questions that nobody answered: ", numbers(gaps, Kind.QUESTION)).ifPresent(lines::add);
    line("To be done first: ", words(gaps, Set.of(Kind.SECRET), ", ")).ifPresent(lines::add);
    return lines;
  }

  /** The meeting that is still to be held before it can go out. */
  Optional<Meeting> meeting(Draft draft) {
    return planned(draft).filter(meeting -> meeting.isAhead(desk.now()));
  }

  private Optional<Meeting> planned(Draft draft) {
    return desk.store()
        .read(records -> records.meetings().of(draft.id()))
        .filter(meeting -> !meeting.cancelled());
  }

  private static String words(List<Gap> gaps, Set<Kind> kinds, String between) {
    return gaps.stream()
        .filter(gap -> kinds.contains(gap.kind()))
        .map(Gap::words)
        .collect(Collectors.joining(between));
  }

  private static String numbers(List<Gap> gaps, Kind kind) {
    return gaps.stream()
        .filter(gap -> gap.kind() == kind)
        .map(Gap::about)
        .collect(Collectors.joining(", "));
  }

  /** The open tasks that nobody owns, also those that are left so on purpose. */
  static Optional<String> unassigned(Draft draft) {
    String numbers =
        draft.tasks().stream()
            .filter(task -> task.state() == Task.State.OPEN && task.owner() == null)
            .map(task -> String.valueOf(task.number()))
            .collect(Collectors.joining(", "));
    return line(UNOWNED, numbers);
  }

  private static Optional<String> line(String what, String which) {
    return which.isEmpty() ? Optional.empty() : Optional.of(what + which);
  }
}
