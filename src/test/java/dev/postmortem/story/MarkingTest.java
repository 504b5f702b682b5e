package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages are filed by an emoji, by a shortcut, and no longer. */
class MarkingTest extends Deeds {

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
  }

  @Test
  void every_emoji_files_under_its_section_and_taking_the_last_one_away_unfiles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("pushpin", "Key Points");
    titles.put("mag", "Observations");
    titles.put("thermometer", "Symptoms");
    titles.put("bulb", "Hypothesis");
    titles.put("adhesive_bandage", "Remediation");
    titles.put("boom", "Impact");
    titles.put("speech_balloon", "Additional Details");
    titles.put("camera_with_flash", "Images");
    titles.put("clipboard", "Tasks");
    titles.put("grey_question", "Questions");
    titles.put("trophy", "What we did well");
    titles.put("construction", "What we didn't do so well");
    titles.put("mortar_board", "What can we learn from in future");
    Map<String, Message> said = new LinkedHashMap<>();
    titles
        .keySet()
        .forEach(
            emoji -> {
              Message message = ada.in(room).says("marked " + emoji.replace("_", " "));
              said.put(emoji, message);
              joe.in(room).reacts(emoji, message);
              jane.in(room).reacts(emoji, message);
            });
    company.settled();
    Map<String, String> filed = parts();
    titles.forEach(
        (emoji, title) ->
            assertThat(filed.get(title)).as(title).contains("marked " + emoji.replace("_", " ")));

    company.passes(Duration.ofMinutes(1));
    said.forEach((emoji, message) -> joe.in(room).unreacts(emoji, message));
    company.settled();
    Map<String, String> stays = parts();
    titles.forEach(
        (emoji, title) ->
            assertThat(stays.get(title)).contains("marked " + emoji.replace("_", " ")));

    company.passes(Duration.ofMinutes(1));
    said.forEach((emoji, message) -> jane.in(room).unreacts(emoji, message));
    company.settled();
    Map<String, String> gone = parts();
    titles.forEach(
        (emoji, title) ->
            assertThat(gone.get(title)).doesNotContain("marked " + emoji.replace("_", " ")));
  }

  private Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : document().split("(?m)^## ", -1)) {
      parts.put(part.lines().findFirst().orElse("").replace("\\", ""), part);
    }
    return parts;
  }

  @Test
  void a_skin_tone_changes_nothing_and_other_emoji_file_nothing() {
    Message message = ada.in(room).says("dropped the index");
    joe.in(room).reacts("pushpin::skin-tone-3", message);
    joe.in(room).reacts("thumbsup", message);
    company.settled();
    assertThat(section("Key Points")).contains("dropped the index");
    assertThat(section("Impact")).doesNotContain("dropped the index");
  }

  @Test
  void a_reaction_on_a_reply_files_the_reply() {
    Message parent = ada.in(room).says("what changed?");
    Message reply = jane.in(room).replies(parent, "a migration began");
    joe.in(room).reacts("bulb", reply);
    company.settled();
    assertThat(section("Hypothesis")).contains("a migration began").doesNotContain("what changed?");
  }

  @Test
  void a_reaction_on_a_message_older_than_the_incident_reads_and_files_it() {
    company.close();
    company = Company.in(data.resolve("later")).started();
    joe = company.joe;
    jane = company.jane;
    ada = company.ada;
    room = company.warRoom("inc-43");
    Message old = ada.in(room).says("deploying 1.4.2");
    Message reply = jane.in(room).replies(old, "with the new index");
    company.passes(Duration.ofMinutes(40));
    anIncidentRuns();
    joe.in(room).reacts("pushpin", old);
    joe.in(room).reacts("bulb", reply);
    company.settled();
    assertThat(section("Key Points")).contains("deploying 1.4.2");
    assertThat(section("Hypothesis")).contains("with the new index");
    assertThat(section("Timeline")).contains("deploying 1.4.2");
  }

  @Test
  void a_task_follows_the_words_of_its_message_until_somebody_works_on_it() {
    Message edited = ada.in(room).says("we need a limmit");
    Message deleted = ada.in(room).says("my password is on the wiki");
    Message reworded = ada.in(room).says("an alert");
    for (Message message : new Message[] {edited, deleted, reworded}) {
      joe.in(room).reacts("clipboard", message);
    }
    company.settled();
    Modal page = opens(joe, "/pm edit tasks");
    page.click("Change task 3");
    company.settled();
    joe.modal("Task 3").fill("What is to be done?", "alert on the queue's depth").submit();
    joe.modal().closeAll();
    company.passes(Duration.ofMinutes(1));
    edited.edit("we need a limit");
    deleted.delete();
    joe.in(room).unreacts("clipboard", reworded);
    company.settled();
    assertThat(says(joe, "/pm tasks"))
        .contains("1. we need a limit", "3. alert on the queue's depth")
        .doesNotContain("limmit")
        .doesNotContain("password");
  }

  @Test
  void a_clipboard_makes_a_task_that_goes_with_the_last_reaction_unless_it_has_an_owner() {
    Message first = ada.in(room).says("we need a limit for migrations");
    Message second = ada.in(room).says("and an alert");
    joe.in(room).reacts("clipboard", first);
    joe.in(room).reacts("clipboard", second);
    company.settled();
    assertThat(says(joe, "/pm tasks")).contains("1. we need a limit", "2. and an alert");

    Modal page = opens(joe, "/pm edit tasks");
    page.click("Change");
    company.settled();
    Modal task = joe.modal("Task 1");
    task.pickUser("Owner", ada);
    assertThat(task.submit().hasErrors()).isFalse();
    company.settled();
    assertThat(joe.modal().text()).contains("Ada Byron");
    joe.modal().closeAll();

    company.passes(Duration.ofMinutes(1));
    joe.in(room).unreacts("clipboard", first);
    joe.in(room).unreacts("clipboard", second);
    company.settled();
    assertThat(says(joe, "/pm tasks"))
        .contains("a limit for migrations – Ada Byron")
        .doesNotContain("and an alert");
  }

  @Test
  void the_shortcut_makes_a_task_of_a_message_with_the_names_in_it() {
    Message message = jane.in(room).says("@ada should limit migrations");
    joe.in(room).shortcut("Make a task", message);
    company.settled();
    Modal window = joe.modal("Make a task");
    assertThat(window.value("What is to be done?")).contains("Ada Byron should limit migrations");
    window.pickUser("Owner", ada);
    window.pickDate("Due", LocalDate.parse("2026-12-01"));
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(says(joe, "/pm tasks")).contains("limit migrations – Ada Byron, due 2026-12-01");
  }

  @Test
  void a_task_made_by_the_shortcut_stays_when_its_message_is_marked_or_edited() {
    Message message = jane.in(room).says("limit migrations");
    joe.in(room).shortcut("Make a task", message);
    company.settled();
    Modal made = joe.modal("Make a task").submit().modal();
    assertThat(made.text()).contains("Task 1 is noted", "Nobody owns it", "It has no date");
    made.close();
    company.passes(Duration.ofMinutes(1));
    ada.in(room).reacts("pushpin", message);
    message.edit("limit all migrations");
    company.settled();
    assertThat(says(joe, "/pm tasks")).contains("1. limit migrations – unassigned (open)");
  }

  @Test
  void the_task_window_changes_owner_date_words_and_state_and_asks_why_it_will_not_be_done() {
    says(joe, "/pm task @jane alert on depth by 2026-12-01");
    Modal page = opens(joe, "/pm edit tasks");
    page.click("Change");
    company.settled();
    Modal task = joe.modal("Task 1");
    task.fill("What is to be done?", "alert on queue depth");
    task.pickUser("Owner", ada);
    task.pickDate("Due", LocalDate.parse("2026-12-24"));
    task.choose("State", "Won't be done");
    assertThat(task.submit().errors()).containsOnlyKeys("Reason");
    task.fill("Reason", "the queue goes away");
    assertThat(task.submit().hasErrors()).isFalse();
    company.settled();
    assertThat(joe.modal().text()).contains("won't do: the queue goes away");
    assertThat(says(joe, "/pm tasks"))
        .contains("alert on queue depth – Ada Byron, due 2026-12-24")
        .contains("(won't do: the queue goes away)");
  }

  @Test
  void a_grey_question_mark_asks_and_the_window_answers() {
    Message message = ada.in(room).says("who may stop a migration?");
    joe.in(room).reacts("grey_question", message);
    company.settled();
    Modal page = opens(jane, "/pm edit questions");
    page.click("Answer");
    company.settled();
    jane.modal("Question 1").fill("Answer", "the team on call <now> & here");
    assertThat(jane.modal("Question 1").submit().hasErrors()).isFalse();
    company.settled();
    assertThat(jane.modal().text()).contains("the team on call <now> & here (Jane Doe)");
    joe.in(room).unreacts("grey_question", message);
    company.settled();
    assertThat(says(joe, "/pm questions")).contains("who may stop a migration?", "on call <now>");
  }

  @Test
  void the_shortcut_files_a_message_under_the_chosen_section() {
    Message message = ada.in(room).says("queue depth 90412");
    joe.in(room).shortcut("Add to post-mortem", message);
    company.settled();
    Modal window = joe.modal("Add to post-mortem");
    assertThat(window.text()).contains("queue depth 90412");
    window.choose("Section", "Impact");
    assertThat(window.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Impact")).contains("queue depth 90412");
  }

  @Test
  void the_shortcut_says_so_when_the_post_mortem_was_closed_while_the_window_was_open() {
    Message message = ada.in(room).says("queue depth 90412");
    joe.in(room).shortcut("Add to post-mortem", message);
    company.settled();
    Modal window = joe.modal("Add to post-mortem");
    says(jane, "/pm cancel false alarm");
    window.choose("Section", "Impact");
    assertThat(window.submit().errors().toString()).contains("was cancelled");
  }

  @Test
  void the_bots_own_messages_cannot_be_filed_and_the_shortcut_says_so() {
    joe.in(room).shortcut("Add to post-mortem", joe.in(room).sees("PM-1 Checkout is down"));
    company.settled();
    assertThat(joe.in(room).sees("That is a message of mine").isEphemeral()).isTrue();
  }

  @Test
  void two_who_change_a_task_at_once_overwrite_only_what_they_touched() {
    says(joe, "/pm task alert on depth");
    opens(joe, "/pm edit tasks").click("Change");
    opens(jane, "/pm edit tasks").click("Change");
    company.settled();
    joe.modal("Task 1").pickUser("Owner", ada);
    jane.modal("Task 1").pickDate("Due", LocalDate.parse("2026-12-24"));
    assertThat(joe.modal("Task 1").submit().hasErrors()).isFalse();
    assertThat(jane.modal("Task 1").submit().hasErrors()).isFalse();
    company.settled();
    assertThat(says(joe, "/pm tasks"))
        .contains("alert on depth – Ada Byron, due 2026-12-24 (open)");
  }

  @Test
  void the_shortcuts_say_when_there_is_nothing_to_add_to() {
    says(jane, "/pm cancel false alarm");
    Message message = ada.in(room).says("queue depth 90412");
    joe.in(room).shortcut("Add to post-mortem", message);
    company.settled();
    assertThat(joe.in(room).sees("no open post-mortem in this channel").isEphemeral()).isTrue();
  }
}
