package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The meeting of a private war room, to which somebody is invited who is not in it. */
class PrivateMeetingTest extends FollowDeeds {
  private static final String MONDAY = "2026-11-23T15:00:00Z";
  @RegisterExtension private final PostOffice post = new PostOffice();

  @Override
  Company opened(Company fresh) {
    return post.serves(fresh, "pm@example.com", "engineering@example.com");
  }

  @BeforeEach
  void aSecretIncidentIsOver() {
    room = company.slack.privateChannel("inc-secret", joe, jane);
    room.invite(company.slack.bot());
    says(joe, "/pm start Breach of the vault");
    says(joe, "/pm resolve");
  }

  private void plans(Member... people) {
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse(MONDAY));
    window.pickUser("Who", people);
    assertThat(window.submit().errors()).isEmpty();
    joe.openModal().ifPresent(Modal::closeAll);
    company.settled();
  }

  private List<Message> warnings() {
    return joe.in(room).seesPrivately().stream()
        .filter(message -> message.text().contains("not in its private channel"))
        .toList();
  }

  private String mailsTo(String address) {
    StringBuilder all = new StringBuilder();
    for (MimeMessage mail : post.mails()) {
      String whole = GreenMailUtil.getWholeMessage(mail);
      if (whole.contains("To: " + address)) {
        all.append(whole);
        Arrays.stream(whole.split("\r?\n\r?\n", -1))
            .filter(part -> part.matches("(?s)[A-Za-z0-9+/=\\s]{40,}"))
            .map(part -> new String(Base64.getMimeDecoder().decode(part)))
            .forEach(all::append);
      }
    }
    return all.toString();
  }

  @Test
  void whoever_plans_it_hears_who_cannot_read_the_draft() {
    plans(joe, jane, lin);
    assertThat(warnings())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("Lin Chen", "#inc-secret"))
        .satisfies(it -> assertThat(it.text()).doesNotContain("Jane Doe", "Joe Bloggs"));
    assertThat(jane.in(room).seesPrivately()).isEmpty();
  }

  @Test
  void whoever_gives_a_role_to_somebody_outside_hears_that_they_cannot_read_the_draft() {
    says(joe, "/pm role notetaker @ada");
    assertThat(warnings()).as("nobody is invited yet").isEmpty();
    plans(joe, jane);
    room.invite(ada);
    company.settled();
    int before = warnings().size();
    says(joe, "/pm role notetaker @jane");
    says(joe, "/pm role moderator @ada");
    assertThat(warnings()).hasSize(before);
    says(joe, "/pm role moderator @lin");
    assertThat(warnings()).hasSize(before + 1);
    assertThat(warnings().get(before).text())
        .contains("Lin Chen", "#inc-secret")
        .doesNotContain("Jane Doe");
  }

  @Test
  void whoever_gives_it_in_the_window_hears_it_too() {
    plans(joe, jane);
    Modal people = opens(joe, "/pm edit participants");
    people.pickUser("Moderator of the meeting", lin);
    assertThat(people.submit().isClosed()).isTrue();
    company.settled();
    assertThat(warnings())
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("Lin Chen"));
    assertThat(opens(joe, "/pm edit participants").submit().isClosed()).isTrue();
    company.settled();
    assertThat(warnings()).hasSize(1);
  }

  @Test
  void nothing_is_said_when_all_are_inside() {
    plans(joe, jane);
    assertThat(warnings()).isEmpty();
  }

  @Test
  void the_letters_to_somebody_outside_say_when_and_where_and_nothing_of_the_incident() {
    plans(joe, jane, lin);
    company.until("2026-11-20T16:00:00Z");
    company.until("2026-11-20T21:00:00Z");
    says(joe, "/pm meeting cancel");
    List<Message> got = lin.dm().sees();
    assertThat(got).hasSize(3);
    assertThat(got.toString()).doesNotContain("vault", "missing", "inc-secret");
    assertThat(got.get(0).text())
        .contains("You are invited.", "Monday 2026-11-23 10:00 EST", "ask to be invited there");
    assertThat(got.get(0).buttons()).isEmpty();
    assertThat(got.get(1).text()).contains("Reminder:", "ask to be invited there");
    assertThat(got.get(1).buttons()).isEmpty();
    assertThat(got.get(2).text()).contains("The review meeting is cancelled: PM-1.");
    assertThat(mailsTo("lin@example.com"))
        .contains("Review of PM-1", "private channel")
        .doesNotContain("vault", "inc-secret");
    assertThat(mailsTo("jane@example.com")).contains("vault");
    assertThat(letters(jane, "vault")).hasSize(3);
  }

  @Test
  void whoever_is_let_in_before_the_reminder_gets_it_whole() {
    plans(joe, lin);
    room.invite(lin);
    company.until("2026-11-20T21:00:00Z");
    Message reminder = lin.dm().sees("Reminder");
    assertThat(reminder.text()).contains("Breach of the vault", "Still missing");
    assertThat(reminder.buttons()).contains("I have read it");
  }

  @Test
  void a_point_person_whom_somebody_else_named_at_the_start_hears_of_it_but_not_what_it_is_about() {
    room = company.slack.privateChannel("inc-hush", joe, jane);
    room.invite(company.slack.bot());
    Modal window = opens(joe, "/pm start");
    window.fill("What is happening?", "The ledger leaks");
    window.pickUser("Point person", lin);
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(letters(lin, "named you as its point person"))
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("ask Joe Bloggs to invite you"))
        .satisfies(it -> assertThat(it.text()).doesNotContain("ledger", "hush"));
    says(joe, "/pm resolve");
    assertThat(letters(lin, "is resolved, and you are its point person"))
        .singleElement()
        .satisfies(it -> assertThat(it.text()).contains("you are not in it: ask to be invited"))
        .satisfies(it -> assertThat(it.buttons()).isEmpty());
    assertThat(lin.dm().sees().toString()).doesNotContain("ledger", "hush");
  }
}
