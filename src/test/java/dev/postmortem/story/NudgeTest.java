package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.api.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The point person is asked once a working day, at ten where they are, until the draft is published
 * or cancelled. The incident is over on a Wednesday at 14:00 in London.
 */
class NudgeTest extends FollowDeeds {
  private static final String NUDGE = "waits for you, its point person";

  private void anIncidentIsOver() {
    anIncidentRuns();
    says(joe, "/pm resolve");
  }

  private static int nudges(Member member) {
    return letters(member, NUDGE).size();
  }

  /** A day passes; somebody looks at the clock at these times. */
  private void passes(String day) {
    for (String time :
        List.of("00:00", "04:15", "09:59", "10:00", "10:15", "12:00", "16:45", "17:00", "22:00")) {
      company.until(day + "T" + time + ":00Z");
    }
  }

  @Test
  void it_comes_at_ten_the_next_morning_once_with_what_is_missing_and_the_buttons_to_do_it() {
    anIncidentRuns();
    says(joe, "/pm task write the runbook");
    says(joe, "/pm question who may stop it?");
    says(joe, "/pm resolve");
    company.until("2026-11-19T09:59:59Z");
    assertThat(nudges(joe)).isZero();
    company.until("2026-11-19T10:00:00Z");
    Message nudge = joe.dm().sees(NUDGE);
    assertThat(nudge.text())
        .contains("PM-1 Checkout is down", "To be written: Symptoms, Hypothesis")
        .contains("No meeting is planned", "moderator and a note-taker")
        .contains("Tasks that nobody owns: 1", "Questions that nobody answered: 1");
    assertThat(nudge.rawText()).contains("To be written: Symptoms");
    assertThat(nudge.buttons()).contains("Fill in", "Meeting", "Publish");
    company.until("2026-11-19T10:15:00Z");
    company.until("2026-11-19T16:59:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
    clicks(joe, nudge, "Fill in");
    assertThat(joe.modal().inputs()).contains("Symptoms");
  }

  @Test
  void it_does_not_ask_for_what_somebody_decided_to_leave_open() {
    anIncidentRuns();
    says(joe, "/pm task write the runbook");
    says(joe, "/pm task alert on the age of the queue");
    says(joe, "/pm question who may stop it?");
    says(joe, "/pm resolve");
    opens(joe, "/pm publish").click("Nobody owns it");
    company.settled();
    joe.modal().click("Leave it open");
    company.settled();
    joe.modal().closeAll();
    company.until("2026-11-19T10:00:00Z");
    assertThat(joe.dm().sees(NUDGE).text())
        .contains("Tasks that nobody owns: 2")
        .doesNotContain("Questions that nobody answered");
    assertThat(says(joe, "/pm status")).contains("Tasks that nobody owns: 1, 2");
  }

  @Test
  void while_only_the_meeting_is_missing_it_says_so_and_after_it_that_it_can_be_published() {
    anIncidentIsOver();
    theSectionsAreWritten();
    Modal window = opens(joe, "/pm meeting");
    window.pickDateTime("When", Instant.parse("2026-11-19T14:00:00Z"));
    window.pickUser("Who", joe, jane).pickUser("Moderator", lin).pickUser("Note-taker", jane);
    window.submit();
    joe.openModal().ifPresent(Modal::closeAll);
    company.until("2026-11-19T10:00:00Z");
    assertThat(joe.dm().sees(NUDGE).text())
        .contains("Nothing is missing but the meeting on Thursday 2026-11-19 14:00 GMT.")
        .doesNotContain("Nothing is missing: it can be published");
    company.until("2026-11-20T10:00:00Z");
    assertThat(joe.dm().sees(NUDGE).text()).contains("Nothing is missing: it can be published.");
  }

  @Test
  void it_names_what_the_gate_will_refuse_also_a_secret_that_was_not_known_when_it_came() {
    anIncidentIsOver();
    theSectionsAreWritten();
    wasKeptAsItCame(joe, "observations", "it was ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8");
    company.until("2026-11-19T10:00:00Z");
    assertThat(joe.dm().sees(NUDGE).text())
        .contains("To be done first: masking what should be secret in Observations")
        .doesNotContain("ghp_");
  }

  @Test
  void it_comes_every_working_day_and_never_at_night_or_at_a_weekend() {
    anIncidentIsOver();
    List.of("2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22", "2026-11-23")
        .forEach(this::passes);
    assertThat(letters(joe, NUDGE))
        .extracting(message -> Instant.ofEpochSecond(Long.parseLong(message.ts().split("\\.")[0])))
        .containsExactly(
            Instant.parse("2026-11-19T10:00:00Z"),
            Instant.parse("2026-11-20T10:00:00Z"),
            Instant.parse("2026-11-23T10:00:00Z"));
  }

  @Test
  void it_ends_with_the_publication_and_does_not_come_back_for_a_correction() {
    anIncidentIsOver();
    theSectionsAreWritten();
    company.until("2026-11-19T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
    publishes(joe);
    company.until("2026-11-20T10:00:00Z");
    says(joe, "/pm correct");
    company.until("2026-11-23T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
  }

  @Test
  void it_ends_when_no_post_mortem_is_needed_and_while_the_incident_is_not_over_after_all() {
    anIncidentIsOver();
    says(joe, "/pm reopen");
    company.until("2026-11-19T10:00:00Z");
    assertThat(nudges(joe)).isZero();
    says(joe, "/pm resolve");
    company.until("2026-11-19T16:00:00Z");
    assertThat(nudges(joe)).isZero();
    company.until("2026-11-20T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
    says(joe, "/pm cancel false alarm");
    company.until("2026-11-23T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
  }

  @Test
  void it_is_put_off_until_tomorrow_for_three_working_days_or_until_next_week() {
    anIncidentIsOver();
    company.until("2026-11-19T10:00:00Z");
    chooses(joe, joe.dm().sees(NUDGE), "Later", "In three working days");
    assertThat(joe.dm().sees("again on Tuesday 2026-11-24 10:00 GMT")).isNotNull();
    company.until("2026-11-20T10:00:00Z");
    company.until("2026-11-23T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
    company.until("2026-11-24T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(2);
    chooses(joe, joe.dm().sees(NUDGE), "Later", "Tomorrow");
    assertThat(joe.dm().sees("again on Wednesday 2026-11-25 10:00 GMT")).isNotNull();
    company.until("2026-11-25T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(3);
    chooses(joe, joe.dm().sees(NUDGE), "Later", "Next week");
    assertThat(joe.dm().sees("again on Monday 2026-11-30 10:00 GMT")).isNotNull();
    company.until("2026-11-26T10:00:00Z");
    company.restarted();
    company.until("2026-11-27T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(3);
    company.until("2026-11-30T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(4);
  }

  @Test
  void an_old_menu_puts_off_from_today_and_only_for_the_point_person_of_an_unfinished_draft() {
    anIncidentIsOver();
    company.until("2026-11-19T10:00:00Z");
    Message old = joe.dm().sees(NUDGE);
    assertThat(presses(ada, "pm_snooze", "1/NEXT_WEEK")).contains("not the point person");
    assertThat(presses(joe, "pm_snooze", "1/FOR_EVER")).isEqualTo("[]");
    company.until("2026-11-20T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(2);
    company.until("2027-11-19T12:00:00Z");
    chooses(joe, old, "Later", "Next week");
    assertThat(joe.dm().sees("again on Monday 2027-11-22 10:00 GMT")).isNotNull();
    says(jane, "/pm role owner @jane");
    assertThat(presses(joe, "pm_snooze", "1/NEXT_WEEK")).contains("not the point person");
    says(joe, "/pm cancel nobody remembers");
    assertThat(presses(jane, "pm_snooze", "1/NEXT_WEEK")).contains("PM-1 is cancelled");
  }

  @Test
  void it_comes_in_the_zone_of_the_point_person_also_after_they_moved() {
    anIncidentRuns();
    says(lin, company.broadcast, "/pm list");
    says(joe, "/pm role owner @lin");
    clicks(lin, lin.dm().sees("asks you to take over"), "Accept");
    says(joe, "/pm resolve");
    company.until("2026-11-19T14:59:00Z");
    assertThat(nudges(lin)).isZero();
    company.until("2026-11-19T15:00:00Z");
    assertThat(nudges(lin)).isEqualTo(1);
    lin.moves(ZoneId.of("Asia/Kathmandu"));
    company.settled();
    company.until("2026-11-20T04:14:00Z");
    assertThat(nudges(lin)).isEqualTo(1);
    company.until("2026-11-20T04:15:00Z");
    assertThat(nudges(lin)).isEqualTo(2);
    lin.moves(ZoneId.of("America/New_York"));
    company.settled();
    company.until("2026-11-20T15:00:00Z");
    company.until("2026-11-20T20:00:00Z");
    assertThat(nudges(lin)).isEqualTo(2);
    assertThat(nudges(joe)).isZero();
  }

  @Test
  void a_new_point_person_is_asked_from_the_next_morning_on_and_the_old_one_no_more() {
    anIncidentIsOver();
    company.until("2026-11-19T10:00:00Z");
    chooses(joe, joe.dm().sees(NUDGE), "Later", "Next week");
    says(jane, "/pm role owner @jane");
    company.until("2026-11-19T12:00:00Z");
    assertThat(nudges(jane)).isZero();
    company.until("2026-11-20T10:00:00Z");
    assertThat(nudges(jane)).isEqualTo(1);
    company.until("2026-11-23T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
    assertThat(nudges(jane)).isEqualTo(2);
  }

  @Test
  void a_morning_without_the_bot_is_made_up_for_in_working_hours_and_once() {
    anIncidentIsOver();
    company.bot().close();
    company.clock.set(Instant.parse("2026-11-19T12:00:00Z"));
    company.started();
    company.passes(Duration.ZERO);
    assertThat(nudges(joe)).isEqualTo(1);
    company.restarted();
    company.passes(Duration.ofMinutes(20));
    assertThat(nudges(joe)).isEqualTo(1);
    company.bot().close();
    company.clock.set(Instant.parse("2026-11-20T22:00:00Z"));
    company.started();
    company.passes(Duration.ZERO);
    company.passes(Duration.ofHours(40));
    assertThat(nudges(joe)).isEqualTo(1);
    company.until("2026-11-23T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(2);
  }

  @Test
  void a_nudge_that_slack_did_not_take_by_day_is_not_sent_at_night() {
    anIncidentIsOver();
    company.slack.faults().always("chat.postMessage", Fault.error("service_unavailable"));
    company.until("2026-11-19T10:00:00Z");
    company.slack.faults().clear();
    company.until("2026-11-19T22:00:00Z");
    assertThat(nudges(joe)).isZero();
    company.until("2026-11-20T10:00:00Z");
    assertThat(nudges(joe)).isEqualTo(1);
  }

  @Test
  void somebody_who_left_the_private_channel_is_not_told_what_it_is_about() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    says(joe, secret, "/pm resolve");
    secret.remove(joe);
    company.until("2026-11-19T10:00:00Z");
    Message nudge = joe.dm().sees(NUDGE);
    assertThat(nudge.text()).contains("not in it").doesNotContain("vault", "Symptoms");
  }
}
