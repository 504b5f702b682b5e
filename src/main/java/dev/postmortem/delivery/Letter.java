package dev.postmortem.delivery;

/**
 * Something to be sent exactly once. It names what to say and of which incident; the words are made
 * when it is sent.
 *
 * @param key unique: a second letter with the same key is never written down
 * @param to a channel id, a user id, or a mail address; with words and a slash before it, the
 *     letter waits in a queue of its own, behind no other to the same place
 * @param note what the kind needs beyond the incident, such as what was corrected; empty otherwise
 */
public record Letter(String key, long incident, Kind kind, String to, String note) {

  /** Where it goes, whatever queue it waits in. */
  public String place() {
    return to.substring(to.lastIndexOf('/') + 1);
  }

  /** What a letter says. */
  public enum Kind {
    /**
     * To the war room: the post-mortem is open. Later states of this message are {@link #BOARD}.
     */
    OPENING,
    /** To the war room: the opening message, brought up to date in place. */
    BOARD,
    /** To the war room: something happened that everybody there should know; the note says what. */
    NOTICE,
    /** To the point person: the incident is over, here is the draft. */
    DRAFT_READY,
    /** To a person: the note says what. */
    DIRECT,
    /** To a person who is asked to become the point person; the note is the offer's number. */
    HANDOVER,
    /** To the point person: the draft is not finished; the note is the day. */
    NUDGE,
    /**
     * To a person: these tasks are due; the note is the day, and then each as {@code
     * incident/number}.
     */
    TASKS_DUE,
    /** To a person: the letter whose key is the note, brought up to date in place. */
    REWRITE,
    /** To an attendee: you are invited, or the meeting moved. */
    INVITATION,
    /** To an attendee: the meeting is cancelled. */
    MEETING_CANCELLED,
    /** To an attendee: the meeting is soon, here is the draft; the note holds its time. */
    REMINDER,
    /** To the moderator: who has not read the draft; the note holds the meeting's time. */
    UNREAD,
    /** To the war room: the meeting begins in a moment; the note holds its time. */
    MEETING_SOON,
    /** To the broadcast channel: the finished document. */
    BROADCAST,
    /** To the broadcast channel: the posted document, brought up to date in place. */
    BROADCAST_UPDATE,
    /** To the thread of the posted document: what changed. */
    CORRECTION,
    /** To the thread of the posted document: the same as files, in place of older ones. */
    FILES,
    /** The document as a canvas that the broadcast channel may read, made or brought up to date. */
    CANVAS,
    /**
     * To nobody yet: waits a while for further changes, so that many of them make one update of
     * what is posted. The note says of what.
     */
    REFRESH,
    /** To the mailing list: the finished document; with a note, what changed of it. */
    MAIL,
    /** To an attendee's calendar: the meeting as it stands for them when this is sent. */
    CALENDAR
  }
}
