package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Section;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.RecordMark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Files a message under a section, for those who do not know the emoji. */
public final class AddModal implements Modal {
  private final Desk desk;
  private final RecordMark marks;
  private final Consumer<MessageKey> unseen;

  /** The modal; {@code unseen} reads a message that was said before the bot listened. */
  public AddModal(Desk desk, RecordMark marks, Consumer<MessageKey> unseen) {
    this.desk = desk;
    this.marks = marks;
    this.unseen = unseen;
  }

  @Override
  public String callback() {
    return "pm_add";
  }

  /** The modal for a message with these words. */
  public ObjectNode draw(Draft draft, MessageKey key, String words) {
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    metadata.put("channel", key.channel()).put("ts", key.ts());
    List<Inputs.Choice> choices =
        desk.template().sections().stream()
            .filter(Section::takesMessages)
            .map(section -> new Inputs.Choice(section.tag(), section.title()))
            .toList();
    return Inputs.modal(
        new Inputs.Frame(callback(), "Add to post-mortem", "Add", metadata),
        List.of(
            Kit.section("“" + Kit.cut(words, 500) + "”"),
            Inputs.required("section", "Section", Inputs.select(choices, "key"))));
  }

  @Override
  public Reply submitted(Form form) {
    Optional<Reply> closed = EditModal.fault(desk.mayChange(form.which()), "section");
    if (closed.isPresent()) {
      return closed.get();
    }
    MessageKey key =
        new MessageKey(
            form.team(),
            form.metadata().path("channel").asText(),
            form.metadata().path("ts").asText());
    String tag = form.choice("section").orElse("key");
    Mark mark = new Mark(key, tag, form.user(), Mark.SHORTCUT, true, desk.now());
    if (marks.keep(mark)) {
      unseen.accept(key);
    }
    return Reply.CLOSE;
  }
}
