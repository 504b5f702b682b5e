package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A task of which nobody could say when it is done is pointed out, with the reason, and kept. */
class TaskHintsTest extends FollowDeeds {
  private static final String VAGUE = "Nobody can tell when it is done";

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
  }

  @Test
  void the_answer_to_the_command_says_what_is_vague_and_how_it_could_read() {
    assertThat(says(joe, "/pm task investigate the queue"))
        .contains("Task 1 is noted", "“investigate”: " + VAGUE, "Better: Not “look into")
        .contains("Nobody owns it", "It has no date");
    assertThat(says(joe, "/pm task @ada limit migrations by 2026-12-01"))
        .contains("Task 2 is noted")
        .doesNotContain("Better:");
  }

  @Test
  void the_list_gives_each_reason_once_and_is_silent_about_what_is_settled() {
    says(joe, "/pm task investigate the queue");
    says(joe, "/pm task @ada be careful with the console by 2026-12-01");
    says(joe, "/pm task delete the old queue");
    assertThat(says(joe, "/pm tasks"))
        .contains("Tasks 1, 3: Nobody owns it", "Task 1 “investigate”: " + VAGUE)
        .contains("Task 2 “be careful”: Care is not something that can be done");
    says(joe, "/pm task done 1");
    says(joe, "/pm task drop 3 it is gone");
    assertThat(says(joe, "/pm tasks")).doesNotContain("Nobody owns it", VAGUE);
    assertThat(says(joe, "/pm task drop 2")).contains("Say why", "/pm task drop 2 REASON");
  }

  @Test
  void the_window_says_it_after_saving_with_a_way_to_change_it() {
    Message message = jane.in(room).says("somebody should look into the queue");
    joe.in(room).shortcut("Make a task", message);
    company.settled();
    Modal said = joe.modal("Make a task").submit().modal();
    assertThat(said.text()).contains("Task 1 is noted", "look into", VAGUE, "Nobody owns it");
    said.click("Change");
    company.settled();
    Modal change = joe.modal("Task 1");
    change.fill("What is to be done?", "alert on the age of the queue");
    assertThat(change.submit().modal().text())
        .contains("alert on the age", "Nobody owns it")
        .doesNotContain(VAGUE);
  }

  @Test
  void the_page_of_the_draft_and_the_preview_say_it_too_and_nothing_is_blocked() {
    says(joe, "/pm task investigate the queue");
    assertThat(opens(joe, "/pm edit tasks").text()).contains("Task 1 “investigate”: " + VAGUE);
    joe.modal().closeAll();
    says(joe, "/pm preview");
    assertThat(joe.dm().sees().toString()).contains("Worth a second look", VAGUE);
    theSectionsAreWritten();
    says(joe, "/pm resolve");
    publishes(joe);
    assertThat(says(joe, "/pm status")).contains("published");
    assertThat(company.broadcast.messages().toString())
        .contains("investigate the queue", "unassigned")
        .doesNotContain(VAGUE);
  }

  @Test
  void a_task_made_by_an_emoji_is_pointed_out_in_the_list() {
    Message message = ada.in(room).says("let us be more careful");
    joe.in(room).reacts("clipboard", message);
    company.settled();
    assertThat(says(joe, "/pm tasks")).contains("Care is not something", "Nobody owns it");
    assertThat(says(joe, "/pm status")).contains("Tasks that nobody owns: 1");
  }

  @Test
  void a_task_can_be_given_to_somebody_from_the_list_also_after_publication() {
    says(joe, "/pm task limit migrations by 2026-12-01");
    theSectionsAreWritten();
    says(joe, "/pm resolve");
    publishes(joe);
    joe.in(room).types("/pm tasks");
    company.settled();
    joe.in(room).sees("limit migrations").click(joe, "Change");
    company.settled();
    assertThat(joe.modal("Task 1").pickUser("Owner", ada).submit().isClosed()).isTrue();
    company.settled();
    assertThat(says(joe, "/pm tasks")).contains("limit migrations – Ada Byron");
  }
}
