package dev.postmortem.mail;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.CalendarUserType;
import biweekly.parameter.ParticipationLevel;
import biweekly.parameter.ParticipationStatus;
import biweekly.parameter.Role;
import biweekly.property.Attendee;
import biweekly.property.Organizer;
import biweekly.property.Status;
import dev.postmortem.mail.CalendarEntry.Guest;
import dev.postmortem.mail.CalendarEntry.Method;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/** Writes what a calendar is told, in the form of RFC 5545; times are in UTC. */
public final class CalendarWriter {
  /** In octets, without the line end (RFC 5545, 3.1). */
  private static final int LONGEST_LINE = 75;

  /** RFC 5545, 3.1: no text holds them; a tab and a line end may stand in some. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|[\\uD800-\\uDFFF]");

  private CalendarWriter() {}

  /** The file, in lines that end with CR and LF. */
  public static String write(CalendarEntry entry) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//postmortem//review meetings//EN");
    calendar.setMethod(entry.method().word());
    calendar.addEvent(event(entry));
    // the library folds by letters where the standard counts octets
    return folded(Biweekly.write(calendar).go().replace("\r\n ", ""));
  }

  private static VEvent event(CalendarEntry entry) {
    VEvent event = new VEvent();
    event.setUid(entry.uid());
    event.setSequence(entry.sequence());
    event.setDateTimeStamp(Date.from(entry.stamp()));
    event.setDateStart(Date.from(entry.start()));
    event.setDateEnd(Date.from(entry.start().plus(entry.length())));
    event.setSummary(line(entry.words().title()));
    event.setDescription(text(entry.words().description()));
    if (!entry.words().where().isBlank()) {
      event.setLocation(line(entry.words().where()));
    }
    event.setOrganizer(organizer(entry.organizer()));
    entry.guests().forEach(guest -> event.addAttendee(attendee(guest)));
    if (entry.method() == Method.CANCEL) {
      // RFC 5546, 3.2.5: not when only somebody is uninvited
      event.setStatus(Status.cancelled());
    } else if (entry.method() != Method.UNINVITE) {
      event.setStatus(Status.confirmed());
    }
    return event;
  }

  private static Organizer organizer(Guest organizer) {
    if (organizer.hasMail()) {
      return new Organizer(name(organizer), organizer.address());
    }
    Organizer without = new Organizer(name(organizer), null);
    without.setUri(organizer.address());
    return without;
  }

  /** Nobody reads the mailbox that invites, so no answer is asked for. */
  private static Attendee attendee(Guest guest) {
    Attendee attendee = new Attendee(name(guest), guest.address());
    attendee.setCalendarUserType(CalendarUserType.INDIVIDUAL);
    attendee.setParticipationLevel(ParticipationLevel.REQUIRED);
    attendee.setRole(guest.leads() ? Role.CHAIR : null);
    attendee.setParticipationStatus(ParticipationStatus.NEEDS_ACTION);
    attendee.setRsvp(false);
    return attendee;
  }

  /** A name stands between quotes, and RFC 5545 has no way to put a quote there (3.2). */
  private static String name(Guest guest) {
    return line(guest.name()).replace('"', '\'');
  }

  private static String line(String words) {
    return text(words).replaceAll("\\s+", " ").strip();
  }

  private static String text(String words) {
    return CONTROLS.matcher(words.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
  }

  /** Breaks long lines, never within a character. */
  private static String folded(String lines) {
    StringBuilder out = new StringBuilder();
    for (String line : List.of(lines.split("\r\n"))) {
      int octets = 0;
      for (int letter : line.codePoints().toArray()) {
        String one = Character.toString(letter);
        int more = one.getBytes(StandardCharsets.UTF_8).length;
        if (octets + more > LONGEST_LINE) {
          out.append("\r\n ");
          octets = 1;
        }
        out.append(one);
        octets += more;
      }
      out.append("\r\n");
    }
    return out.toString();
  }
}
