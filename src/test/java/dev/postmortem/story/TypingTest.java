package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Message;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that is typed into the war room: notes, sections, tasks, questions, roles. */
class TypingTest extends Deeds {

  @Test
  void before_any_start_everything_is_refused_with_what_was_typed() {
    for (String words :
        new String[] {
          "note 13:50 deploy began",
          "impact 400 orders",
          "task @jane check the alert",
          "question who?",
          "answer 1 me",
          "role moderator @lin",
          "edit",
          "timeline",
          "status",
          "resolve",
          "meeting",
          "publish",
          "correct",
          "reopen",
          "cancel false alarm",
          "preview",
          "export md"
        }) {
      assertThat(says(joe, "/pm " + words))
          .as(words)
          .contains("no post-mortem in this channel yet")
          .contains("/pm start")
          .contains("You typed: /pm " + words.split(" ")[0]);
    }
  }

  @Test
  void notes_stand_at_the_time_that_was_given() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(30));
    assertThat(says(joe, "/pm note 14:05 rolled back")).contains("2026-11-18 14:05 GMT");
    assertThat(says(joe, "/pm note 2026-11-18 13:50 deploy began")).contains("13:50");
    assertThat(says(joe, "/pm note 10m ago queue empties")).contains("14:20");
    assertThat(says(joe, "/pm note customers call")).contains("Noted");
    assertThat(section("Timeline"))
        .containsSubsequence(
            "13:50",
            "deploy began",
            "14:05",
            "rolled back",
            "14:20",
            "queue empties",
            "14:30",
            "customers call");
  }

  @Test
  void a_time_of_day_that_is_still_to_come_is_yesterdays_and_the_answer_says_so() {
    anIncidentRuns();
    assertThat(says(joe, "/pm note 23:30 alert")).contains("2026-11-17 23:30 GMT");
  }

  @Test
  void
      a_time_that_is_to_come_or_does_not_exist_is_refused_with_syntax_example_and_what_was_typed() {
    anIncidentRuns();
    for (String time : new String[] {"2026-11-18 15:30", "25:10", "2026-02-30 10:00"}) {
      assertThat(says(joe, "/pm note " + time + " rolled back"))
          .contains("does not exist or is still to come")
          .contains("/pm note [TIME] TEXT")
          .contains("for example /pm note 14:05")
          .contains("You typed: /pm note " + time + " rolled back");
    }
    assertThat(says(joe, "/pm status")).contains("0 entries");
  }

  @Test
  void a_note_without_words_is_refused() {
    anIncidentRuns();
    assertThat(says(joe, "/pm note")).contains("nothing to note", "/pm note [TIME] TEXT");
    assertThat(says(joe, "/pm note 13:50"))
        .contains("nothing to note", "You typed: /pm note 13:50");
  }

  @Test
  void each_section_word_adds_to_its_section() {
    anIncidentRuns();
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("observation", "Observations");
    titles.put("symptom", "Symptoms");
    titles.put("hypothesis", "Hypothesis");
    titles.put("remediation", "Remediation");
    titles.put("impact", "Impact");
    titles.put("key", "Key Points");
    titles.put("detail", "Additional Details");
    titles.put("link", "Communication");
    titles.put("image", "Images");
    titles.put("well", "What we did well");
    titles.put("badly", "What we didn't do so well");
    titles.put("learned", "What can we learn from in future");
    titles.forEach(
        (word, title) -> {
          assertThat(says(joe, "/pm " + word + " word of " + word + " & <more>"))
              .contains("Added to " + title);
          assertThat(says(joe, "/pm " + word)).contains("nothing to add to " + title);
        });
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : document().split("(?m)^## ", -1)) {
      parts.put(part.lines().findFirst().orElse("").replace("\\", ""), part);
    }
    titles.forEach((word, title) -> assertThat(parts.get(title)).contains("word of " + word));
  }

  @Test
  void a_multi_line_command_keeps_its_lines() {
    anIncidentRuns();
    assertThat(says(joe, "/pm impact\n400 orders\n3 refunds")).contains("Added to Impact");
    assertThat(section("Impact")).contains("400 orders").contains("3 refunds");
  }

  @Test
  void an_unknown_word_answers_with_the_help_and_what_was_typed() {
    assertThat(says(joe, "/pm nots 13:50 deploy began"))
        .contains("I do not know /pm nots")
        .contains("You typed: /pm nots 13:50 deploy began")
        .contains("/pm note [TIME] TEXT");
  }

  @Test
  void the_help_lists_every_command() {
    String help = says(joe, "/pm");
    assertThat(says(joe, "/pm HELP")).isEqualTo(help);
    for (String command :
        ("start [since TIME] [TITLE];note [TIME] TEXT;observation TEXT;symptom TEXT;hypothesis TEXT;"
                + "remediation TEXT;impact TEXT;key TEXT;detail TEXT;well TEXT;badly TEXT;learned TEXT;link TEXT;"
                + "image TEXT;task [@OWNER] TEXT [by DATE];tasks;question TEXT;answer N TEXT;questions;"
                + "role owner|moderator|notetaker @USER;edit [SECTION];timeline;status;resolve [TIME];meeting;"
                + "publish;correct;preview;reopen;cancel REASON;list;search TEXT;export md|html|json;template")
            .split(";")) {
      assertThat(help).contains("/pm " + command);
    }
    assertThat(help).contains("14:05", "10m ago", "Add to post-mortem", "Make a task");
  }

  @Test
  void tasks_have_owners_and_dates_and_are_done_or_dropped() {
    anIncidentRuns();
    assertThat(says(joe, "/pm task @ada limit migrations by 2026-12-01")).contains("Task 1");
    assertThat(says(joe, "/pm task @jane alert on depth by Friday")).contains("Task 2");
    assertThat(says(joe, "/pm task write the runbook")).contains("Task 3", "unassigned");
    assertThat(says(joe, "/pm tasks"))
        .contains("limit migrations – Ada Byron, due 2026-12-01 (open)")
        .contains("alert on depth – Jane Doe, due 2026-11-20 (open)")
        .contains("write the runbook – unassigned (open)");
    assertThat(says(ada, "/pm task done 1")).contains("Task 1 of PM-1 is now done");
    assertThat(says(joe, "/pm task drop 3 somebody wrote it"))
        .contains("Task 3 of PM-1 will not be done");
    assertThat(says(joe, "/pm task drop 3")).contains("Task 3 of PM-1 will not be done");
    assertThat(says(joe, "/pm task drop 2")).contains("Task 2 of PM-1 will not be done");
    assertThat(says(joe, "/pm tasks")).contains("(done)", "(won't do: somebody wrote it)");
  }

  @Test
  void a_task_that_is_not_there_and_one_without_words_are_refused() {
    anIncidentRuns();
    assertThat(says(joe, "/pm task done 7"))
        .contains("PM-1 has no task 7", "/pm tasks", "You typed: /pm task done 7");
    assertThat(says(joe, "/pm task")).contains("What is to be done?");
    assertThat(says(joe, "/pm task done")).contains("number", "You typed: /pm task done");
    assertThat(says(joe, "/pm task drop")).contains("number", "You typed: /pm task drop");
    assertThat(says(joe, "/pm task @jane by Friday")).contains("What is to be done?");
    assertThat(says(joe, "/pm tasks")).contains("No tasks yet");
  }

  @Test
  void questions_are_asked_and_answered() {
    anIncidentRuns();
    assertThat(says(joe, "/pm question who may stop a migration?")).contains("Question 1");
    assertThat(says(ada, "/pm answer 1 the team on call")).contains("noted");
    assertThat(says(jane, "/pm answer 1 and the owner")).contains("noted");
    assertThat(says(jane, "/pm answer 2 nobody")).contains("PM-1 has no question 2", "You typed");
    assertThat(says(jane, "/pm answer")).contains("number of the question");
    assertThat(says(jane, "/pm questions"))
        .contains("who may stop a migration?")
        .contains("the team on call (Ada Byron)", "and the owner (Jane Doe)");
  }

  @Test
  void each_role_goes_to_a_person_and_the_moderator_does_not_take_notes() {
    anIncidentRuns();
    assertThat(says(joe, "/pm role owner @jane")).contains("Jane Doe is asked");
    jane.dm().sees("asks you to take over").click(jane, "Accept");
    company.settled();
    assertThat(says(joe, "/pm role moderator @lin")).contains("Lin Chen is the moderator now");
    assertThat(says(joe, "/pm role notetaker @ada")).contains("Ada Byron is the note-taker now");
    assertThat(says(joe, "/pm role notetaker @lin")).contains("must be two people", "You typed");
    assertThat(says(joe, "/pm role moderator @ada")).contains("must be two people");
    assertThat(says(joe, "/pm role boss @ada")).contains("one of the three roles");
    assertThat(says(joe, "/pm role owner")).contains("a person", "/pm role owner|moderator");
    assertThat(says(joe, "/pm status"))
        .contains("Point person Jane Doe, moderator Lin Chen, note-taker Ada Byron");
  }

  @Test
  void mentioning_the_bot_runs_the_command_and_answers_privately_also_in_a_thread() {
    anIncidentRuns();
    String bot = "<@" + company.slack.botUserId() + ">";
    joe.in(room).says(bot + " note 13:50 deploy began");
    company.settled();
    Message answer = joe.in(room).sees("Noted on the timeline");
    assertThat(answer.isEphemeral()).isTrue();
    Message asked = jane.in(room).says("who has the numbers?");
    jane.in(room).replies(asked, bot + " impact 400 orders");
    company.settled();
    Message inThread = jane.in(room).sees("Added to Impact");
    assertThat(inThread.isEphemeral()).isTrue();
    assertThat(inThread.threadTs()).isEqualTo(asked.ts());
    assertThat(ada.in(room).seesPrivately()).isEmpty();
  }

  @Test
  void a_mention_that_slack_delivers_twice_is_done_once() {
    anIncidentRuns();
    company.slack.deliveries().copiesWithNewIds(2);
    joe.in(room).says("<@" + company.slack.botUserId() + "> task check the alert");
    company.settled();
    joe.dm().says("help");
    company.settled();
    company.slack.deliveries().copies(1);
    assertThat(says(joe, "/pm tasks")).contains("1.").doesNotContain("2.");
    assertThat(joe.dm().sees().stream().filter(m -> m.text().contains("What you can type")))
        .hasSize(1);
  }

  @Test
  void a_command_by_mention_that_needs_a_window_gives_a_button_that_opens_it() {
    anIncidentRuns();
    String bot = "<@" + company.slack.botUserId() + ">";
    Map<String, String> buttons =
        Map.of("edit impact", "Fill in", "timeline", "Timeline", "meeting", "Meeting");
    buttons.forEach(
        (command, button) -> {
          joe.in(room).says(bot + " " + command);
          company.settled();
          Message answer =
              joe.in(room).seesPrivately().get(joe.in(room).seesPrivately().size() - 1);
          assertThat(answer.buttons()).containsExactly(button);
          answer.click(joe, button);
          company.settled();
          joe.modal().closeAll();
        });
    joe.in(room).says(bot + " edit impact");
    company.settled();
    joe.in(room).sees("needs a window").click(joe, "Fill in");
    company.settled();
    assertThat(joe.modal().inputs()).contains("Impact");
  }

  @Test
  void a_direct_message_to_the_bot_works_as_a_command() {
    joe.dm().says("help");
    company.settled();
    assertThat(joe.dm().sees("What you can type").text()).contains("/pm note [TIME] TEXT");
    anIncidentRuns();
    joe.dm().says("list");
    company.settled();
    assertThat(joe.dm().sees("PM-1").text()).contains("Checkout is down");
    joe.dm().says("search checkout");
    company.settled();
    assertThat(joe.dm().sees("PM-1").text()).contains("open");
  }
}
