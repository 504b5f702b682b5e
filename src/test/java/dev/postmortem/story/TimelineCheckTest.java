package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Waiver;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeline is gone through, and what is worth a look is worked off. */
class TimelineCheckTest extends Deeds {
  private static final String DETECTED = "Nothing says when the incident was noticed";
  private static final String MITIGATED = "Nothing says when the incident was getting better";
  private static final String OVER = "Nothing says when the incident was over";
  private static final String NO_KEY = "No message is marked as a key point";

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
    ada.in(room).says("errors everywhere");
    company.settled();
  }

  private Modal checked() {
    says(joe, "/pm status");
    joe.in(room).sees("Check the timeline").click(joe, "Check the timeline");
    company.settled();
    return joe.modal("PM-1 timeline");
  }

  @Test
  void the_status_counts_what_is_worth_a_look_and_a_button_lists_it() {
    assertThat(says(joe, "/pm status")).contains("4 things to look at in the timeline");
    assertThat(checked().text()).contains("4 things are worth a look");
    assertThat(joe.modal().text()).contains(DETECTED, MITIGATED, OVER, NO_KEY);
  }

  @Test
  void what_is_right_is_ticked_off_once_and_does_not_come_back() {
    Modal list = checked();
    says(jane, "/pm status");
    jane.in(room).sees("Check the timeline").click(jane, "Check the timeline");
    company.settled();
    list.click("pm_leave:0");
    jane.modal().click("pm_leave:0");
    company.settled();
    assertThat(joe.modal().text()).contains("3 things are worth a look").doesNotContain(DETECTED);
    joe.modal().closeAll();
    company.restarted();
    assertThat(says(jane, "/pm status")).contains("3 things to look at in the timeline");
    List<Waiver> kept = company.bot().desk().store().read(records -> records.waivers().of(1));
    assertThat(kept).hasSize(1);
  }

  @Test
  void the_entry_that_says_when_it_was_noticed_is_chosen_from_the_list() {
    checked().click("Say when");
    company.settled();
    Modal when = joe.modal("When was it noticed?");
    assertThat(when.submit().errors().toString()).contains("Choose an entry, or write down");
    when.choose(
        "Which entry says that it was noticed?", "11-18 14:01 Ada Byron: errors everywhere");
    assertThat(when.submit().isClosed()).isTrue();
    company.settled();
    assertThat(joe.modal().text()).contains("3 things").doesNotContain(DETECTED);
    assertThat(section("Symptoms")).contains("errors everywhere");
  }

  @Test
  void what_nobody_wrote_about_getting_better_is_written_down_with_its_time() {
    company.passes(Duration.ofMinutes(20));
    checked().click("pm_milestone:1");
    company.settled();
    Modal when = joe.modal("When did it get better?");
    when.fill("Or write down how it got better", "index dropped");
    when.pickDateTime("and when", Instant.parse("2026-11-18T23:00:00Z"));
    assertThat(when.submit().errors().toString()).contains("in the future");
    when.pickDateTime("and when", Instant.parse("2026-11-18T14:11:00Z"));
    assertThat(when.submit().isClosed()).isTrue();
    company.settled();
    assertThat(joe.modal().text()).doesNotContain(MITIGATED);
    assertThat(section("Remediation")).contains("14:11", "index dropped");
  }

  @Test
  void resolving_from_the_list_brings_the_list_up_to_date() {
    checked().click("Resolve");
    company.settled();
    assertThat(joe.modal().text()).contains("3 things").doesNotContain(OVER);
    assertThat(says(joe, "/pm status")).contains("– resolved");
  }

  @Test
  void an_entry_outside_of_the_incident_is_linked_and_changed_from_the_list() {
    company.passes(Duration.ofMinutes(5));
    says(joe, "/pm resolve");
    company.passes(Duration.ofHours(2));
    jane.in(room).says("lunch?");
    company.settled();
    Modal list = checked();
    assertThat(list.text()).contains("1 entry is from after the end of the incident");
    assertThat(list.json().toString()).contains("slack.com/archives/" + room.id(), "|11-18 16:06>");
    list.click("Change 11-18 16:06");
    company.settled();
    Modal entry = joe.modal("Timeline entry");
    entry.choose("In the document", "Leave this entry out");
    assertThat(entry.submit().isClosed()).isTrue();
    company.settled();
    assertThat(joe.modal().title()).isEqualTo("PM-1 timeline");
    assertThat(joe.modal().text()).doesNotContain("after the end");
  }

  @Test
  void the_timeline_leads_to_the_list_and_back_and_an_entry_still_opens_on_top() {
    Modal edit = opens(joe, "/pm edit timeline");
    edit.click("Check the timeline");
    company.settled();
    assertThat(joe.modal().text()).contains("4 things are worth a look");
    joe.modal().click("Timeline");
    company.settled();
    assertThat(joe.modal().text()).contains("errors everywhere");
    joe.modal().click("Change");
    company.settled();
    assertThat(joe.modal().title()).isEqualTo("Timeline entry");
  }

  @Test
  void the_draft_that_the_point_person_gets_offers_the_list() {
    says(joe, "/pm resolve");
    Message draft = joe.dm().sees("you are its point person");
    assertThat(draft.text()).contains("things to look at in the timeline");
    draft.click(joe, "Check the timeline");
    company.settled();
    assertThat(joe.modal().text()).contains(DETECTED).doesNotContain(OVER);
  }

  @Test
  void after_publication_an_old_list_changes_nothing() {
    Modal list = checked();
    says(jane, "/pm cancel false alarm");
    list.click("It is right");
    company.settled();
    assertThat(joe.dm().sees().toString()).contains("was cancelled, so nothing was changed");
    assertThat(says(joe, "/pm status")).doesNotContain("things to look at");
  }
}
