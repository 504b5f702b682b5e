package dev.postmortem.slack.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.State;
import dev.postmortem.meeting.Later;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The buttons that lead from a message to the next step. What no longer fits the state is not
 * shown.
 */
public final class Buttons {
  public static final String EDIT = "pm_edit";
  public static final String TIMELINE = "pm_timeline";
  public static final String STATUS = "pm_status";
  public static final String RESOLVE = "pm_resolve";
  public static final String MEETING = "pm_meeting";
  public static final String PREVIEW = "pm_preview";
  public static final String PUBLISH = "pm_publish";
  public static final String DONE = "pm_done";
  public static final String START = "pm_start";
  public static final String ACCEPT = "pm_accept";
  public static final String DECLINE = "pm_decline";
  public static final String SNOOZE = "pm_snooze";
  public static final String LATER = "pm_later";
  public static final String DROP = "pm_drop";

  /** Under what goes to an attendee: they have read the draft. */
  public static final String READ = "pm_read";

  /** Leaves a task or question as it is, or ticks a finding off. */
  public static final String LEAVE = "pm_leave";

  /** Opens a window again that was closed without saving it. */
  public static final String UNSAVED = "pm_unsaved";

  /** Throws away what was typed and not saved. */
  public static final String FORGET = "pm_forget";

  /** Goes through the timeline. */
  public static final String CHECK = "pm_check";

  /** Shows who changed what. */
  public static final String HISTORY = "pm_history";

  /** Beneath the published document. */
  public static final String KNOWN = "pm_read_document";

  /** Beneath what could not be delivered. */
  public static final String AGAIN = "pm_again";

  /** Beneath what many read: answers with the way to the page, for whoever clicks. */
  public static final String BROWSE = "pm_browse";

  /** Opens a page by itself; there is nothing else to do. */
  public static final String OPEN = "pm_open";

  private Buttons() {}

  /** A menu of when to be asked again; each choice carries the value and its own name. */
  static ObjectNode later(String action, String value) {
    List<Inputs.Choice> choices =
        Arrays.stream(Later.values())
            .map(later -> new Inputs.Choice(value + "/" + later.name(), later.words()))
            .toList();
    return Inputs.select(choices, null, "Later").put("action_id", action);
  }

  /** An attendee says to have read the draft. */
  public static ObjectNode read(Draft draft) {
    return Kit.button("I have read it", READ, String.valueOf(draft.id()));
  }

  /** The row of buttons that fits a draft. */
  public static ObjectNode row(Draft draft) {
    return Kit.actions("pm", of(draft).toArray(ObjectNode[]::new));
  }

  /** What is looked at before the document is published, and what has happened to it so far. */
  public static ObjectNode review(Draft draft) {
    String id = String.valueOf(draft.id());
    ObjectNode history = Kit.button("History", HISTORY, id);
    return draft.state().isWritable()
        ? Kit.actions("review", Kit.button("Check the timeline", CHECK, id), history)
        : Kit.actions("review", history);
  }

  /** What can be done with words that were typed and not saved. */
  public static ObjectNode unsaved(long incident) {
    String id = String.valueOf(incident);
    return Kit.actions(
        "unsaved",
        Kit.button("Open it again", UNSAVED, id),
        Kit.button("Throw it away", FORGET, id));
  }

  /** Says that the incident is over, once it is asked whether it is. */
  public static ObjectNode resolve(String id, String suffix) {
    return Kit.asking(
        Kit.button("Resolve", RESOLVE + suffix, id),
        "Is the incident over?",
        "The war room is told, and the point person gets the draft.",
        "It is over");
  }

  /** The buttons that fit a draft, the likeliest first. */
  private static List<ObjectNode> of(Draft draft) {
    String id = String.valueOf(draft.id());
    List<ObjectNode> buttons = new ArrayList<>();
    if (draft.state().isWritable()) {
      buttons.add(Kit.button("Fill in", EDIT, id));
      buttons.add(Kit.button("Timeline", TIMELINE, id));
    }
    if (draft.state() == State.OPEN) {
      buttons.add(resolve(id, ""));
    }
    if (draft.state() == State.RESOLVED) {
      buttons.add(Kit.button("Meeting", MEETING, id));
    }
    buttons.add(Kit.button("Preview", PREVIEW, id));
    if (draft.state() == State.RESOLVED || draft.state() == State.CORRECTING) {
      buttons.add(Kit.primary(Kit.button("Publish", PUBLISH, id)));
    }
    return buttons;
  }
}
