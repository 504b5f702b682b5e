package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import dev.postmortem.rehearsal.api.Fault;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long words, two writers, a window closed by accident, one that came too late. */
class NothingTypedIsLostTest extends Deeds {
  private static final String KEPT = "You closed the window without saving it";

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
  }

  /** Ten thousand characters, each line of its own. */
  private static String novel(String who) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append(who).append(" line ").append(i).append(" of what was going on that night\n");
    }
    return text.toString().strip();
  }

  private Optional<Message> offer() {
    return joe.dm().sees().stream().filter(one -> one.text().contains(KEPT)).findFirst();
  }

  @Test
  void ten_thousand_characters_are_saved_shown_again_and_changed() {
    Modal edit = opens(joe, "/pm edit impact");
    edit.writes("Impact", novel("joe"));
    assertThat(edit.submit().isClosed()).isTrue();
    assertThat(section("Impact")).contains("joe line 0 of", "joe line 199 of");
    Modal again = opens(joe, "/pm edit impact");
    assertThat(again.value("Impact")).contains("joe line 0 of", "joe line 199 of");
    again.writes("Impact", again.value("Impact") + "\nand that was all");
    assertThat(again.submit().isClosed()).isTrue();
    assertThat(section("Impact")).contains("joe line 0 of", "joe line 199 of", "that was all");
  }

  @Test
  void a_task_of_ten_thousand_characters_is_shown_whole_in_its_window_and_changed() {
    says(joe, "/pm task " + novel("joe").replace('\n', ' '));
    Modal task = changesTheTask(joe);
    assertThat(task.value("What is to be done?")).contains("joe line 0 of", "joe line 199 of");
    task.pickUser("Owner", jane).submit();
    company.settled();
    assertThat(section("Tasks")).contains("joe line 0 of", "joe line 199 of", "Jane Doe");
    Modal again = changesTheTask(joe);
    again.writes("What is to be done?", again.value("What is to be done?") + " and that was all");
    again.submit();
    company.settled();
    assertThat(section("Tasks")).contains("joe line 0 of", "joe line 199 of", "that was all");
  }

  @Test
  void a_long_task_whose_words_nobody_touched_keeps_what_somebody_else_made_of_them() {
    says(joe, "/pm task " + novel("joe").replace('\n', ' '));
    Modal first = changesTheTask(joe);
    changesTheTask(jane).writes("What is to be done?", "limit migrations").submit();
    company.settled();
    first.pickUser("Owner", ada).submit();
    company.settled();
    assertThat(section("Tasks")).contains("limit migrations", "Ada").doesNotContain("joe line");
  }

  @Test
  void a_task_made_of_a_long_message_has_all_its_words() {
    Message said =
        jane.in(room).says(novel("jane").replace('\n', ' ').substring(0, 3_900) + " END");
    company.settled();
    joe.in(room).shortcut("Make a task", said);
    company.settled();
    assertThat(joe.modal("Make a task").submit().errors()).isEmpty();
    company.settled();
    assertThat(section("Tasks")).contains("jane line 0 of", "END");
  }

  private Modal changesTheTask(Member who) {
    who.in(room).types("/pm tasks");
    company.settled();
    who.in(room).sees("joe line 0 of").click(who, "Change");
    company.settled();
    return who.modal("Task 1");
  }

  @Test
  void a_section_that_no_window_can_hold_is_left_alone_and_the_others_are_written() {
    for (int i = 0; i < 12; i++) {
      says(joe, "/pm impact " + novel("part " + i).replace('\n', ' '));
    }
    Modal edit = opens(joe, "/pm edit impact");
    assertThat(edit.text()).contains("Impact is too long for a window", "/pm impact TEXT");
    assertThat(edit.inputs()).doesNotContain("Impact").contains("Key Points");
    edit.writes("Key Points", "14:31 index dropped");
    assertThat(edit.submit().isClosed()).isTrue();
    assertThat(section("Impact")).contains("part 0 line 0", "part 11 line 199");
    assertThat(section("Key Points")).contains("14:31 index dropped");
  }

  @Test
  void the_second_of_two_writers_sees_all_that_the_first_wrote_however_long() {
    Modal first = opens(joe, "/pm edit impact");
    Modal second = opens(jane, "/pm edit impact");
    first.writes("Impact", novel("joe"));
    assertThat(first.submit().isClosed()).isTrue();
    second.writes("Impact", novel("jane"));
    Submission conflict = second.submit();
    assertThat(conflict.isClosed()).isFalse();
    assertThat(conflict.modal().text())
        .contains("Joe Bloggs changed Impact", "joe line 0 of", "joe line 199 of");
    assertThat(conflict.modal().value("Impact")).contains("jane line 0 of", "jane line 199 of");
    assertThat(section("Impact")).contains("joe line 199 of").doesNotContain("jane line");
  }

  @Test
  void what_stood_in_a_window_that_was_closed_is_offered_again_and_saved() {
    Modal edit = opens(joe, "/pm edit impact");
    edit.writes("Impact", "400 orders were late");
    edit.close();
    company.settled();
    Message offer = offer().orElseThrow();
    assertThat(offer.text()).contains("under Impact is kept for you");
    assertThat(document()).doesNotContain("400 orders");
    says(jane, "/pm impact nobody could pay");
    company.restarted();
    offer.click(joe, "Open it again");
    company.settled();
    Modal again = joe.modal("PM-1 draft");
    assertThat(again.text())
        .contains("This is what you typed until 2026-11-18 14:01 GMT and did not save")
        .contains("Impact says now:", "nobody could pay");
    assertThat(again.value("Impact")).isEqualTo("400 orders were late");
    again.writes("Impact", "nobody could pay\n400 orders were late");
    assertThat(again.submit().isClosed()).isTrue();
    assertThat(section("Impact")).contains("nobody could pay", "400 orders were late");
    offer.click(joe, "Open it again");
    company.settled();
    assertThat(joe.modal().text()).doesNotContain("did not save");
  }

  @Test
  void what_was_closed_by_one_is_not_shown_to_another_and_can_be_thrown_away() {
    Modal edit = opens(joe, "/pm edit impact");
    edit.writes("Impact", "half a thought");
    edit.closeAll();
    company.settled();
    Message offer = offer().orElseThrow();
    offer.click(jane, "Open it again");
    company.settled();
    assertThat(jane.modal().text()).doesNotContain("half a thought");
    offer.click(joe, "Throw it away");
    company.settled();
    offer.click(joe, "Open it again");
    company.settled();
    assertThat(joe.modal().text()).doesNotContain("half a thought");
  }

  @Test
  void a_window_that_was_only_looked_at_is_closed_without_a_word() {
    opens(joe, "/pm edit impact").close();
    opens(joe, "/pm edit participants").closeAll();
    company.settled();
    assertThat(offer()).isEmpty();
  }

  @Test
  void a_secret_in_a_window_that_was_closed_is_masked_before_it_is_kept() {
    String token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
    Modal edit = opens(joe, "/pm edit impact");
    edit.writes("Impact", "it was " + token);
    edit.close();
    company.settled();
    offer().orElseThrow().click(joe, "Open it again");
    company.settled();
    assertThat(joe.modal().value("Impact")).contains("it was", "masked").doesNotContain(token);
  }

  @Test
  void a_window_that_came_too_late_is_opened_again_by_a_button_with_what_was_typed() {
    company.slack.faults().next("views.open", Fault.error("expired_trigger_id"));
    joe.in(room).types("/pm edit impact");
    company.settled();
    Message late = joe.in(room).sees("The window did not open");
    assertThat(late.text()).contains("nothing was changed");
    late.click(joe, "Fill in");
    company.settled();
    assertThat(joe.modal("PM-1 draft").inputs()).contains("Impact");
    joe.modal().closeAll();

    joe.in(company.warRoom("inc-43")).types("/pm status");
    company.slack.faults().next("views.open", Fault.error("expired_trigger_id"));
    var other = company.warRoom("inc-44");
    joe.in(other).types("/pm start since 13:30");
    company.settled();
    joe.in(other).sees("The window did not open").click(joe, "Start");
    company.settled();
    assertThat(joe.modal().json().toString()).contains("\"initial_date_time\":1795008600");
  }
}
