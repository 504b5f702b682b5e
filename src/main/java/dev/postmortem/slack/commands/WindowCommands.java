package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Template;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.meet.CancelMeeting;
import dev.postmortem.workflow.publish.CorrectDocument;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands that open a window. */
final class WindowCommands {
  private static final Usage TIMELINE =
      new Usage(
          "timeline",
          "",
          "shows the timeline; an entry's time, text and sections can be changed there",
          "timeline");
  private static final Usage MEETING =
      new Usage(
          "meeting", "[cancel]", "plans, moves or cancels the review meeting", "meeting cancel");
  private static final Usage PUBLISH =
      new Usage("publish", "", "checks what is missing, then publishes the document", "publish");
  private static final Usage CORRECT =
      new Usage("correct", "", "opens the published document for changes", "correct");

  private final Desk desk;
  private final Usage editing;
  private final Screens screens;
  private final Windows windows;
  private final CancelMeeting cancelMeeting;
  private final CorrectDocument correct;
  private final Refusals refusals;

  WindowCommands(
      Desk desk,
      Screens screens,
      Windows windows,
      CancelMeeting cancelMeeting,
      CorrectDocument correct) {
    this.desk = desk;
    this.editing = editing(desk.template());
    this.screens = screens;
    this.windows = windows;
    this.cancelMeeting = cancelMeeting;
    this.correct = correct;
    this.refusals = new Refusals(desk);
  }

  List<Command> all() {
    return List.of(
        new Simple(editing, asked -> refusals.with(asked, editing, draft -> edit(asked, draft))),
        new Simple(
            TIMELINE, asked -> refusals.with(asked, TIMELINE, draft -> timeline(asked, draft))),
        new Simple(MEETING, this::meeting),
        new Simple(PUBLISH, asked -> refusals.with(asked, PUBLISH, draft -> publish(asked, draft))),
        new Simple(CORRECT, this::correct));
  }

  private static Usage editing(Template template) {
    String some =
        template.sections().stream()
            .filter(Section::takesText)
            .map(Section::word)
            .findFirst()
            .orElse("tasks");
    return new Usage(
        "edit", "[SECTION]", "fills in the sections, on the page of that section", "edit " + some);
  }

  private Answer edit(Asked asked, Draft draft) {
    Optional<Section> section = Optional.empty();
    if (!asked.isBare()) {
      String name = Typed.unescaped(Typed.unquoted(asked.words()));
      List<Section> all = desk.sections(draft);
      section =
          all.stream()
              .filter(one -> one.isCalled(name) || one.isCalled(Typed.plain(name)))
              .findFirst();
      if (section.isEmpty()) {
        throw new Misused("There is no section of that name. There are: " + names(all) + ".");
      }
    }
    if (!draft.state().isWritable()) {
      return refusals.of(asked, editing, desk.mayChange(asked.which()));
    }
    Optional<Section> wanted = section;
    return windows.open(
        asked.reply(),
        () -> screens.edit(draft, wanted),
        Kit.button(
            "Fill in", Buttons.EDIT, draft.id() + wanted.map(page -> "/" + page.key()).orElse("")));
  }

  private static String names(List<Section> sections) {
    return sections.stream()
        .map(section -> section.word().isEmpty() ? section.key() : section.word())
        .collect(Collectors.joining(", "));
  }

  private Answer timeline(Asked asked, Draft draft) {
    return windows.open(
        asked.reply(),
        () -> screens.timeline(draft, 0),
        button("Timeline", Buttons.TIMELINE, draft));
  }

  private Answer meeting(Asked asked) {
    return switch (Typed.first(asked.words())) {
      case "" -> refusals.with(asked, MEETING, draft -> plan(asked, draft));
      case "cancel" -> refusals.of(asked, MEETING, cancelMeeting.cancel(asked.which()));
      default -> throw new Misused("The meeting is planned in a window; nothing was changed.");
    };
  }

  private Answer plan(Asked asked, Draft draft) {
    if (draft.state() == State.CANCELLED) {
      return refusals.of(asked, MEETING, desk.mayChange(draft));
    }
    return windows.open(
        asked.reply(), () -> screens.meeting(draft), button("Meeting", Buttons.MEETING, draft));
  }

  private Answer publish(Asked asked, Draft draft) {
    if (!draft.state().isWritable()) {
      return refusals.of(asked, PUBLISH, desk.mayChange(draft));
    }
    return windows.open(
        asked.reply(), () -> screens.publish(draft), button("Publish", Buttons.PUBLISH, draft));
  }

  private Answer correct(Asked asked) {
    Outcome outcome = correct.correct(asked.which());
    Answer answer = refusals.of(asked, CORRECT, outcome);
    if (!(outcome instanceof Done done)) {
      return answer;
    }
    if (asked.reply().trigger().isEmpty()) {
      return answer.plus(Kit.actions("open", button("Fill in", Buttons.EDIT, done.draft())));
    }
    windows.open(asked.reply(), () -> screens.edit(done.draft(), Optional.empty()));
    return answer;
  }

  private static com.fasterxml.jackson.databind.node.ObjectNode button(
      String words, String action, Draft draft) {
    return Kit.button(words, action, String.valueOf(draft.id()));
  }
}
