package dev.postmortem.slack.modals;

import static dev.postmortem.slack.views.Inputs.day;
import static dev.postmortem.slack.views.Inputs.line;
import static dev.postmortem.slack.views.Inputs.lines;
import static dev.postmortem.slack.views.Inputs.optional;
import static dev.postmortem.slack.views.Inputs.required;
import static dev.postmortem.slack.views.Inputs.select;
import static dev.postmortem.slack.views.Inputs.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.TaskHints;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.writing.Tasks;
import dev.postmortem.workflow.writing.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a task, perhaps of a message, or changes one. */
public final class TaskModal implements Modal {
  private static final List<Inputs.Choice> STATES =
      List.of(
          new Inputs.Choice("OPEN", "To be done"),
          new Inputs.Choice("DONE", "Done"),
          new Inputs.Choice("DROPPED", "Won't be done"));

  private static final String WHAT = "What is to be done?";

  /** Slack takes no more into a field of plain text. */
  private static final int MOST = 3_000;

  private static final String SHOWN = "shown";

  private final Tasks tasks;
  private final Wordings wordings;
  private final Consumer<Form> changed;

  /** The modal; {@code changed} brings the view below up to date. */
  public TaskModal(Tasks tasks, Wordings wordings, Consumer<Form> changed) {
    this.tasks = tasks;
    this.wordings = wordings;
    this.changed = changed;
  }

  @Override
  public String callback() {
    return "pm_task";
  }

  /** The modal for a new task with these words to start from. */
  public ObjectNode draw(Draft draft, String words, @Nullable MessageKey source) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    if (source != null) {
      metadata.put("channel", source.channel()).put("ts", source.ts());
    }
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(required("words", WHAT, words(wordings.plain(words))));
    blocks.add(optional("owner", "Owner", user(null)));
    blocks.add(optional("due", "Due", day(null)));
    return Inputs.modal(new Inputs.Frame(callback(), "Make a task", "Make", metadata), blocks);
  }

  /** The modal for a task there is. */
  public ObjectNode draw(Draft draft, Task task) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    metadata.put("task", task.number()).put(SHOWN, shown(new Words(task.raw(), task.plain())));
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(required("words", WHAT, words(new Words(task.raw(), task.plain()))));
    blocks.add(optional("owner", "Owner", user(task.owner())));
    blocks.add(optional("due", "Due", day(task.due())));
    blocks.add(required("state", "State", select(STATES, task.state().name())));
    blocks.add(
        Inputs.hinted(
            optional("reason", "Reason", line(task.reason())), "Needed when it won't be done."));
    return Inputs.modal(
        new Inputs.Frame(callback(), "Task " + task.number(), "Save", metadata), blocks);
  }

  /** Words that are too long for a field of plain text come in one that takes them whole. */
  private ObjectNode words(Words words) {
    String plain = wordings.read(words.raw());
    return plain.length() <= MOST ? lines(plain) : Inputs.rich(wordings.richText(words.raw()));
  }

  /** Long words as they were shown, brief enough to come back with the window; empty for others. */
  private String shown(Words words) {
    String plain = words.plain();
    return plain.length() <= MOST
        ? ""
        : Integer.toHexString(plain.replaceAll("\\s+", " ").strip().hashCode());
  }

  private Words typed(Form form) {
    return form.rich("words")
        .map(wordings::rich)
        .orElseGet(() -> wordings.plain(form.text("words")));
  }

  @Override
  public Reply submitted(Form form) {
    if (state(form) == Task.State.DROPPED && form.text("reason").isEmpty()) {
      return Reply.fault("reason", "Please say why it won't be done.");
    }
    Outcome outcome = form.metadata().has("task") ? change(form) : make(form);
    Optional<Reply> fault = EditModal.fault(outcome, "words");
    if (fault.isPresent()) {
      return fault.get();
    }
    changed.accept(form);
    return outcome instanceof Done done ? result(form, done) : Reply.CLOSE;
  }

  /** What the task lacks is said at once; when it lacks nothing there is nothing to say. */
  private Reply result(Form form, Done done) {
    List<Task> tasks = done.draft().tasks();
    int number =
        form.metadata()
            .path("task")
            .asInt(tasks.isEmpty() ? 0 : tasks.get(tasks.size() - 1).number());
    Optional<Task> task = done.draft().task(number);
    List<String> hints = task.map(TaskHints::of).orElse(List.of());
    if (task.isEmpty() || hints.isEmpty()) {
      return Reply.CLOSE;
    }
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", done.draft().id());
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.section(done.said()));
    blocks.add(WorkPage.changeable(done.draft(), task.get(), wordings));
    hints.forEach(hint -> blocks.add(Kit.section("• " + hint)));
    return Reply.update(
        Inputs.modal(new Inputs.Frame("pm_hints", "Task " + number, "", metadata), blocks));
  }

  private Outcome make(Form form) {
    JsonNode metadata = form.metadata();
    MessageKey source =
        metadata.has("ts")
            ? new MessageKey(
                form.team(), metadata.path("channel").asText(), metadata.path("ts").asText())
            : null;
    Tasks.Wish wish =
        new Tasks.Wish(
            typed(form), form.user("owner").orElse(null), form.day("due").orElse(null), source);
    return tasks.make(form.which(), form.user(), wish);
  }

  private static Task.State state(Form form) {
    return form.choice("state").map(Task.State::valueOf).orElse(Task.State.OPEN);
  }

  private Outcome change(Form form) {
    Words words = typed(form);
    return tasks.alter(
        form.which(),
        form.metadata().path("task").asInt(),
        task -> changed(task, form, words, state(form)));
  }

  /** A field that nobody touched stays as it is now, whoever changed it meanwhile. */
  private Task changed(Task now, Form form, Words words, Task.State state) {
    String shown = form.metadata().path(SHOWN).asText();
    boolean same = form.isUntouched("words") || (!shown.isEmpty() && shown.equals(shown(words)));
    Task reworded = same ? now : now.reworded(words.raw(), words.plain());
    return reworded
        .assigned(
            form.isUntouched("owner") ? now.owner() : form.user("owner").orElse(null),
            form.isUntouched("due") ? now.due() : form.day("due").orElse(null))
        .settled(
            form.isUntouched("state") ? now.state() : state,
            form.isUntouched("reason") ? now.reason() : form.text("reason"));
  }
}
