package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Completeness;
import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.ReadingHint;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.publish.Audience;
import dev.postmortem.workflow.publish.PublishDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The gate before publication: says what is missing, who will read it, and asks once more. */
public final class PublishModal implements Modal {
  /** Goes from the gate to the sections. */
  public static final String FILL = "pm_edit";

  private final PublishDocument publish;
  private final Audience audience;

  private final Consumer<Draft> missed;
  private final ReadingHint hint;

  /**
   * The gate.
   *
   * @param hint says when what was said is not all read yet
   * @param missed told whenever the gate is shown, to read what was not heard before the document
   *     is put together
   */
  public PublishModal(
      PublishDocument publish, Audience audience, ReadingHint hint, Consumer<Draft> missed) {
    this.hint = hint;
    this.publish = publish;
    this.audience = audience;
    this.missed = missed;
  }

  @Override
  public String callback() {
    return "pm_publish";
  }

  /** The modal; without a button to publish while something is missing. */
  public ObjectNode draw(Draft draft) {
    if (draft.state().isCapturing()) {
      missed.accept(draft);
    }
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    Completeness completeness = publish.weigh(draft);
    List<JsonNode> blocks = new ArrayList<>();
    hint.of(draft).ifPresent(sentence -> blocks.add(Kit.context(sentence)));
    if (completeness instanceof Lacking lacking) {
      missing(draft, lacking, blocks);
      return Inputs.modal(
          new Inputs.Frame(callback(), "Not ready to publish", "", metadata), blocks);
    }
    boolean again = draft.state() == State.CORRECTING;
    blocks.add(Kit.section(who(again)));
    advice(draft).forEach(line -> blocks.add(Kit.context(Kit.escape(line))));
    if (publish.widensAudience(draft)) {
      blocks.add(confirmation(draft));
    }
    if (again) {
      blocks.add(
          Inputs.hinted(
              Inputs.required("changed", "What changed?", Inputs.lines("")),
              "Stands in the thread of the published document."));
    }
    return Inputs.modal(new Inputs.Frame(callback(), "Publish", "Publish", metadata), blocks);
  }

  private static void missing(Draft draft, Lacking lacking, List<JsonNode> blocks) {
    blocks.add(Kit.section("Before everybody reads it, this is still missing:"));
    lacking.missing().forEach(what -> blocks.add(Kit.section("• " + what)));
    blocks.add(
        Kit.actions(
            "fill",
            Kit.primary(Kit.button("Fill in the sections", FILL, String.valueOf(draft.id())))));
  }

  private String who(boolean again) {
    String where = "#" + audience.channelName();
    String mail =
        audience.mailingList().isBlank() ? "" : " and is mailed to " + audience.mailingList();
    return again
        ? "The document in " + where + " is brought up to date in place."
        : "The document is posted in "
            + where
            + mail
            + ". You can look at it first with the preview.";
  }

  private static List<String> advice(Draft draft) {
    List<String> lines = new ArrayList<>();
    long unassigned =
        draft.tasks().stream()
            .filter(task -> task.state() == Task.State.OPEN && task.owner() == null)
            .count();
    long unanswered = draft.questions().stream().filter(q -> q.answers().isEmpty()).count();
    if (unassigned > 0) {
      lines.add("Tasks without an owner: " + unassigned);
    }
    if (unanswered > 0) {
      lines.add("Questions without an answer: " + unanswered);
    }
    return lines;
  }

  private ObjectNode confirmation(Draft draft) {
    return Inputs.hinted(
        Inputs.required(
            "confirm",
            "The war room is private. Type its name to let everybody in #"
                + audience.channelName()
                + " read this",
            Inputs.line("")),
        draft.room().name());
  }

  @Override
  public Reply submitted(Form form) {
    Outcome outcome =
        publish.publish(
            Which.of(form.incident()),
            new PublishDocument.Wish(form.text("confirm"), form.text("changed")));
    if (outcome instanceof Outcome.Refused refused) {
      return form.blocks().isEmpty() ? told(form, refused) : fault(form, refused);
    }
    return Reply.closeAll();
  }

  private static Reply fault(Form form, Outcome.Refused refused) {
    String block = form.blocks().contains("confirm") ? "confirm" : "changed";
    return Reply.fault(block, refused.said());
  }

  /**
   * A gate without a field has no place for a sentence, so the sentence takes the place of the
   * gate.
   */
  private Reply told(Form form, Outcome.Refused refused) {
    return Reply.update(
        Inputs.modal(
            new Inputs.Frame(callback(), "Not published", "", form.metadata()),
            List.of(Kit.section(refused.said()))));
  }
}
