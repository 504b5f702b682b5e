package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** There is always one point person, who knows of it: the part is handed over by being accepted. */
class HandOverTest extends FollowDeeds {
  private static final String ASKED = "asks you to take over as point person of PM-1";

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
  }

  private Message asked() {
    says(joe, "/pm role owner @jane");
    return jane.dm().sees(ASKED);
  }

  private void isPointPerson(String name) {
    assertThat(says(ada, "/pm status")).contains("Point person " + name);
  }

  @Test
  void until_the_new_one_accepts_the_old_one_stays_and_then_both_know() {
    assertThat(says(joe, "/pm role owner @jane"))
        .contains("Jane Doe is asked to take over", "Until then it is still Joe Bloggs");
    assertThat(says(ada, "/pm status"))
        .contains("Point person Joe Bloggs", "Jane Doe is asked to take over");
    Message letter = jane.dm().sees(ASKED);
    assertThat(letter.buttons()).containsExactly("Accept", "Decline");
    assertThat(letter.rawText()).contains("Checkout is down", "it is still Joe Bloggs");
    clicks(jane, letter, "Accept");
    assertThat(says(ada, "/pm status"))
        .contains("Point person Jane Doe")
        .doesNotContain("is asked to take over");
    assertThat(letters(joe, "Jane Doe is the point person of PM-1 now")).hasSize(1);
    assertThat(letters(jane, "You are the point person of PM-1 now")).hasSize(1);
    assertThat(letter.text()).contains("You accepted");
    assertThat(letter.buttons()).isEmpty();
    assertThat(ada.in(room).sees("PM-1 Checkout is down").text()).contains("Jane Doe");
  }

  @Test
  void whoever_declines_is_not_asked_again_by_an_old_button_and_the_old_one_stays() {
    Message letter = asked();
    clicks(jane, letter, "Decline");
    isPointPerson("Joe Bloggs");
    assertThat(letters(joe, "Jane Doe declined")).hasSize(1);
    assertThat(letter.buttons()).isEmpty();
    assertThat(presses(jane, "pm_accept", "1/1")).contains("You declined that already");
    isPointPerson("Joe Bloggs");
  }

  @Test
  void a_double_click_and_one_a_year_later_change_nothing() {
    clicks(jane, asked(), "Accept");
    assertThat(presses(jane, "pm_accept", "1/1")).contains("You are the point person of PM-1.");
    assertThat(presses(jane, "pm_decline", "1/1")).contains("You are the point person of PM-1.");
    isPointPerson("Jane Doe");
    says(jane, "/pm role owner @lin");
    clicks(lin, lin.dm().sees(ASKED), "Accept");
    company.passes(Duration.ofDays(400));
    assertThat(presses(jane, "pm_accept", "1/1")).contains("The point person of PM-1 is Lin Chen");
    isPointPerson("Lin Chen");
    assertThat(letters(joe, "is the point person of PM-1 now")).hasSize(1);
  }

  @Test
  void nobody_else_can_answer_and_an_offer_that_never_was_is_none() {
    asked();
    assertThat(presses(ada, "pm_accept", "1/1")).contains("That is for Jane Doe alone");
    assertThat(presses(joe, "pm_decline", "1/1")).contains("That is for Jane Doe alone");
    assertThat(presses(jane, "pm_accept", "1/7")).contains("There is no such offer");
    assertThat(presses(jane, "pm_accept", "9/1")).contains("no longer there");
    isPointPerson("Joe Bloggs");
  }

  @Test
  void whoever_is_asked_next_is_the_only_one_who_is_asked() {
    Message first = asked();
    says(joe, "/pm role owner @lin");
    assertThat(first.buttons()).isEmpty();
    assertThat(letters(jane, "You are no longer asked")).isNotEmpty();
    assertThat(presses(jane, "pm_accept", "1/1")).contains("no longer stands");
    clicks(lin, lin.dm().sees(ASKED), "Accept");
    isPointPerson("Lin Chen");
  }

  @Test
  void asking_the_same_person_twice_asks_once_and_naming_the_old_one_takes_it_back() {
    Message letter = asked();
    assertThat(says(joe, "/pm role owner @jane")).contains("is asked already");
    assertThat(letters(jane, ASKED)).hasSize(1);
    assertThat(says(joe, "/pm role owner @joe")).contains("Joe Bloggs is the point person now");
    assertThat(letter.buttons()).isEmpty();
    assertThat(presses(jane, "pm_accept", "1/1")).contains("no longer stands");
    says(joe, "/pm role owner @jane");
    assertThat(letters(jane, ASKED)).hasSize(1);
    assertThat(letters(jane, ASKED).get(0).buttons()).contains("Accept");
  }

  @Test
  void whoever_takes_it_for_themselves_has_it_at_once_and_the_old_one_is_told() {
    assertThat(says(jane, "/pm role owner @jane")).contains("You are the point person of PM-1 now");
    isPointPerson("Jane Doe");
    assertThat(letters(joe, "Jane Doe is the point person of PM-1 now")).hasSize(1);
    assertThat(jane.dm().sees()).isEmpty();
  }

  @Test
  void somebody_else_can_propose_it_and_the_old_one_is_told() {
    says(ada, "/pm role owner @jane");
    assertThat(letters(joe, "Jane Doe is asked to take over as point person")).hasSize(1);
    Message letter = jane.dm().sees("asks you for Joe Bloggs to take over");
    clicks(jane, letter, "Accept");
    assertThat(letters(joe, "Jane Doe is the point person of PM-1 now")).hasSize(1);
    assertThat(letters(ada, "Jane Doe is the point person of PM-1 now")).hasSize(1);
  }

  @Test
  void the_window_asks_too_and_shows_the_old_one_until_it_is_accepted() {
    Modal page = opens(joe, "/pm edit participants");
    page.pickUser("Point person", jane);
    assertThat(page.submit().isClosed()).isTrue();
    company.settled();
    isPointPerson("Joe Bloggs");
    page = opens(joe, "/pm edit participants");
    assertThat(page.value("Point person")).contains(joe.id());
    assertThat(page.text()).contains("Jane Doe is asked to take over and has not answered yet");
    page.close();
    clicks(jane, jane.dm().sees(ASKED), "Accept");
    isPointPerson("Jane Doe");
  }

  @Test
  void a_bot_cannot_be_asked() {
    String bot = "<@" + company.slack.botUserId() + ">";
    joe.in(room).says(bot + " role owner " + bot);
    company.settled();
    assertThat(joe.in(room).sees("A bot cannot be the point person").isEphemeral()).isTrue();
    isPointPerson("Joe Bloggs");
  }

  @Test
  void a_draft_that_was_cancelled_meanwhile_is_not_taken_over() {
    Message letter = asked();
    says(joe, "/pm cancel false alarm");
    clicks(jane, letter, "Accept");
    assertThat(letters(jane, "was cancelled, so nothing was changed")).hasSize(1);
    isPointPerson("Joe Bloggs");
  }

  @Test
  void a_draft_that_was_published_meanwhile_is_not_taken_over() {
    Message letter = asked();
    theSectionsAreWritten();
    says(joe, "/pm resolve");
    publishes(joe);
    clicks(jane, letter, "Accept");
    assertThat(letters(jane, "is published, so nothing was changed")).hasSize(1);
    isPointPerson("Joe Bloggs");
  }

  @Test
  void after_the_incident_whoever_accepts_gets_the_draft_with_what_is_missing() {
    says(joe, "/pm task write the runbook");
    says(joe, "/pm resolve");
    Message letter = asked();
    company.restarted();
    clicks(jane, letter, "Accept");
    Message draft = jane.dm().sees("you are its point person");
    assertThat(draft.text())
        .contains("Still missing: Symptoms", "No meeting planned yet", "Tasks that nobody owns: 1");
    assertThat(draft.buttons()).contains("Fill in", "Meeting", "Publish");
  }

  @Test
  void whoever_never_answers_leaves_the_old_one_who_is_asked_each_morning() {
    says(joe, "/pm resolve");
    Message letter = asked();
    company.until("2026-11-19T10:00:00Z").until("2026-11-20T10:00:00Z");
    assertThat(letters(joe, "waits for you, its point person")).hasSize(2);
    assertThat(jane.dm().sees()).hasSize(1);
    isPointPerson("Joe Bloggs");
    clicks(jane, letter, "Accept");
    company.until("2026-11-23T12:00:00Z");
    assertThat(letters(joe, "waits for you, its point person")).hasSize(2);
    assertThat(letters(jane, "waits for you, its point person")).hasSize(1);
  }

  @Test
  void whoever_accepts_is_invited_to_the_meeting_that_is_planned_already() {
    says(joe, "/pm resolve");
    Modal meeting = opens(joe, "/pm meeting");
    meeting.pickDateTime("When", Instant.parse("2026-11-23T15:00:00Z")).pickUser("Who", joe, ada);
    assertThat(meeting.submit().errors()).isEmpty();
    joe.openModal().ifPresent(Modal::closeAll);
    company.settled();
    Message letter = asked();
    assertThat(letters(jane, "You are invited")).isEmpty();
    clicks(jane, letter, "Accept");
    assertThat(letters(jane, "You are invited")).hasSize(1);
    assertThat(letters(ada, "You are invited")).hasSize(1);
    company.until("2026-11-20T16:00:00Z");
    assertThat(letters(jane, "Reminder")).hasSize(1);
  }

  @Test
  void a_private_channels_draft_is_not_told_of_to_somebody_who_is_not_in_it() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    says(joe, secret, "/pm role owner @lin");
    Message letter = lin.dm().sees("take over as point person of PM-2");
    assertThat(letter.text()).contains("ask to be invited").doesNotContain("vault");
    clicks(lin, letter, "Accept");
    assertThat(says(jane, secret, "/pm status")).contains("Point person Joe Bloggs");
    secret.invite(lin);
    company.settled();
    clicks(lin, letter, "Accept");
    assertThat(says(jane, secret, "/pm status")).contains("Point person Lin Chen");
  }

  @Test
  void somebody_outside_of_the_private_channel_can_decline() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    says(joe, secret, "/pm role owner @lin");
    Message letter = lin.dm().sees("take over as point person of PM-2");
    clicks(lin, letter, "Decline");
    assertThat(letters(joe, "Lin Chen declined to become point person of PM-2")).hasSize(1);
    assertThat(letter.buttons()).isEmpty();
    assertThat(lin.dm().sees().toString()).doesNotContain("vault");
  }

  @Test
  void whoever_is_named_by_somebody_else_at_the_start_is_told() {
    Channel other = company.warRoom("inc-43");
    joe.in(other).types("/pm start");
    company.settled();
    Modal window = joe.modal();
    window.fill("What is happening?", "Orders queue is stuck");
    window.pickUser("Point person", ada);
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(letters(ada, "Joe Bloggs opened PM-2 “Orders queue is stuck” and named you"))
        .hasSize(1);
  }
}
