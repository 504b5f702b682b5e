package dev.postmortem.story;

import static dev.postmortem.story.Gates.allTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gate, the broadcast, and the correction of what is out. */
class PublishTest extends Deeds {
  private static final List<String> NEEDED =
      List.of("symptom", "hypothesis", "remediation", "impact", "learned");

  private void isWritten(Channel where) {
    NEEDED.forEach(word -> says(joe, where, "/pm " + word + " the " + word));
    company.passes(Duration.ofMinutes(10));
    says(joe, where, "/pm resolve");
  }

  private Message published() {
    anIncidentRuns();
    isWritten(room);
    assertThat(allTheSame(opens(joe, "/pm publish")).submit().isClosed()).isTrue();
    company.settled();
    return lin.in(company.broadcast).sees("Checkout is down");
  }

  private static String whole(Message root) {
    StringBuilder text = new StringBuilder(root.text());
    root.replies().forEach(reply -> text.append("\n").append(reply.text()));
    return text.toString();
  }

  private long broadcasts() {
    return company.broadcast.messages().stream()
        .filter(message -> !message.isReply() && message.text().contains("PM-"))
        .count();
  }

  @Test
  void the_gate_says_what_is_missing_and_leads_to_the_sections() {
    anIncidentRuns();
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.title()).isEqualTo("Not ready to publish");
    assertThat(gate.submitText()).isEmpty();
    assertThat(gate.text()).contains("The incident is not resolved", "Symptoms", "Impact");
    gate.click("Fill in the sections");
    company.settled();
    Modal edit = joe.modal("PM-1 draft");
    edit.writes("Symptoms", "a blank page");
    assertThat(edit.submit().hasErrors()).isFalse();
    company.settled();
    assertThat(joe.modal().title()).isEqualTo("Not ready to publish");
    assertThat(joe.modal().text()).contains("Impact").doesNotContain("Symptoms");
  }

  @Test
  void what_is_submitted_twice_is_broadcast_once() {
    anIncidentRuns();
    isWritten(room);
    says(joe, "/pm task check the alert");
    says(joe, "/pm question why?");
    Modal one = opens(joe, "/pm publish");
    Modal two = opens(jane, "/pm publish");
    assertThat(one.text()).contains("an owner of task 1", "an answer to question 1");
    assertThat(allTheSame(one).submit().isClosed()).isTrue();
    assertThat(allTheSame(two).submit().isClosed()).isTrue();
    company.settled();
    assertThat(broadcasts()).isEqualTo(1);
    assertThat(room.message("is published").text()).contains("Thank you");
    assertThat(says(joe, "/pm publish")).contains("PM-1 is published", "/pm correct", "/pm start");
    assertThat(says(joe, "/pm reopen")).contains("is published, so it cannot be reopened");
    assertThat(says(joe, "/pm cancel false alarm")).contains("published");
    assertThat(joe.openModal()).isEmpty();
  }

  @Test
  void a_private_war_room_asks_for_its_name_before_everybody_reads_it() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    isWritten(secret);
    joe.in(secret).types("/pm publish");
    company.settled();
    Modal gate = allTheSame(joe.modal());
    String field =
        gate.inputs().stream().filter(label -> label.contains("private")).findFirst().orElseThrow();
    gate.fill(field, "yes");
    assertThat(gate.submit().errors().get(field)).contains("type the name", "inc-secret");
    assertThat(broadcasts()).isZero();
    gate.fill(field, "#inc-secret");
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
    assertThat(lin.in(company.broadcast).sees("Breach of the vault").text()).contains("PM-1");
  }

  @Test
  void a_correction_updates_in_place_and_a_note_says_what_changed() {
    Message root = published();
    assertThat(says(joe, "/pm impact more")).contains("is published", "/pm correct");
    assertThat(says(jane, "/pm correct")).contains("can be changed now");
    jane.modal().closeAll();
    assertThat(says(jane, "/pm correct")).contains("open for changes already");
    jane.modal().closeAll();
    company.passes(Duration.ofMinutes(1));
    for (int i = 0; i < 40; i++) {
      says(joe, "/pm detail " + ("line " + i + " of a long story ").repeat(12));
    }
    republished("Many details.");
    assertThat(whole(root)).contains("line 39 of a long story", "Many details.");
    assertThat(broadcasts()).isEqualTo(1);
    int longer = root.replies().size();

    company.passes(Duration.ofMinutes(1));
    says(joe, "/pm correct");
    joe.modal().closeAll();
    Modal edit = opens(joe, "/pm edit detail");
    edit.writes("Additional Details", "in short");
    assertThat(edit.submit().isClosed()).isTrue();
    republished("Shorter.");
    assertThat(whole(root)).contains("in short", "Shorter.").doesNotContain("line 39");
    assertThat(root.replies().size()).isLessThan(longer);
    assertThat(broadcasts()).isEqualTo(1);
  }

  private void republished(String what) {
    Modal gate = allTheSame(opens(joe, "/pm publish"));
    gate.fill("What changed?", what);
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
  }

  @Test
  void a_year_later_the_buttons_of_the_messages_still_say_what_to_do() {
    published();
    Message draft = joe.dm().sees("you are its point person");
    company.passes(Duration.ofDays(366));
    for (String button : new String[] {"Fill in", "Publish"}) {
      draft.click(joe, button);
      company.settled();
      assertThat(joe.openModal()).as(button).isEmpty();
    }
    assertThat(joe.dm().sees().toString()).contains("is published, so nothing was changed");
    draft.click(joe, "Preview");
    company.settled();
    assertThat(joe.dm().sees("pm-1.html").files()).hasSize(1);
  }

  @Test
  void a_task_is_done_long_after_the_document_is_out() {
    anIncidentRuns();
    says(joe, "/pm task @ada check the alert");
    isWritten(room);
    assertThat(allTheSame(opens(joe, "/pm publish")).submit().isClosed()).isTrue();
    company.passes(Duration.ofDays(30));
    assertThat(says(ada, "/pm task done 1")).contains("Task 1 of PM-1 is now done");
  }

  @Test
  void a_correction_by_mention_gives_a_button_to_the_sections() {
    published();
    joe.in(room).says("<@" + company.slack.botUserId() + "> correct");
    company.settled();
    joe.in(room).sees("can be changed now").click(joe, "Fill in");
    company.settled();
    assertThat(joe.modal("PM-1 draft").inputs()).contains("Observations");
  }
}
