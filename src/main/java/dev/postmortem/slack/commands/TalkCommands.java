package dev.postmortem.slack.commands;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Roles;
import dev.postmortem.slack.commands.Commands.Misused;
import dev.postmortem.slack.commands.Typed.Mentioned;
import dev.postmortem.slack.modals.TaskList;
import dev.postmortem.slack.modals.Wordings;
import dev.postmortem.slack.modals.WorkPage;
import dev.postmortem.slack.outbound.Outsiders;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.follow.HandOver;
import dev.postmortem.workflow.writing.AssignRole;
import dev.postmortem.workflow.writing.Questions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions and their answers, the lists of tasks and questions, and who does what. */
final class TalkCommands {
  private final Desk desk;
  private final Questions questions;
  private final AssignRole roles;
  private final HandOver handOver;
  private final Wordings wordings;
  private final Outsiders outsiders;
  private final Refusals refusals;

  TalkCommands(Desk desk, Table.Verbs verbs, Wordings wordings, Outsiders outsiders) {
    this.outsiders = outsiders;
    this.desk = desk;
    this.questions = verbs.questions();
    this.roles = verbs.roles();
    this.handOver = verbs.handOver();
    this.wordings = wordings;
    this.refusals = new Refusals(desk);
  }

  List<Command> all() {
    return List.of(
        new Simple(TASKS, asked -> refusals.with(asked, TASKS, this::tasks)),
        new Simple(QUESTION, this::ask),
        new Simple(ANSWER, this::answer),
        new Simple(QUESTIONS, asked -> refusals.with(asked, QUESTIONS, this::questions)),
        new Simple(ROLE, this::role));
  }

  private static final Usage TASKS = new Usage("tasks", "", "lists the tasks", "tasks");
  private static final Usage QUESTION =
      new Usage(
          "question",
          "TEXT",
          "keeps what nobody knows yet",
          "question why did the second alert not fire?");
  private static final Usage ANSWER =
      new Usage(
          "answer", "N TEXT", "answers a question", "answer 1 its threshold was set for weekdays");
  private static final Usage QUESTIONS =
      new Usage("questions", "", "lists the questions and their answers", "questions");
  private static final Usage ROLE =
      new Usage(
          "role",
          "owner|moderator|notetaker @USER",
          "names the point person, the moderator, the note-taker (the last two must differ)",
          "role moderator @jane");

  private Answer tasks(Draft draft) {
    if (draft.tasks().isEmpty()) {
      return Answer.say("No tasks yet. " + desk.cmd("task @OWNER TEXT by DATE") + " makes one.");
    }
    return new TaskList(wordings).draw(draft);
  }

  private Answer questions(Draft draft) {
    if (draft.questions().isEmpty()) {
      return Answer.say("No questions yet. " + desk.cmd("question TEXT") + " asks one.");
    }
    return Answer.markup(
        draft.questions().stream()
            .map(question -> WorkPage.question(question, wordings))
            .collect(Collectors.joining("\n")));
  }

  private Answer ask(Asked asked) {
    if (asked.isBare()) {
      throw new Misused("What is the question?");
    }
    return refusals.of(
        asked,
        QUESTION,
        questions.ask(asked.which(), asked.place().user(), wordings.typed(asked.words())));
  }

  private Answer answer(Asked asked) {
    Optional<Integer> number = Typed.number(asked.words());
    String text = Typed.rest(asked.words());
    if (number.isEmpty() || text.isBlank()) {
      throw new Misused("I need the number of the question and the answer.");
    }
    return refusals.of(
        asked,
        ANSWER,
        questions.answer(asked.which(), asked.place().user(), number.get(), wordings.typed(text)));
  }

  private Answer role(Asked asked) {
    String role = Typed.first(asked.words());
    Optional<Mentioned> who = Typed.user(Typed.rest(asked.words()));
    if (who.isEmpty() || !List.of("owner", "moderator", "notetaker").contains(role)) {
      throw new Misused(
          "I need one of the three roles and a person, chosen from the list after @.");
    }
    String user = who.get().user();
    if (role.equals("owner")) {
      return refusals.of(asked, ROLE, handOver.offer(asked.which(), asked.place().user(), user));
    }
    Outcome outcome = roles.assign(asked.which(), before -> changed(before, role, user));
    if (!(outcome instanceof Outcome.Done done)) {
      return refusals.of(asked, ROLE, outcome);
    }
    outsiders.warnOf(done.draft(), asked.place().user(), List.of(user));
    Answer answer =
        Answer.markup(Kit.escape(wordings.name(user)) + " is the " + title(role) + " now.");
    return done.said().isEmpty() ? answer : answer.also(done.said());
  }

  private static Roles changed(Roles before, String role, String user) {
    return role.equals("moderator") ? before.withModerator(user) : before.withNoteTaker(user);
  }

  private static String title(String role) {
    return role.equals("moderator") ? "moderator" : "note-taker";
  }
}
