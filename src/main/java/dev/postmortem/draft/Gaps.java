package dev.postmortem.draft;

import dev.postmortem.draft.Completeness.Scales;
import dev.postmortem.draft.Gap.Kind;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Printed;
import java.util.ArrayList;
import java.util.List;

/** Finds what stands between one draft and its readers. */
final class Gaps {
  private final Draft draft;
  private final Scales scales;
  private final List<Gap> gaps = new ArrayList<>();

  Gaps(Draft draft, Scales scales) {
    this.draft = draft;
    this.scales = scales;
  }

  /** All of them, in the order in which they are worked off. */
  List<Gap> found() {
    if (draft.headline().resolved() == null) {
      add(Kind.RESOLVED, "", "The incident is not resolved");
    }
    sections();
    roles();
    tasks();
    questions();
    meeting();
    gaps.addAll(scales.secrets());
    return gaps;
  }

  private void add(Kind kind, String about, String words) {
    gaps.add(new Gap(kind, about, words));
  }

  private void sections() {
    scales.template().sections().stream()
        .filter(Section::required)
        .filter(section -> Completeness.isEmpty(draft, section, scales.filed()))
        .forEach(section -> add(Kind.SECTION, section.key(), section.title()));
  }

  private void roles() {
    Roles roles = draft.roles();
    if (roles.owner().isBlank()) {
      add(Kind.ROLE, "owner", "a point person");
    }
    if (roles.moderator() == null) {
      add(Kind.ROLE, "moderator", "a moderator");
    }
    if (roles.noteTaker() == null) {
      add(Kind.ROLE, "notetaker", "a note-taker");
    } else if (roles.clash()) {
      add(Kind.ROLE, "notetaker", "a note-taker who is not the moderator");
    }
  }

  private void tasks() {
    draft.tasks().stream()
        .filter(task -> task.state() == Task.State.OPEN && task.owner() == null)
        .filter(task -> !scales.waives(Waiver.Subject.TASK, task.number()))
        .forEach(
            task ->
                add(Kind.TASK, String.valueOf(task.number()), "an owner of task " + task.number()));
  }

  private void questions() {
    draft.questions().stream()
        .filter(question -> question.answers().isEmpty())
        .filter(question -> !scales.waives(Waiver.Subject.QUESTION, question.number()))
        .forEach(
            question ->
                add(
                    Kind.QUESTION,
                    String.valueOf(question.number()),
                    "an answer to question " + question.number()));
  }

  /** A meeting was held when its time has come and nobody called it off. */
  private void meeting() {
    Meeting meeting = scales.meeting();
    if (meeting == null || meeting.cancelled()) {
      add(Kind.MEETING, "", "the review meeting");
    } else if (meeting.at().isAfter(scales.now())) {
      add(
          Kind.MEETING,
          "",
          "the review meeting, which is on " + Printed.withWeekday(meeting.at(), meeting.zone()));
    }
  }
}
