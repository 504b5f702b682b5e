package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.SlackFile;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The review meeting stands in the calendar of everybody invited, and goes with it. */
class CalendarTest extends Deeds {
  private static final String AT = "2026-11-23T15:00:00Z";
  private static final String LATER = "2026-11-24T16:00:00Z";
  @RegisterExtension private final PostOffice post = new PostOffice();

  @Override
  Company opened(Company fresh) {
    return post.serves(fresh, "Postmortem <pm@example.com>", "engineering@example.com");
  }

  @BeforeEach
  void anIncidentIsOver() {
    anIncidentRuns();
    says(joe, "/pm resolve");
  }

  private void meets(String instant, Member... people) {
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse(instant));
    window.pickUser("Who", people);
    window.pickUser("Moderator", people[people.length - 1]);
    saves(window);
  }

  /** What there is to advise may take the place of the window. */
  private void saves(Modal window) {
    assertThat(window.submit().hasErrors()).isFalse();
    company.settled();
    joe.openModal().ifPresent(Modal::closeAll);
  }

  /** What a calendar reads: the method, and the one event. */
  private record Told(String method, VEvent event) {
    String value(String property) {
      return event.<Property>getProperty(property).map(Property::getValue).orElse("");
    }

    List<String> guests() {
      return event.<Property>getProperties(Property.ATTENDEE).stream()
          .map(Property::getValue)
          .toList();
    }
  }

  private static Told read(String file) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(file));
      assertThat(calendar.validate().getEntries()).isEmpty();
      return new Told(
          calendar.getMethod().getValue(),
          calendar.<VEvent>getComponent(Component.VEVENT).orElseThrow());
    } catch (Exception unreadable) {
      throw new AssertionError(file, unreadable);
    }
  }

  /** What came by mail, oldest first. */
  private List<Told> mailed(Member member) throws Exception {
    List<Told> all = new ArrayList<>();
    for (MimeMessage mail : post.mails()) {
      if (mail.getAllRecipients()[0].toString().equals(member.name() + "@example.com")) {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(2);
        String file = new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Told told = read(file);
        assertThat(part.getContentType())
            .startsWith("text/calendar")
            .contains("method=" + told.method());
        all.add(told);
      }
    }
    return all;
  }

  /** What came as files in Slack, oldest first. */
  private static List<Told> handed(Member member) {
    return member.dm().sees().stream()
        .flatMap(message -> message.files().stream())
        .filter(file -> file.name().endsWith(".ics"))
        .map(SlackFile::content)
        .map(CalendarTest::read)
        .toList();
  }

  @Test
  void an_invitation_comes_by_mail_and_a_moved_meeting_moves_in_the_calendar() throws Exception {
    meets(AT, joe, jane, lin);
    Told first = mailed(jane).get(0);
    assertThat(first.method()).isEqualTo("REQUEST");
    assertThat(first.value(Property.DTSTART)).isEqualTo("20261123T150000Z");
    assertThat(first.value(Property.DTEND)).isEqualTo("20261123T153000Z");
    assertThat(first.value(Property.SUMMARY)).isEqualTo("Review of PM-1: Checkout is down");
    assertThat(first.value(Property.DESCRIPTION)).contains("without blame", "Moderator: Lin Chen");
    assertThat(first.value(Property.ORGANIZER)).isEqualTo("mailto:pm@example.com");
    assertThat(first.guests())
        .containsExactly(
            "mailto:joe@example.com", "mailto:jane@example.com", "mailto:lin@example.com");
    company.passes(Duration.ofMinutes(1));
    meets(LATER, joe, jane, lin);
    assertThat(mailed(jane)).hasSize(2);
    Told moved = mailed(jane).get(1);
    assertThat(moved.value(Property.UID)).isEqualTo(first.value(Property.UID));
    assertThat(sequence(moved)).isGreaterThan(sequence(first));
    assertThat(moved.value(Property.DTSTART)).isEqualTo("20261124T160000Z");
    assertThat(moved.value(Property.DTSTAMP)).isGreaterThan(first.value(Property.DTSTAMP));
    company.restarted().passes(Duration.ofMinutes(20));
    assertThat(mailed(jane)).hasSize(2);
    assertThat(handed(jane)).isEmpty();
  }

  @Test
  void whoever_is_invited_after_a_move_gets_an_invitation_and_not_an_update() throws Exception {
    meets(AT, joe, jane);
    meets(LATER, joe, jane);
    meets(LATER, joe, jane, lin);
    assertThat(subjects("jane")).hasSize(2).last().asString().startsWith("Invitation, up to date:");
    assertThat(subjects("lin")).singleElement().asString().startsWith("Invitation: Review of");
  }

  private List<String> subjects(String name) throws Exception {
    List<String> all = new ArrayList<>();
    for (MimeMessage mail : post.mails()) {
      if (mail.getAllRecipients()[0].toString().equals(name + "@example.com")) {
        all.add(mail.getSubject());
      }
    }
    return all;
  }

  private static int sequence(Told told) {
    return Integer.parseInt(told.value(Property.SEQUENCE));
  }

  @Test
  void who_is_uninvited_loses_it_and_nobody_else_does_until_it_is_cancelled() throws Exception {
    meets(AT, joe, jane, lin);
    meets(AT, joe, lin);
    Told without = mailed(jane).get(1);
    assertThat(without.method()).isEqualTo("CANCEL");
    assertThat(without.value(Property.STATUS)).isEmpty();
    assertThat(without.guests()).containsExactly("mailto:jane@example.com");
    assertThat(sequence(without)).isGreaterThan(sequence(mailed(jane).get(0)));
    assertThat(mailed(lin)).hasSize(1);

    says(joe, "/pm meeting cancel");
    Told off = mailed(lin).get(1);
    assertThat(off.method()).isEqualTo("CANCEL");
    assertThat(off.value(Property.STATUS)).isEqualTo("CANCELLED");
    assertThat(mailed(jane)).hasSize(2);
  }

  @Test
  void without_the_permission_to_see_addresses_it_comes_as_a_file_in_slack() throws Exception {
    company.slack.withdrawScope("users:read.email");
    meets(AT, joe, jane);
    meets(LATER, joe, jane);
    says(joe, "/pm meeting cancel");
    assertThat(post.mails()).isEmpty();
    assertThat(handed(jane))
        .extracting(Told::method)
        .containsExactly("PUBLISH", "PUBLISH", "CANCEL");
    assertThat(handed(jane))
        .extracting(told -> told.value(Property.DTSTART))
        .containsExactly("20261123T150000Z", "20261124T160000Z", "20261124T160000Z");
    assertThat(handed(jane)).extracting(CalendarTest::sequence).containsExactly(0, 1, 2);
    assertThat(handed(jane))
        .extracting(told -> told.value(Property.UID))
        .containsOnly(handed(jane).get(0).value(Property.UID));
    assertThat(jane.dm().sees("have the meeting in your calendar").files()).hasSize(1);
  }

  @Test
  void while_the_mail_server_is_away_slack_goes_on_and_then_only_the_last_word_is_mailed()
      throws Exception {
    post.closes();
    meets(AT, joe, jane);
    assertThat(jane.dm().sees("You are invited").text()).contains("Monday 2026-11-23");
    company.passes(Duration.ofMinutes(1));
    meets(LATER, joe, jane);
    post.opensAgain();
    company.passes(Duration.ofMinutes(20));
    assertThat(post.mails()).hasSize(2);
    assertThat(post.mails())
        .allSatisfy(mail -> assertThat(mail.getSubject()).startsWith("Invitation"));
    assertThat(handed(jane)).isEmpty();
  }

  @Test
  void what_people_type_cannot_leave_its_line() throws Exception {
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse(AT));
    window.pickUser("Who", jane);
    window.fill("Where", "Room 3; a,b\\n \"x\" 漢字😀 ".repeat(9) + "end");
    saves(window);
    assertThat(mailed(jane).get(0).value(Property.LOCATION))
        .startsWith("Room 3; a,b\\n \"x\" 漢字😀 Room 3")
        .endsWith("end");
  }
}
