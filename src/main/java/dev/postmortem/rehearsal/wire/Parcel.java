package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something to be delivered to the app.
 *
 * @param what the event's type, the command, or the interaction's type, for the journal
 * @param id the event_id or the trigger_id
 * @param lane what it must stay in order with
 */
public record Parcel(Kind kind, String what, String id, String lane, ObjectNode payload) {

  /** The kinds of delivery, by their names in Socket Mode. */
  public enum Kind {
    /** An event of the Events API. */
    EVENTS_API("events_api"),
    /** A slash command. */
    SLASH_COMMANDS("slash_commands"),
    /** A click, a shortcut, a submission. */
    INTERACTIVE("interactive");

    private final String wireName;

    Kind(String wireName) {
      this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
      return wireName;
    }
  }
}
