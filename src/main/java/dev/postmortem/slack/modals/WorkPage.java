package dev.postmortem.slack.modals;

import static dev.postmortem.slack.views.Inputs.day;
import static dev.postmortem.slack.views.Inputs.line;
import static dev.postmortem.slack.views.Inputs.optional;
import static dev.postmortem.slack.views.Inputs.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.TaskHints;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.writing.Questions;
import dev.postmortem.workflow.writing.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The page with tasks and questions: those there are, each with a button, and a field for one more.
 */
public final class WorkPage {
  /** Opens a task. */
  public static final String TASK = "pm_task_edit";

  /** Opens a question. */
  public static final String QUESTION = "pm_question_edit";

  private static final int SHOWN = 30;
  private final Tasks tasks;
  private final Questions questions;
  private final Wordings wordings;

  public WorkPage(Tasks tasks, Questions questions, Wordings wordings) {
    this.tasks = tasks;
    this.questions = questions;
    this.wordings = wordings;
  }

  List<JsonNode> draw(Draft draft) {
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.header("Tasks"));
    blocks.add(Kit.context(draft.tasks().isEmpty() ? "None yet." : count(draft.tasks())));
    draft.tasks().stream()
        .limit(SHOWN)
        .forEach(task -> blocks.add(changeable(draft, task, wordings)));
    TaskHints.of(draft.tasks()).ifPresent(hints -> blocks.add(Kit.context(hints)));
    blocks.add(optional(field("task", draft.tasks()), "One more task", line("")));
    blocks.add(optional(field("task_owner", draft.tasks()), "Its owner", user(null)));
    blocks.add(optional(field("task_due", draft.tasks()), "Due", day(null)));
    blocks.add(Kit.header("Questions"));
    draft.questions().stream().limit(SHOWN).forEach(one -> blocks.add(question(draft, one)));
    blocks.add(optional(field("question", draft.questions()), "One more question", line("")));
    return blocks;
  }

  /**
   * A field for one more has another id once one more is there: Slack keeps what stands in a field
   * as long as its id stays, and the same task would be made again.
   */
  private static String field(String name, List<?> there) {
    return name + "/" + there.size();
  }

  private static String field(String name, Form form) {
    return form.blocks().stream().filter(id -> id.startsWith(name + "/")).findFirst().orElse(name);
  }

  private static String count(List<Task> tasks) {
    long open = tasks.stream().filter(task -> task.state() == Task.State.OPEN).count();
    return open + " open of " + tasks.size();
  }

  /** One task with a button that changes it. */
  public static JsonNode changeable(Draft draft, Task task, Wordings wordings) {
    String value = draft.id() + "/" + task.number();
    return Kit.section(
        task(task, wordings),
        Kit.labelled(
            Kit.button("Change", TASK + ":" + task.number(), value),
            "Change task " + task.number()));
  }

  /** One task as a line of Slack's markup. */
  public static String task(Task task, Wordings wordings) {
    String words = wordings.markup(task.raw());
    String owner = task.owner() == null ? "unassigned" : Kit.escape(wordings.name(task.owner()));
    String due = task.due() == null ? "" : ", due " + task.due();
    String reason = task.reason().isEmpty() ? "" : ": " + Kit.escape(task.reason());
    return "*"
        + task.number()
        + ".* "
        + words
        + " – "
        + owner
        + due
        + " ("
        + task.state().word()
        + reason
        + ")";
  }

  private JsonNode question(Draft draft, Question question) {
    String value = draft.id() + "/" + question.number();
    return Kit.section(
        question(question, wordings),
        Kit.labelled(
            Kit.button("Answer", QUESTION, value), "Answer question " + question.number()));
  }

  /** One question and its answers in Slack's markup. */
  public static String question(Question question, Wordings wordings) {
    StringBuilder text = new StringBuilder("*" + question.number() + ".* ");
    text.append(wordings.markup(question.raw()));
    question
        .answers()
        .forEach(
            answer ->
                text.append("\n→ ")
                    .append(wordings.markup(answer.raw()))
                    .append(" (")
                    .append(Kit.escape(wordings.name(answer.by())))
                    .append(")"));
    return question.answers().isEmpty() ? text.append(" – unanswered").toString() : text.toString();
  }

  Optional<Reply> save(Draft draft, Form form) {
    Which which = Which.of(draft.id());
    String task = form.text(field("task", form));
    if (!task.isEmpty()) {
      Tasks.Wish wish =
          new Tasks.Wish(
              wordings.plain(task),
              form.user(field("task_owner", form)).orElse(null),
              form.day(field("task_due", form)).orElse(null),
              null);
      Optional<Reply> fault =
          EditModal.fault(tasks.make(which, form.user(), wish), field("task", form));
      if (fault.isPresent()) {
        return fault;
      }
    }
    String question = form.text(field("question", form));
    return question.isEmpty()
        ? Optional.empty()
        : EditModal.fault(
            questions.ask(which, form.user(), wordings.plain(question)), field("question", form));
  }
}
