package dev.postmortem.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.mail.CalendarEntry.Guest;
import dev.postmortem.mail.CalendarEntry.Method;
import dev.postmortem.mail.CalendarEntry.Words;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.Test;

/** What calendars are told, read back by another library than the one that wrote it. */
class CalendarWriterTest {
  private static final Guest BOT = new Guest("Postmortem", "pm@example.com", false);
  private static final Guest LIN = new Guest("Lin Chen", "lin@example.com", true);
  private static final Guest ADA = new Guest("Ada Byron", "ada@example.com", false);
  private static final Words WORDS = new Words("Review of PM-1: Käse", "two\nlines", "Room 3");

  private static CalendarEntry entry(Method method, Words words, Guest... guests) {
    return new CalendarEntry(
        method,
        "PM-1.1@T1",
        4,
        Instant.parse("2026-11-18T14:05:00.123456Z"),
        Instant.parse("2026-11-19T15:30:00Z"),
        Duration.ofMinutes(30),
        words,
        BOT,
        List.of(guests));
  }

  static Calendar read(String file) {
    try {
      return new CalendarBuilder().build(new StringReader(file));
    } catch (Exception unreadable) {
      throw new AssertionError(file, unreadable);
    }
  }

  static VEvent event(Calendar calendar) {
    return calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow();
  }

  static String value(VEvent event, String property) {
    return event.<Property>getProperty(property).map(Property::getValue).orElse("");
  }

  private static VEvent written(CalendarEntry entry) {
    String file = CalendarWriter.write(entry);
    for (String line : file.split("\r\n", -1)) {
      assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
      assertThat(line).doesNotContain("\n", "\r");
    }
    assertThat(file).endsWith("END:VCALENDAR\r\n");
    Calendar calendar = read(file);
    ValidationResult faults = calendar.validate();
    assertThat(faults.getEntries()).isEmpty();
    return event(calendar);
  }

  @Test
  void an_invitation_says_when_where_who_and_since_when() {
    CalendarEntry entry = entry(Method.REQUEST, WORDS, LIN, ADA);
    assertThat(CalendarWriter.write(entry)).contains("\r\nMETHOD:REQUEST\r\n");
    VEvent event = written(entry);
    assertThat(value(event, Property.UID)).isEqualTo("PM-1.1@T1");
    assertThat(value(event, Property.SEQUENCE)).isEqualTo("4");
    assertThat(value(event, Property.DTSTAMP)).isEqualTo("20261118T140500Z");
    assertThat(value(event, Property.DTSTART)).isEqualTo("20261119T153000Z");
    assertThat(value(event, Property.DTEND)).isEqualTo("20261119T160000Z");
    assertThat(value(event, Property.SUMMARY)).isEqualTo("Review of PM-1: Käse");
    assertThat(value(event, Property.DESCRIPTION)).isEqualTo("two\nlines");
    assertThat(value(event, Property.LOCATION)).isEqualTo("Room 3");
    assertThat(value(event, Property.STATUS)).isEqualTo("CONFIRMED");
    assertThat(value(event, Property.ORGANIZER)).isEqualTo("mailto:pm@example.com");
    List<Property> guests = event.getProperties(Property.ATTENDEE);
    assertThat(guests)
        .extracting(Property::getValue)
        .containsExactly("mailto:lin@example.com", "mailto:ada@example.com");
    assertThat(guests)
        .extracting(guest -> guest.getParameter(Parameter.ROLE).orElseThrow().getValue())
        .containsExactly("CHAIR", "REQ-PARTICIPANT");
    assertThat(guests)
        .extracting(guest -> guest.getParameter(Parameter.PARTSTAT).orElseThrow().getValue())
        .containsOnly("NEEDS-ACTION");
  }

  @Test
  void
      a_meeting_that_is_off_is_cancelled_and_a_guest_who_is_uninvited_cancels_it_for_nobody_else() {
    VEvent off = written(entry(Method.CANCEL, WORDS, LIN, ADA));
    assertThat(value(off, Property.STATUS)).isEqualTo("CANCELLED");
    CalendarEntry uninvited = entry(Method.UNINVITE, WORDS, ADA);
    assertThat(CalendarWriter.write(uninvited)).contains("\r\nMETHOD:CANCEL\r\n");
    VEvent without = written(uninvited);
    assertThat(value(without, Property.STATUS)).isEmpty();
    assertThat(without.<Property>getProperties(Property.ATTENDEE)).hasSize(1);
  }

  @Test
  void without_a_mail_server_the_workspace_itself_invites() {
    CalendarEntry known = entry(Method.PUBLISH, WORDS);
    CalendarEntry entry =
        new CalendarEntry(
            known.method(),
            known.uid(),
            known.sequence(),
            known.stamp(),
            known.start(),
            known.length(),
            known.words(),
            new Guest("Postmortem", "https://rehearsal.slack.com/", false),
            List.of());
    assertThat(value(written(entry), Property.ORGANIZER)).isEqualTo("https://rehearsal.slack.com/");
  }

  @Test
  void hostile_words_stay_words() {
    String hostile =
        "a;b,c\\n:d\"e\r\nEND:VEVENT\r\nBEGIN:VALARM\u0000\u0007\u0085\u2028 漢字😀\uD83D tail\t"
            + "x".repeat(200);
    Words words = new Words(hostile, hostile, hostile);
    Guest guest = new Guest("Eve \"\r\nATTENDEE:mailto:x@y;,:^n", "eve@example.com", false);
    VEvent event = written(entry(Method.REQUEST, words, guest));
    assertThat(value(event, Property.SUMMARY))
        .startsWith("a;b,c\\n:d\"e END:VEVENT BEGIN:VALARM")
        .contains("漢字😀 tail")
        .endsWith("xxx");
    assertThat(value(event, Property.DESCRIPTION)).startsWith("a;b,c\\n:d\"e\nEND:VEVENT\nBEGIN");
    List<Property> guests = event.getProperties(Property.ATTENDEE);
    assertThat(guests).hasSize(1);
    assertThat(guests.get(0).getParameter(Parameter.CN).orElseThrow().getValue())
        .contains("Eve '", "ATTENDEE:mailto:x@y;,:");
    assertThat(event.getComponents()).isEmpty();
  }

  @Test
  void whatever_is_said_reads_back_the_same() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      String title = random(random).replaceAll("\\s+", " ").strip();
      String text = random(random).strip();
      VEvent event = written(entry(Method.REQUEST, new Words(title, text, "r"), ADA));
      assertThat(value(event, Property.SUMMARY)).as("seed %d", seed).isEqualTo(title);
      assertThat(value(event, Property.DESCRIPTION)).as("seed %d", seed).isEqualTo(text);
    }
  }

  private static String random(Random random) {
    List<String> pieces =
        List.of(
            // the reader takes a backslash before a line end for something else
            ";", ",", ":", "\\.", "\\n", "\"", "'", "\n", " ", "é", "😀", "漢", "a", "BEGIN:", "=");
    List<String> words = new ArrayList<>(List.of("x"));
    for (int i = random.nextInt(120); i > 0; i--) {
      words.add(pieces.get(random.nextInt(pieces.size())));
    }
    return String.join("", words) + "x";
  }
}
