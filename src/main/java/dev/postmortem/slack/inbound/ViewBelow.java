package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.modals.EditModal;
import dev.postmortem.slack.modals.Form;
import dev.postmortem.slack.modals.TimelineModal;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import java.util.function.Function;

/**
 * Brings the window under the one that was just submitted up to date, since it shows what was
 * changed.
 */
final class ViewBelow {
  private final Desk desk;
  private final Windows windows;
  private final TimelineModal timeline;
  private final EditModal edit;

  ViewBelow(Desk desk, Windows windows, TimelineModal timeline, EditModal edit) {
    this.desk = desk;
    this.windows = windows;
    this.timeline = timeline;
    this.edit = edit;
  }

  void refresh(Form form) {
    refresh(desk, windows, form, draft -> view(form, draft));
  }

  /** Draws the window below anew, if there is one. */
  static void refresh(Desk desk, Windows windows, Form form, Function<Draft, ObjectNode> view) {
    if (!form.viewBelow().isEmpty()) {
      desk.find(Which.of(form.incident()))
          .ifPresent(draft -> windows.update(form.viewBelow(), "", () -> view.apply(draft)));
    }
  }

  private ObjectNode view(Form form, Draft draft) {
    return form.callback().equals("pm_entry")
        ? timeline.draw(draft, form.metadata().path("page").asInt())
        : edit.draw(draft, "work", "");
  }
}
