package dev.postmortem.slack.commands;

import dev.postmortem.draft.Section;
import dev.postmortem.draft.Template;
import dev.postmortem.slack.modals.Screens;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.outbound.Arrival;
import dev.postmortem.slack.outbound.Errands;
import dev.postmortem.slack.outbound.Outsiders;
import dev.postmortem.slack.outbound.Papers;
import dev.postmortem.slack.outbound.PrivateReplies;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.slack.views.InBrowser;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.StatusView;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.follow.HandOver;
import dev.postmortem.workflow.incident.CancelPostmortem;
import dev.postmortem.workflow.incident.Finding;
import dev.postmortem.workflow.incident.ReopenIncident;
import dev.postmortem.workflow.incident.ResolveIncident;
import dev.postmortem.workflow.incident.StartPostmortem;
import dev.postmortem.workflow.meet.CancelMeeting;
import dev.postmortem.workflow.publish.CorrectDocument;
import dev.postmortem.workflow.writing.AddNote;
import dev.postmortem.workflow.writing.AssignRole;
import dev.postmortem.workflow.writing.Questions;
import dev.postmortem.workflow.writing.Tasks;
import dev.postmortem.workflow.writing.WriteSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All commands, in the order in which the help lists them. */
public final class Table {
  /** The words that are taken whatever the template says, so that no section can have them. */
  public static final Set<String> RESERVED =
      Set.of(
          "help",
          "start",
          "note",
          "task",
          "tasks",
          "question",
          "answer",
          "questions",
          "role",
          "edit",
          "timeline",
          "meeting",
          "publish",
          "correct",
          "status",
          "resolve",
          "reopen",
          "cancel",
          "list",
          "search",
          "preview",
          "export",
          "template");

  private Table() {}

  /** The commands of a bot. */
  public static Commands of(Desk desk, Verbs verbs, Shown shown) {
    TalkCommands talk = new TalkCommands(desk, verbs, shown.wordings(), shown.outsiders());
    List<Command> all = new ArrayList<>();
    all.add(
        new StartCommand(
            desk,
            verbs.start(),
            shown.screens(),
            shown.wordings(),
            new StartCommand.Ways(shown.arrival(), shown.windows())));
    all.add(new NoteCommand(desk, verbs.notes(), shown.wordings()));
    for (Section section : desk.template().sections()) {
      if (section.takesText()) {
        all.add(new SectionCommand(section, desk, verbs.writing(), shown.wordings()));
      }
    }
    all.add(new TaskCommand(desk, verbs.tasks(), shown.wordings()));
    all.addAll(talk.all());
    all.addAll(
        new WindowCommands(
                desk, shown.screens(), shown.windows(), verbs.cancelMeeting(), verbs.correct())
            .all());
    all.addAll(
        new LifeCommands(
                desk, new StatusView(desk), verbs.resolve(), verbs.reopen(), verbs.cancel())
            .all());
    all.addAll(
        new FindCommands(verbs.finding(), new InBrowser(desk), shown.errands(), shown.replies())
            .all());
    all.addAll(new PaperCommands(desk, shown.papers()).all());
    return new Commands(desk.command(), all, reactions(desk.template()));
  }

  private static String reactions(Template template) {
    String emoji =
        template.emoji().tags().entrySet().stream()
            .map(
                one ->
                    ":" + one.getKey() + ": " + Kit.escape(template.tagged(one.getValue()).title()))
            .collect(Collectors.joining(", "));
    return emoji.isEmpty() ? "" : "\nA reaction files a message: " + emoji + ".";
  }

  /** What commands do. */
  public record Verbs(
      StartPostmortem start,
      AddNote notes,
      WriteSection writing,
      Tasks tasks,
      Questions questions,
      AssignRole roles,
      HandOver handOver,
      ResolveIncident resolve,
      ReopenIncident reopen,
      CancelPostmortem cancel,
      CancelMeeting cancelMeeting,
      CorrectDocument correct,
      Finding finding) {}

  /** How commands show it. */
  public record Shown(
      Screens screens,
      Windows windows,
      Wordings wordings,
      Papers papers,
      Arrival arrival,
      Errands errands,
      PrivateReplies replies,
      Outsiders outsiders) {}
}
