package dev.postmortem.slack.views;

import dev.postmortem.draft.Completeness;
import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Task;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Desk;
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
    List<String> lines = new ArrayList<>();
    Completeness completeness =
        desk.store()
            .read(
                records ->
                    Completeness.of(draft, desk.template(), records.timelines().filed(draft.id())));
    if (completeness instanceof Lacking lacking) {
      lines.add("To be written: " + String.join(", ", lacking.missing()));
    }
    if (hasNoMeeting(draft)) {
      lines.add("No meeting is planned");
    }
    if (draft.roles().moderator() == null || draft.roles().noteTaker() == null) {
      lines.add("The meeting needs a moderator and a note-taker");
    }
    unassigned(draft).ifPresent(lines::add);
    unanswered(draft).ifPresent(lines::add);
    return lines;
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

  private static Optional<String> unanswered(Draft draft) {
    String numbers =
        draft.questions().stream()
            .filter(question -> question.answers().isEmpty())
            .map(Question::number)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return named("Questions that nobody answered: ", numbers);
  }

  private static Optional<String> named(String what, String numbers) {
    return numbers.isEmpty() ? Optional.empty() : Optional.of(what + numbers);
  }
}
