package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.follow.RewriteLetter;
import dev.postmortem.workflow.writing.Tasks;
import java.util.List;
import java.util.Optional;

/** Asks why a task will not be done. */
public final class DropModal implements Modal {
  private final Tasks tasks;
  private final Wordings wordings;
  private final RewriteLetter letters;

  public DropModal(Tasks tasks, Wordings wordings, RewriteLetter letters) {
    this.tasks = tasks;
    this.wordings = wordings;
    this.letters = letters;
  }

  @Override
  public String callback() {
    return "pm_drop";
  }

  /**
   * The modal for a task.
   *
   * @param channel where the letter stands in which it was clicked
   * @param ts the timestamp of that letter
   */
  public ObjectNode draw(Draft draft, Task task, String channel, String ts) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    metadata.put("task", task.number()).put("channel", channel).put("ts", ts);
    return Inputs.modal(
        new Inputs.Frame(callback(), "Task " + task.number(), "Won't do", metadata),
        List.of(
            Kit.markup(WorkPage.task(task, wordings)),
            Inputs.hinted(
                Inputs.required(
                    "reason", "Why will it not be done?", Inputs.line("").put("max_length", 500)),
                "It stands beside the task, so that others understand it later.")));
  }

  @Override
  public Reply submitted(Form form) {
    if (form.text("reason").isEmpty()) {
      return Reply.fault("reason", "Please say why it won't be done.");
    }
    Optional<Reply> fault =
        EditModal.fault(
            tasks.settleOpen(
                form.which(),
                form.metadata().path("task").asInt(),
                Task.State.DROPPED,
                form.text("reason")),
            "reason");
    letters.at(form.metadata().path("channel").asText(), form.metadata().path("ts").asText());
    return fault.orElse(Reply.CLOSE);
  }
}
