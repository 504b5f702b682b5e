package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.api.Fault;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Owners are asked about their tasks on the day they are due and weekly after, at ten where they
 * are: jane in London, ada in Paris, lin in New York. It is Wednesday, 2026-11-18.
 */
class DueTasksTest extends FollowDeeds {
  private static final String DUE = "Your tasks that are due";

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
  }

  private static int asked(Member member) {
    return letters(member, DUE).size();
  }

  private Message due(Member member, String instant) {
    company.until(instant);
    return member.dm().sees(DUE);
  }

  @Test
  void on_the_day_it_is_due_and_every_week_after_until_it_is_done() {
    says(joe, "/pm task @jane limit migrations by 2026-11-24");
    company.until("2026-11-23T10:00:00Z");
    company.until("2026-11-24T09:59:00Z");
    assertThat(asked(jane)).isZero();
    Message letter = due(jane, "2026-11-24T10:00:00Z");
    assertThat(letter.text())
        .contains("PM-1 Checkout is down", "Task 1: limit migrations, due 2026-11-24");
    assertThat(letter.rawText()).contains("limit migrations, due 2026-11-24");
    assertThat(letter.buttons()).contains("Done", "Won't do");
    for (String day : new String[] {"11-25", "11-26", "11-27", "11-30"}) {
      company.until("2026-" + day + "T10:00:00Z");
    }
    assertThat(asked(jane)).isEqualTo(1);
    company.until("2026-12-01T10:00:00Z");
    company.until("2026-12-01T10:15:00Z");
    assertThat(asked(jane)).isEqualTo(2);
    says(joe, "/pm task done 1");
    company.until("2026-12-08T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(2);
  }

  @Test
  void one_letter_a_day_holds_the_tasks_of_all_incidents_in_each_ones_zone() {
    Channel other = company.warRoom("inc-43");
    says(joe, other, "/pm start Login fails");
    says(joe, "/pm task @ada limit migrations by 2026-11-24");
    says(joe, "/pm task @lin write to the customers by 2026-11-24");
    says(joe, "/pm task @ada delete the old queue by 2026-11-25");
    says(joe, other, "/pm task @ada rotate the key by 2026-11-24");
    company.until("2026-11-24T08:59:00Z");
    assertThat(asked(ada)).isZero();
    Message letter = due(ada, "2026-11-24T09:00:00Z");
    assertThat(letter.text())
        .contains("PM-1 Checkout is down", "limit migrations", "PM-2 Login fails", "rotate the key")
        .doesNotContain("old queue", "customers");
    company.until("2026-11-24T10:00:00Z");
    company.until("2026-11-24T14:59:00Z");
    assertThat(asked(lin)).isZero();
    company.until("2026-11-24T15:00:00Z");
    assertThat(asked(lin)).isEqualTo(1);
    assertThat(asked(ada)).isEqualTo(1);
    assertThat(due(ada, "2026-11-25T09:00:00Z").text())
        .contains("old queue")
        .doesNotContain("limit migrations");
  }

  @Test
  void a_task_due_at_a_weekend_is_asked_about_on_the_friday_before() {
    says(joe, "/pm task @jane limit migrations by 2026-11-22");
    company.until("2026-11-19T10:00:00Z");
    assertThat(asked(jane)).isZero();
    company.until("2026-11-20T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(1);
    company.until("2026-11-21T10:00:00Z");
    company.until("2026-11-22T10:00:00Z");
    company.until("2026-11-23T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(1);
    company.until("2026-11-27T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(2);
  }

  @Test
  void also_after_publication_and_a_click_on_done_settles_it_once_for_all() {
    says(joe, "/pm task @jane limit migrations by 2026-12-01");
    says(joe, "/pm task @jane alert on depth by 2026-12-01");
    theSectionsAreWritten();
    says(joe, "/pm resolve");
    publishes(joe);
    jane.opensHome();
    company.settled();
    assertThat(jane.home().text()).contains("limit migrations");
    Message letter = due(jane, "2026-12-01T10:00:00Z");
    clicks(jane, letter, "Done: task 1 of PM-1");
    assertThat(letters(jane, "Task 1 of PM-1 is now done")).hasSize(1);
    assertThat(letter.text()).contains("limit migrations, due 2026-12-01 (done)");
    assertThat(letter.buttons()).containsExactly("Done", "Won't do");
    assertThat(jane.home().text()).contains("alert on depth").doesNotContain("limit migrations");
    assertThat(presses(jane, "pm_done", "1/1")).contains("Task 1 is settled already (done)");
    company.until("2026-12-08T10:00:00Z");
    assertThat(jane.dm().sees(DUE).text()).contains("alert on depth").doesNotContain("migrations");
  }

  @Test
  void whoever_will_not_do_it_says_why() {
    says(joe, "/pm task @jane limit migrations by 2026-11-24");
    Message letter = due(jane, "2026-11-24T10:00:00Z");
    clicks(jane, letter, "Won't do");
    Modal why = jane.modal("Task 1");
    assertThat(why.text()).contains("limit migrations");
    assertThat(why.fill("Why will it not be done?", "   ").submit().hasErrors()).isTrue();
    why.fill("Why will it not be done?", "the queue & <its> migrations go away");
    assertThat(why.submit().isClosed()).isTrue();
    company.settled();
    assertThat(letter.text()).contains("won't do: the queue & <its> migrations go away");
    assertThat(letter.buttons()).isEmpty();
    assertThat(says(joe, "/pm tasks")).contains("(won't do: the queue & <its> migrations go away)");
    assertThat(presses(jane, "pm_done", "1/1")).contains("settled already (won't do: the queue");
    assertThat(presses(jane, "pm_drop", "1/1")).contains("settled already");
    company.until("2026-12-01T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(1);
  }

  @Test
  void a_window_left_open_does_not_drop_what_was_done_meanwhile() {
    says(joe, "/pm task @jane limit migrations by 2026-11-24");
    clicks(jane, due(jane, "2026-11-24T10:00:00Z"), "Won't do");
    says(joe, "/pm task done 1");
    Modal why = jane.modal("Task 1").fill("Why will it not be done?", "no time");
    why.submit();
    company.settled();
    assertThat(says(joe, "/pm tasks"))
        .contains("limit migrations – Jane Doe, due 2026-11-24 (done)");
  }

  @Test
  void whoever_wants_to_be_asked_later_is_and_nobody_else_can_put_it_off() {
    says(joe, "/pm task @jane limit migrations by 2026-11-24");
    says(joe, "/pm task @jane alert on depth by 2026-11-24");
    Message letter = due(jane, "2026-11-24T10:00:00Z");
    chooses(jane, letter, "pm_later:1/1", "Tomorrow");
    assertThat(letters(jane, "about task 1 of PM-1 again on Wednesday 2026-11-25 10:00 GMT"))
        .hasSize(1);
    assertThat(presses(ada, "pm_later:1/2", "1/2/TOMORROW")).contains("not on your list");
    assertThat(presses(jane, "pm_later:1/9", "1/9/TOMORROW")).contains("not on your list");
    assertThat(due(jane, "2026-11-25T10:00:00Z").text())
        .contains("limit migrations")
        .doesNotContain("alert on depth");
    company.until("2026-12-01T10:00:00Z");
    assertThat(jane.dm().sees(DUE).text()).contains("alert on depth");
    assertThat(asked(jane)).isEqualTo(3);
  }

  @Test
  void another_owner_and_another_date_are_asked_about_anew() {
    says(joe, "/pm task @jane limit migrations by 2026-11-24");
    Message letter = due(jane, "2026-11-24T10:00:00Z");
    joe.in(room).types("/pm tasks");
    company.settled();
    joe.in(room).sees("limit migrations").click(joe, "Change");
    company.settled();
    Modal task = joe.modal("Task 1");
    task.pickUser("Owner", ada);
    task.pickDate("Due", LocalDate.parse("2026-11-26"));
    assertThat(task.submit().isClosed()).isTrue();
    company.settled();
    assertThat(presses(jane, "pm_later:1/1", "1/1/TOMORROW")).contains("not on your list");
    assertThat(due(ada, "2026-11-26T09:00:00Z").text()).contains("limit migrations");
    company.until("2026-12-01T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(1);
    assertThat(letter.buttons()).contains("Done");
  }

  @Test
  void once_for_a_person_and_day_across_restarts_and_moves() {
    says(joe, "/pm task @ada limit migrations by 2026-11-24");
    due(ada, "2026-11-24T09:00:00Z");
    company.restarted();
    company.passes(Duration.ofMinutes(1));
    ada.moves(ZoneId.of("America/New_York"));
    company.settled();
    company.until("2026-11-24T15:00:00Z");
    company.restarted();
    company.passes(Duration.ofMinutes(15));
    assertThat(asked(ada)).isEqualTo(1);
  }

  @Test
  void a_morning_without_the_bot_is_made_up_for_that_day_or_on_the_next() {
    says(joe, "/pm task @jane limit migrations by 2026-11-19");
    says(joe, "/pm task @jane alert on depth by 2026-11-24");
    company.bot().close();
    company.clock.set(Instant.parse("2026-11-19T15:00:00Z"));
    company.started();
    company.passes(Duration.ZERO);
    assertThat(asked(jane)).isEqualTo(1);
    company.bot().close();
    company.clock.set(Instant.parse("2026-11-24T20:00:00Z"));
    company.started();
    company.passes(Duration.ZERO);
    assertThat(asked(jane)).isEqualTo(1);
    company.until("2026-11-25T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(2);
  }

  @Test
  void a_letter_that_slack_did_not_take_by_day_comes_the_next_morning() {
    says(joe, "/pm task @jane limit migrations by 2026-11-24");
    company.slack.faults().always("chat.postMessage", Fault.error("service_unavailable"));
    company.until("2026-11-24T10:00:00Z");
    company.slack.faults().clear();
    company.until("2026-11-24T22:00:00Z");
    assertThat(asked(jane)).isZero();
    company.until("2026-11-25T10:00:00Z");
    assertThat(asked(jane)).isEqualTo(1);
  }

  @Test
  void a_task_without_owner_or_date_and_one_of_a_cancelled_post_mortem_ask_nobody() {
    says(joe, "/pm task limit migrations by 2026-11-24");
    says(joe, "/pm task @jane alert on depth");
    Channel other = company.warRoom("inc-43");
    says(joe, other, "/pm start Login fails");
    says(joe, other, "/pm task @jane rotate the key by 2026-11-24");
    says(joe, other, "/pm cancel false alarm");
    company.until("2026-11-24T10:00:00Z");
    company.until("2026-12-01T10:00:00Z");
    assertThat(asked(jane)).isZero();
  }

  @Test
  void the_words_of_a_private_channel_are_not_for_an_owner_who_is_not_in_it() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    says(joe, secret, "/pm task @lin change the lock by 2026-11-24");
    Message letter = due(lin, "2026-11-24T15:00:00Z");
    assertThat(letter.text())
        .contains("Task 1 of PM-2", "whose channel is private", "Ask Joe Bloggs")
        .doesNotContain("vault", "lock");
    assertThat(letter.buttons()).isEmpty();
    presses(lin, "pm_done", "2/1");
    assertThat(says(joe, secret, "/pm tasks")).contains("(open)");
  }

  @Test
  void more_tasks_than_a_message_holds_are_counted() {
    for (int i = 1; i <= 23; i++) {
      says(joe, "/pm task @jane delete queue " + i + " by 2026-11-24");
    }
    Message letter = due(jane, "2026-11-24T10:00:00Z");
    assertThat(letter.text()).contains("delete queue 20", "And 3 more");
    assertThat(letter.buttons()).hasSize(40);
  }
}
