package dev.postmortem.slack.inbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.slack.modals.Form;
import dev.postmortem.slack.outbound.Windows;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Which;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * Brings a window up to date that shows what was just changed: the one under the window that was
 * submitted, or the one that was clicked in.
 */
final class ViewBelow {
  private final Desk desk;
  private final Windows windows;
  private final Map<String, BiFunction<Form, Draft, ObjectNode>> drawings = new HashMap<>();

  ViewBelow(Desk desk, Windows windows) {
    this.desk = desk;
    this.windows = windows;
  }

  /** How the window with this callback is drawn; the form is of what was submitted or clicked. */
  ViewBelow shows(String callback, BiFunction<Form, Draft, ObjectNode> drawing) {
    drawings.put(callback, drawing);
    return this;
  }

  /** Draws the window under the submitted one anew, if there is one. */
  void refresh(Form form) {
    if (!form.viewBelow().isEmpty()) {
      draw(form, form.below(), form.viewBelow(), "");
    }
  }

  /** Draws the window that was clicked in anew. */
  void again(Click click) {
    Form form = new Form(click.payload());
    draw(form, form.callback(), click.view(), click.hash());
  }

  private void draw(Form form, String callback, String view, String hash) {
    BiFunction<Form, Draft, ObjectNode> drawing = drawings.get(callback);
    if (drawing != null) {
      desk.find(Which.of(form.incident()))
          .ifPresent(draft -> windows.update(view, hash, () -> drawing.apply(form, draft)));
    }
  }
}
