package dev.postmortem;

import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Draft;
import dev.postmortem.mail.CalendarEntry;
import dev.postmortem.mail.CalendarEntry.Guest;
import dev.postmortem.mail.CalendarEntry.Method;
import dev.postmortem.mail.CalendarEntry.Words;
import dev.postmortem.mail.SmtpDestination;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.outbound.Undelivered;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Says of a review meeting what a calendar needs to know, to one person. */
final class Appointments {
  private static final String ORGANIZER = "Postmortem";
  private final Desk desk;
  private final BiPredicate<Draft, String> mayRead;

  /**
   * Appointments.
   *
   * @param mayRead whether somebody may read of a post-mortem; who may not hears when and where
   */
  Appointments(Desk desk, BiPredicate<Draft, String> mayRead) {
    this.desk = desk;
    this.mayRead = mayRead;
  }

  /** Tells somebody's mail address; empty when it is not known. */
  @FunctionalInterface
  interface Book {
    String address(String user) throws Undelivered;
  }

  /**
   * For somebody whose address is known: they and all others see who is invited.
   *
   * @param from the address that invites
   */
  CalendarEntry requested(Draft draft, Meeting meeting, String user, Book book, String from)
      throws Undelivered {
    Method method = method(meeting, user, Method.REQUEST);
    List<String> invited = method == Method.UNINVITE ? List.of(user) : meeting.attendees();
    List<Guest> guests = new ArrayList<>();
    for (String guest : invited) {
      String address = book.address(guest);
      if (!address.isEmpty()) {
        guests.add(new Guest(desk.name(guest), address, guest.equals(draft.roles().moderator())));
      }
    }
    Guest organizer = new Guest(ORGANIZER, SmtpDestination.bare(from), false);
    return entry(draft, meeting, user, new Kind(method, organizer, guests));
  }

  /**
   * For somebody without a known address. Without one there is nobody whom a request could be
   * addressed to (RFC 5546, 3.2.2), so the meeting is published (3.2.1).
   */
  CalendarEntry published(Draft draft, Meeting meeting, String user) {
    String team = draft.room().team();
    String workspace =
        desk.store()
            .read(records -> records.directory().name(Directory.ADDRESS + team))
            .orElse("https://slack.com/");
    Guest organizer = new Guest(ORGANIZER, workspace, false);
    Method method = method(meeting, user, Method.PUBLISH);
    return entry(draft, meeting, user, new Kind(method, organizer, List.of()));
  }

  private record Kind(Method method, Guest organizer, List<Guest> guests) {}

  private static Method method(Meeting meeting, String user, Method invites) {
    if (meeting.cancelled()) {
      return Method.CANCEL;
    }
    return meeting.attendees().contains(user) ? invites : Method.UNINVITE;
  }

  /** When it was opened tells the post-mortem from one of the same number in another database. */
  private CalendarEntry entry(Draft draft, Meeting meeting, String user, Kind kind) {
    boolean inside = mayRead.test(draft, user);
    return new CalendarEntry(
        kind.method(),
        draft.name() + "." + draft.opened().toEpochMilli() + "@" + draft.room().team(),
        meeting.revision(),
        desk.now(),
        meeting.at(),
        meeting.length(),
        new Words(
            "Review of " + draft.name() + (inside ? ": " + draft.headline().title() : ""),
            description(draft, meeting, user) + place(draft, inside),
            meeting.where()),
        kind.organizer(),
        kind.guests());
  }

  private String description(Draft draft, Meeting meeting, String user) {
    String where = meeting.where().isBlank() ? "" : "Where: " + meeting.where() + "\n";
    return Printed.withWeekday(meeting.at(), zone(meeting, user))
        + ", "
        + Printed.lasting(meeting.length())
        + "\n"
        + where
        + "Moderator: "
        + name(draft.roles().moderator())
        + ", note-taker: "
        + name(draft.roles().noteTaker())
        + "\nWe look at what happened and what we learn from it, without blame: everybody did what"
        + " made sense to them at that moment. ";
  }

  private static String place(Draft draft, boolean inside) {
    return inside
        ? "The draft is in Slack, in #" + draft.room().name() + "."
        : "The draft is in a private channel; ask to be invited there, to read it before.";
  }

  private ZoneId zone(Meeting meeting, String user) {
    ZoneId own =
        desk.store().read(records -> records.people().find(user)).map(Person::zone).orElse(null);
    return own == null ? meeting.zone() : own;
  }

  private String name(@Nullable String user) {
    return user == null ? "nobody yet" : desk.name(user);
  }
}
