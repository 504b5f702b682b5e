package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Place;
import dev.postmortem.workflow.Which;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes an entry into the timeline that nobody said in the war room, perhaps about an earlier
 * time.
 */
public final class AddNote {
  private final Desk desk;

  public AddNote(Desk desk) {
    this.desk = desk;
  }

  /**
   * Adds the note.
   *
   * @param once names the request, so that a note which is delivered twice is kept once
   * @param at when it happened, null for now
   */
  public Outcome add(Place by, String once, @Nullable Instant at, Words words) {
    return desk.change(
        Which.of(by),
        (records, draft) -> {
          Instant now = desk.now();
          MessageKey key = new MessageKey(by.team(), by.channel(), "note-" + once);
          records
              .timelines()
              .keep(
                  draft.id(),
                  new Message(
                      key, Kind.NOTE, by.user(), "", words.raw(), words.plain(), null, now, false));
          if (at != null) {
            records.timelines().amend(draft.id(), key, new Amendment(at, null, false));
          }
          return new Done(draft, said(at, draft));
        });
  }

  /** Repeats the time as it was understood: 23:30 typed at noon is yesterday's. */
  private static String said(@Nullable Instant at, Draft draft) {
    return at == null
        ? "Noted on the timeline."
        : "Noted on the timeline at " + Printed.full(at, draft.headline().zone()) + ".";
  }
}
