package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review meeting: planned, moved, cancelled, and everybody told exactly once. */
class MeetingTest extends Deeds {

  @BeforeEach
  void anIncidentIsOver() {
    anIncidentRuns();
    jane.in(room).says("I look");
    company.settled();
    says(joe, "/pm resolve");
  }

  private Modal plans(String instant, Member... people) {
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse(instant));
    window.pickUser("Who", people);
    return window;
  }

  /** Saves, and answers the advice that is given then. */
  private String saves(Modal window) {
    Submission saved = window.submit();
    assertThat(saved.errors()).isEmpty();
    String advice = saved.isClosed() ? "" : saved.modal().text();
    joe.openModal().ifPresent(Modal::closeAll);
    company.settled();
    return advice;
  }

  private static List<String> letters(Member member, String words) {
    return member.dm().sees().stream()
        .map(message -> message.text())
        .filter(text -> text.contains(words))
        .toList();
  }

  @Test
  void a_slot_and_everybody_who_spoke_are_proposed() {
    Modal window = opens(joe, "/pm meeting");
    assertThat(window.text()).contains("Proposed: Thursday 2026-11-19");
    assertThat(window.value("Who")).contains(joe.id(), jane.id()).doesNotContain(lin.id());
    window.pickUser("Moderator", lin);
    window.fill("Where", "Room 3 & <call>");
    saves(window);
    assertThat(letters(lin, "You are invited")).hasSize(1);
    assertThat(letters(jane, "Where: Room 3 & <call>")).hasSize(1);
    assertThat(says(joe, "/pm status")).contains("Meeting Thursday 2026-11-19");
  }

  @Test
  void a_moved_meeting_tells_everybody_and_reminds_once_for_the_new_time_in_each_ones_zone() {
    saves(plans("2026-11-23T15:00:00Z", joe, jane, lin));
    saves(plans("2026-11-24T16:00:00Z", joe, jane, lin));
    for (Member member : List.of(joe, jane, lin)) {
      assertThat(letters(member, "The meeting has changed")).hasSize(1);
    }
    company.until("2026-11-22T15:01:00Z");
    assertThat(letters(jane, "Reminder")).isEmpty();
    company.until("2026-11-23T15:59:00Z");
    assertThat(letters(jane, "Reminder")).isEmpty();
    company.until("2026-11-23T16:00:00Z");
    company.until("2026-11-23T16:05:00Z");
    for (Member member : List.of(joe, jane, lin)) {
      assertThat(letters(member, "Reminder")).as(member.name()).hasSize(1);
    }
    assertThat(letters(lin, "Reminder").get(0)).contains("Tuesday 2026-11-24 11:00 EST");
    assertThat(letters(joe, "Reminder").get(0)).contains("Tuesday 2026-11-24 16:00 GMT");
    company.until("2026-11-24T17:00:00Z");
    assertThat(letters(lin, "Reminder")).hasSize(1);
  }

  @Test
  void somebody_uninvited_is_told_and_somebody_invited_late_gets_the_draft_at_once() {
    saves(plans("2026-11-23T15:00:00Z", joe, jane));
    company.until("2026-11-20T15:59:00Z");
    assertThat(letters(joe, "Reminder")).isEmpty();
    company.until("2026-11-20T16:00:00Z");
    assertThat(letters(joe, "Reminder")).hasSize(1);
    company.until("2026-11-22T20:00:00Z");
    saves(plans("2026-11-23T15:00:00Z", joe, lin));
    assertThat(letters(jane, "You are no longer invited")).hasSize(1);
    assertThat(letters(lin, "You are invited"))
        .singleElement()
        .asString()
        .contains("Please read the draft before", "Still missing: Symptoms");
    company.until("2026-11-23T14:00:00Z");
    assertThat(letters(lin, "Reminder")).isEmpty();
    assertThat(letters(joe, "Reminder")).hasSize(1);
    assertThat(letters(joe, "changed")).isEmpty();
  }

  @Test
  void a_time_that_has_passed_nobody_at_all_and_one_person_for_two_roles_are_refused() {
    Modal window = plans("2026-11-18T13:00:00Z", joe);
    assertThat(window.submit().errors().toString()).contains("That time has passed");
    window.pickDateTime("When", Instant.parse("2026-11-23T15:00:00Z"));
    window.pickUser("Moderator", lin);
    window.pickUser("Note-taker", lin);
    assertThat(window.submit().errors()).containsOnlyKeys("Note-taker");
    window.pickUser("Note-taker", jane);
    saves(window);
    assertThat(letters(lin, "Moderator: Lin Chen, note-taker: Jane Doe")).hasSize(1);
  }

  @Test
  void the_command_cancels_and_nobody_is_reminded() {
    assertThat(says(joe, "/pm meeting cancel")).contains("No meeting of PM-1 is planned");
    assertThat(says(joe, "/pm meeting tomorrow")).contains("/pm meeting [cancel]", "You typed");
    saves(plans("2026-11-23T15:00:00Z", joe, jane));
    assertThat(says(joe, "/pm meeting cancel")).contains("cancelled");
    assertThat(letters(jane, "The review meeting is cancelled")).hasSize(1);
    company.until("2026-11-22T15:01:00Z");
    company.until("2026-11-23T15:01:00Z");
    assertThat(letters(jane, "Reminder")).isEmpty();
  }

  @Test
  void the_box_in_the_window_cancels_and_a_new_meeting_can_be_planned() {
    saves(plans("2026-11-23T15:00:00Z", joe, jane));
    Modal window = opens(joe, "/pm meeting");
    window.choose("Not at all", "Cancel the meeting");
    saves(window);
    assertThat(letters(jane, "The review meeting is cancelled")).hasSize(1);
    saves(plans("2026-11-25T15:00:00Z", joe, jane));
    assertThat(letters(jane, "You are invited")).hasSize(2);
    company.until("2026-11-24T15:00:00Z");
    assertThat(letters(jane, "Reminder")).hasSize(1);
  }

  @Test
  void a_cancelled_post_mortem_takes_its_meeting_with_it_and_gets_no_other() {
    saves(plans("2026-11-23T15:00:00Z", joe, jane));
    Modal window = opens(joe, "/pm meeting");
    says(jane, "/pm cancel false alarm");
    assertThat(letters(jane, "The review meeting is cancelled")).hasSize(1);
    window.pickDateTime("When", Instant.parse("2026-11-25T15:00:00Z"));
    assertThat(window.submit().errors().toString()).contains("was cancelled", "/pm reopen");
    company.until("2026-11-24T15:01:00Z");
    assertThat(letters(jane, "Reminder")).isEmpty();
  }

  @Test
  void a_role_given_while_the_window_was_open_stays() {
    Modal window = plans("2026-11-23T15:00:00Z", joe, jane);
    says(jane, "/pm role moderator @lin");
    saves(window);
    assertThat(says(joe, "/pm status")).contains("moderator Lin Chen");
    assertThat(letters(lin, "You are invited")).hasSize(1);
  }
}
