package dev.postmortem.slack.outbound;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.slack.views.Kit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens modals. A trigger lives three seconds, so a window opens before anything slow is done. */
public final class Windows {
  private final SlackCalls calls;
  private final Errands errands;
  private final PrivateReplies replies;

  public Windows(SlackCalls calls, Errands errands, PrivateReplies replies) {
    this.calls = calls;
    this.errands = errands;
    this.replies = replies;
  }

  /**
   * Opens a window soon. Somebody who came without a trigger, by a mention, gets a button instead.
   *
   * @param button opens the same window when it is clicked
   */
  public Answer open(WayBack back, Supplier<ObjectNode> view, ObjectNode button) {
    if (back.trigger().isEmpty()) {
      return Answer.say("This needs a window:").plus(Kit.actions("open", button));
    }
    show("views.open", back, view, Optional.of(button));
    return Answer.NONE;
  }

  /** Opens a window on a click. */
  public void open(WayBack back, Supplier<ObjectNode> view) {
    show("views.open", back, view, Optional.empty());
  }

  /** Puts a window on top of the one that was clicked in. */
  public void push(WayBack back, Supplier<ObjectNode> view) {
    show("views.push", back, view, Optional.empty());
  }

  private void show(
      String method, WayBack back, Supplier<ObjectNode> view, Optional<ObjectNode> button) {
    boolean soon =
        errands.run(
            method,
            () -> {
              try {
                calls.call(
                    method, Map.of("trigger_id", back.trigger(), "view", view.get().toString()));
              } catch (SlackFault fault) {
                replies.reply(back, closed(fault, button));
                throw fault;
              }
            });
    if (!soon) {
      throw new IllegalStateException("too much to do to open a window");
    }
  }

  /** Whoever came by a command typed it already: a button opens the same window. */
  private static Answer closed(SlackFault fault, Optional<ObjectNode> button) {
    Answer answer =
        Answer.say("The window did not open, and nothing was changed. " + fault.advice());
    return button.map(open -> answer.plus(Kit.actions("open", open))).orElse(answer);
  }

  /** Shows something else in an open window, unless it changed meanwhile. */
  public void update(String viewId, String hash, Supplier<ObjectNode> view) {
    errands.run(
        "views.update",
        () ->
            calls.call(
                "views.update",
                Map.of("view_id", viewId, "hash", hash, "view", view.get().toString())));
  }
}
