package dev.postmortem.slack.views;

import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Gap;
import dev.postmortem.draft.Task;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.publish.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What still has to be done to a draft, for the person who has to do it. */
final class Missing {
  private final Desk desk;

  Missing(Desk desk) {
    this.desk = desk;
  }

  /** One line each, in plain words; none when it can go out as it is. */
  List<String> of(Draft draft) {
    List<Gap> gaps =
        new Gate(desk).weigh(draft) instanceof Lacking lacking ? lacking.missing() : List.of();
    List<String> lines = new ArrayList<>();
    String unwritten =
        gaps.stream()
            .filter(gap -> gap.kind() == Gap.Kind.SECTION || gap.kind() == Gap.Kind.RESOLVED)
            .map(Gap::words)
            .collect(Collectors.joining(", "));
    named("To be written: ", unwritten).ifPresent(lines::add);
    if (hasNoMeeting(draft)) {
      lines.add("No meeting is planned");
    }
    if (draft.roles().moderator() == null || draft.roles().noteTaker() == null) {
      lines.add("The meeting needs a moderator and a note-taker");
    }
    named("Tasks that nobody owns: ", numbers(gaps, Gap.Kind.TASK)).ifPresent(lines::add);
    named("Questions that nobody answered: ", numbers(gaps, Gap.Kind.QUESTION))
        .ifPresent(lines::add);
    return lines;
  }

  /** The meeting that is still to be held before it can go out. */
  Optional<Meeting> meeting(Draft draft) {
    return desk.store()
        .read(records -> records.meetings().of(draft.id()))
        .filter(meeting -> meeting.isAhead(desk.now()));
  }

  /** What was left open on purpose is not asked about. */
  private static String numbers(List<Gap> gaps, Gap.Kind kind) {
    return gaps.stream()
        .filter(gap -> gap.kind() == kind)
        .map(Gap::about)
        .collect(Collectors.joining(", "));
  }

  private boolean hasNoMeeting(Draft draft) {
    return desk.store()
        .read(records -> records.meetings().of(draft.id()))
        .filter(meeting -> !meeting.cancelled())
        .map(Meeting::at)
        .isEmpty();
  }

  /** The open tasks that nobody owns. */
  static Optional<String> unassigned(Draft draft) {
    String numbers =
        draft.tasks().stream()
            .filter(task -> task.state() == Task.State.OPEN && task.owner() == null)
            .map(task -> String.valueOf(task.number()))
            .collect(Collectors.joining(", "));
    return named("Tasks that nobody owns: ", numbers);
  }

  private static Optional<String> named(String what, String numbers) {
    return numbers.isEmpty() ? Optional.empty() : Optional.of(what + numbers);
  }
}
