package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Question;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.workflow.writing.Questions;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Answers a question. */
public final class AnswerModal implements Modal {
  private final Questions questions;
  private final Wordings wordings;
  private final Consumer<Form> changed;

  /** The modal; {@code changed} brings the view below up to date. */
  public AnswerModal(Questions questions, Wordings wordings, Consumer<Form> changed) {
    this.questions = questions;
    this.wordings = wordings;
    this.changed = changed;
  }

  @Override
  public String callback() {
    return "pm_answer";
  }

  /** The modal for a question. */
  public ObjectNode draw(Draft draft, Question question) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    metadata.put("question", question.number());
    return Inputs.modal(
        new Inputs.Frame(callback(), "Question " + question.number(), "Answer", metadata),
        List.of(
            Kit.markup(WorkPage.question(question, wordings)),
            Inputs.required("answer", "Answer", Inputs.lines(""))));
  }

  @Override
  public Reply submitted(Form form) {
    int number = form.metadata().path("question").asInt();
    Optional<Reply> fault =
        EditModal.fault(
            questions.answer(
                form.which(), form.user(), number, wordings.plain(form.text("answer"))),
            "answer");
    if (fault.isEmpty()) {
      changed.accept(form);
    }
    return fault.orElse(Reply.CLOSE);
  }
}
