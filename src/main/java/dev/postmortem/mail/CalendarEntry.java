package dev.postmortem.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A meeting as a calendar is told of it (RFC 5545, RFC 5546).
 *
 * @param uid the same for all that is ever said of this meeting
 * @param sequence greater than in what was said before, when something changed
 * @param stamp when this is said
 * @param organizer who invites; answers of calendars go there
 * @param guests who is invited, as far as their addresses are known
 */
public record CalendarEntry(
    Method method,
    String uid,
    int sequence,
    Instant stamp,
    Instant start,
    Duration length,
    Words words,
    Guest organizer,
    List<Guest> guests) {
  public CalendarEntry {
    guests = List.copyOf(guests);
  }

  /** What it asks a calendar to do. */
  public enum Method {
    /** Invites, or brings an invitation up to date; the calendar may answer. */
    REQUEST,
    /** Puts it into the calendar of somebody whose address is not known, who cannot answer. */
    PUBLISH,
    /** It is off for everybody. */
    CANCEL,
    /** It takes place, but without this guest. */
    UNINVITE;

    /** The word of RFC 5546. */
    String word() {
      return this == UNINVITE ? CANCEL.name() : name();
    }
  }

  /** What people read of it. */
  public record Words(String title, String description, String where) {}

  /**
   * Somebody.
   *
   * @param address a mail address; an organizer without one has a web address instead
   * @param leads whether they lead the meeting
   */
  public record Guest(String name, String address, boolean leads) {
    boolean hasMail() {
      return !address.contains("://");
    }
  }
}
