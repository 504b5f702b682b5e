package dev.postmortem.story;

import static dev.postmortem.story.Gates.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changed what about a post-mortem, and when. */
class HistoryTest extends Deeds {

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
  }

  private String history() {
    says(joe, "/pm status");
    joe.in(room).sees("History").click(joe, "History");
    company.settled();
    String text = joe.modal("PM-1 history").text();
    joe.modal().closeAll();
    return text;
  }

  @Test
  void every_change_has_its_line_with_who_and_when_the_newest_first() {
    company.passes(Duration.ofMinutes(2));
    says(jane, "/pm impact 400 orders");
    says(ada, "/pm task @jane limit migrations by 2026-12-01");
    says(joe, "/pm question who may stop one?");
    says(jane, "/pm answer 1 whoever is on call");
    says(joe, "/pm role moderator @lin");
    says(ada, "/pm task drop 1 it has one");
    company.passes(Duration.ofMinutes(8));
    says(ada, "/pm resolve");
    says(jane, "/pm reopen");
    assertThat(history())
        .containsSubsequence(
            "11-18 14:10 Jane Doe reopened it",
            "11-18 14:10 Ada Byron resolved it, over since 2026-11-18 14:10 GMT",
            "11-18 14:02 Ada Byron set task 1 to won't do: it has one",
            "11-18 14:02 Joe Bloggs made Lin Chen the moderator",
            "Jane Doe answered question 1: “whoever is on call”",
            "Joe Bloggs asked question 1: “who may stop one?”",
            "Ada Byron made task 1 for Jane Doe, due 2026-12-01: “limit migrations”",
            "Jane Doe changed Impact (revision 1)",
            "11-18 14:00 Joe Bloggs opened it");
  }

  @Test
  void what_is_said_twice_or_refused_or_saved_without_a_change_leaves_no_second_line() {
    says(joe, "/pm resolve");
    says(jane, "/pm resolve");
    says(jane, "/pm answer 7 nothing");
    says(jane, "/pm cancel");
    assertThat(opens(jane, "/pm edit").submit().isClosed()).isTrue();
    assertThat(opens(jane, "/pm edit participants").submit().isClosed()).isTrue();
    company.settled();
    assertThat(history()).contains("2 changes");
  }

  @Test
  void the_windows_leave_their_lines_too() {
    Modal head = opens(jane, "/pm edit");
    head.choose("Go to", "Title, severity and times");
    company.settled();
    jane.modal().fill("Title", "Checkout and login are down");
    jane.modal().submit();
    Modal meeting = opens(ada, "/pm meeting");
    meeting.pickUser("Who", joe).pickUser("Moderator", lin).pickUser("Note-taker", jane);
    assertThat(meeting.submit().isClosed()).isTrue();
    company.settled();
    says(lin, "/pm meeting cancel");
    room.invite(lin);
    Message said = ada.in(room).says("check the alert");
    lin.in(room).reacts("clipboard", said);
    company.settled();
    assertThat(history())
        .contains("Jane Doe changed the title from “Checkout is down” to “Checkout and login are")
        .contains("Ada Byron planned the meeting for ", " with Joe Bloggs, Lin Chen, Jane Doe")
        .contains("Ada Byron made Jane Doe the note-taker")
        .contains("Lin Chen cancelled the meeting of ")
        .contains("Lin Chen made task 1: “check the alert”");
  }

  @Test
  void a_meeting_that_is_late_or_long_keeps_its_reason() {
    says(joe, "/pm resolve");
    meeting("30 minutes", "2026-12-10T15:00:00Z", "the vendor comes only then");
    meeting("120 minutes", "2026-12-10T15:00:00Z", "the vendor brings six people");
    assertThat(history())
        .contains("planned the meeting for Thursday 2026-12-10")
        .contains("because “the vendor comes only then”")
        .contains("made the meeting 2 h long, because “the vendor brings six people”");
  }

  private void meeting(String length, String at, String reason) {
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse(at)).choose("How long", length);
    window.pickUser("Who", joe, jane).fill("Reason", reason);
    assertThat(window.submit().errors()).isEmpty();
    joe.openModal().ifPresent(Modal::closeAll);
    company.settled();
  }

  @Test
  void what_is_changed_about_an_entry_of_the_timeline_leaves_its_line() {
    company.passes(Duration.ofMinutes(4));
    jane.in(room).says("it was joe's fault");
    company.settled();
    entry().pickDateTime("When it happened", Instant.parse("2026-11-18T14:01:00Z")).submit();
    company.settled();
    entry().writes("What the document says", "a migration ran").submit();
    company.settled();
    entry().choose("In the document", "Leave this entry out").submit();
    company.settled();
    entry().submit();
    company.settled();
    entry().clear("In the document").clear("What the document says").submit();
    company.settled();
    assertThat(history())
        .contains("5 changes")
        .containsSubsequence(
            "Ada Byron changed the entry of 2026-11-18 14:01 GMT: took its own words again, took it"
                + " in again",
            "changed the entry of 2026-11-18 14:01 GMT: left it out",
            "changed the entry of 2026-11-18 14:01 GMT: put it into other words",
            "changed the entry of 2026-11-18 14:04 GMT: moved it to 2026-11-18 14:01 GMT");
  }

  @Test
  void what_is_filed_elsewhere_in_the_timeline_leaves_its_line_too() {
    company.passes(Duration.ofMinutes(4));
    Message said = jane.in(room).says("the pool ran dry");
    jane.in(room).reacts("thermometer", said);
    company.settled();
    entry().choose("Filed under", "Impact", "Hypothesis").submit();
    company.settled();
    entry().submit();
    company.settled();
    assertThat(history())
        .contains("2 changes")
        .contains(
            "Ada Byron changed the entry of 2026-11-18 14:04 GMT: filed it under Hypothesis and"
                + " Impact, took it out of Symptoms");
  }

  private Modal entry() {
    Modal timeline = opens(ada, "/pm timeline");
    timeline.click("Change");
    company.settled();
    return ada.modal("Timeline entry");
  }

  @Test
  void publishing_correcting_and_cancelling_keep_their_reasons() {
    for (String word : new String[] {"symptom", "hypothesis", "remediation", "impact", "learned"}) {
      says(joe, "/pm " + word + " x");
    }
    says(joe, "/pm resolve");
    Modal gate = opens(jane, "/pm publish");
    gate.fill(WHY, "A drill.");
    assertThat(gate.submit().isClosed()).isTrue();
    company.passes(Duration.ofHours(1));
    says(ada, "/pm correct");
    ada.modal().closeAll();
    Modal again = opens(ada, "/pm publish");
    again.fill("What changed?", "The impact.");
    assertThat(again.submit().isClosed()).isTrue();
    company.settled();
    assertThat(history())
        .contains("Ada Byron opened the published document for changes")
        .contains("Ada Byron told the readers what changed: The impact.")
        .contains("Ada Byron published the changes", "Jane Doe published it")
        .contains(
            "Jane Doe let pass that this is missing: a moderator, a note-taker, the review"
                + " meeting; because “A drill.”");
    assertThat(document()).doesNotContain("let pass", "opened it");

    Channel other = company.warRoom("inc-43");
    says(joe, other, "/pm start Login is down");
    says(joe, other, "/pm cancel the probe was broken");
    says(joe, other, "/pm status");
    joe.in(other).sees("PM-2 Login is down – cancelled").click(joe, "History");
    company.settled();
    assertThat(joe.modal("PM-2 history").text())
        .contains("Joe Bloggs cancelled it: the probe was broken");
  }

  @Test
  void a_long_history_is_turned_page_by_page() {
    for (int i = 0; i < 45; i++) {
      says(joe, "/pm impact line " + i);
    }
    says(joe, "/pm status");
    joe.in(room).sees("History").click(joe, "History");
    company.settled();
    assertThat(joe.modal().text()).contains("46 changes", "(revision 45)").doesNotContain("opened");
    joe.modal().click("Earlier");
    company.settled();
    assertThat(joe.modal().text()).contains("opened it").doesNotContain("(revision 45)");
    joe.modal().click("Later");
    company.settled();
    assertThat(joe.modal().text()).contains("(revision 45)");
  }

  @Test
  void whoever_is_not_in_a_private_war_room_does_not_see_its_history() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, lin);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    says(joe, secret, "/pm role owner @lin");
    lin.dm().sees("asks you to take over").click(lin, "Accept");
    company.settled();
    says(joe, secret, "/pm resolve");
    Message draft = lin.dm().sees("you are its point person");
    secret.remove(lin);
    company.settled();
    draft.click(lin, "History");
    company.settled();
    assertThat(lin.openModal()).isEmpty();
    assertThat(lin.dm().sees().toString()).contains("private channel that you are not in");
  }
}
