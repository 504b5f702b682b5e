package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Completeness;
import dev.postmortem.draft.Completeness.Lacking;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Gap;
import dev.postmortem.draft.State;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.slack.views.ReadingHint;
import dev.postmortem.slack.views.WordingList;
import dev.postmortem.workflow.Outcome;
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
  private final WordingList wording;

  /**
   * The gate.
   *
   * @param hints what is worth knowing before
   * @param missed told whenever the gate is shown, to read what was not heard before the document
   *     is put together
   */
  public PublishModal(
      PublishDocument publish, Audience audience, Hints hints, Consumer<Draft> missed) {
    this.hint = hints.reading();
    this.wording = hints.wording();
    this.publish = publish;
    this.audience = audience;
    this.missed = missed;
  }

  /**
   * What is worth knowing before a document is published, though it holds nothing back.
   *
   * @param reading says when what was said is not all read yet
   * @param wording shows sentences that blame people
   */
  public record Hints(ReadingHint reading, WordingList wording) {}

  @Override
  public String callback() {
    return "pm_publish";
  }

  /** The modal; without a button to publish while something is missing that no reason lets pass. */
  public ObjectNode draw(Draft draft) {
    return draw(draft, "");
  }

  private ObjectNode draw(Draft draft, String news) {
    if (draft.state().isCapturing()) {
      missed.accept(draft);
    }
    List<JsonNode> blocks = new ArrayList<>();
    if (!news.isEmpty()) {
      blocks.add(Kit.section(news));
    }
    hint.of(draft).ifPresent(sentence -> blocks.add(Kit.context(sentence)));
    Completeness completeness = publish.weigh(draft);
    if (completeness instanceof Lacking lacking) {
      missing(draft, lacking, blocks);
      if (!lacking.canBeWaived()) {
        return frame(draft, "Not ready to publish", "", blocks);
      }
    }
    blocks.addAll(asked(draft));
    blocks.addAll(wording.of(draft));
    return completeness instanceof Lacking
        ? frame(draft, "Not ready to publish", "Publish all the same", blocks)
        : frame(draft, "Publish", "Publish", blocks);
  }

  private ObjectNode frame(Draft draft, String title, String submit, List<JsonNode> blocks) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    return Inputs.modal(new Inputs.Frame(callback(), title, submit, metadata), blocks);
  }

  /** Who will read it, and what has to be said before. */
  private List<JsonNode> asked(Draft draft) {
    boolean again = draft.state() == State.CORRECTING;
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.section(who(again)));
    if (publish.widensAudience(draft)) {
      blocks.add(confirmation(draft));
    }
    if (again) {
      blocks.add(
          Inputs.hinted(
              Inputs.required("changed", "What changed?", Inputs.lines("")),
              "Stands in the thread of the published document."));
    }
    return blocks;
  }

  private void missing(Draft draft, Lacking lacking, List<JsonNode> blocks) {
    blocks.add(Kit.section("Before everybody reads it, this is still missing:"));
    blocks.addAll(GateList.of(draft, lacking.missing()));
    if (lacking.missing().stream().anyMatch(gap -> gap.kind() == Gap.Kind.SECTION)) {
      blocks.add(
          Kit.actions(
              "fill",
              Kit.primary(Kit.button("Fill in the sections", FILL, String.valueOf(draft.id())))));
    }
    if (lacking.canBeWaived()) {
      blocks.add(
          Inputs.hinted(
              Inputs.required(
                  "reason",
                  "The reason to publish it all the same",
                  Inputs.lines(publish.reason(draft))),
              "Stands in the document, beside what is missing."));
    }
  }

  private String who(boolean again) {
    String where = "#" + audience.channelName();
    String list = audience.mailingList();
    boolean mailed = !list.isBlank();
    return again
        ? "The document in "
            + where
            + " is brought up to date in place"
            + (mailed ? ", and what changed is mailed to " + list + "." : ".")
        : "The document is posted in "
            + where
            + (mailed ? " and is mailed to " + list : "")
            + ". You can look at it first with the preview.";
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
            form.which(),
            new PublishDocument.Wish(
                form.text("confirm"), form.text("changed"), form.text("reason")));
    if (outcome instanceof Outcome.Refused refused) {
      return refused.said().startsWith(PublishDocument.PRIVATE)
          ? unconfirmed(form, refused)
          : again(form, refused);
    }
    return Reply.closeAll();
  }

  private Reply unconfirmed(Form form, Outcome.Refused refused) {
    return form.blocks().contains("confirm")
        ? Reply.fault("confirm", refused.said())
        : again(form, refused);
  }

  /** Something is missing by now that was not when the gate was shown: it is shown anew. */
  private Reply again(Form form, Outcome.Refused refused) {
    return publish
        .find(form.which())
        .filter(draft -> draft.state().isWritable())
        .map(draft -> Reply.update(draw(draft, refused.said())))
        .orElseGet(() -> told(form, refused));
  }

  /** There is nothing to publish any more. */
  private Reply told(Form form, Outcome.Refused refused) {
    return Reply.update(
        Inputs.modal(
            new Inputs.Frame(callback(), "Not published", "", form.metadata()),
            List.of(Kit.section(refused.said()))));
  }
}
