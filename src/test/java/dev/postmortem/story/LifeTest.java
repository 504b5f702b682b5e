package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.SlackFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** From status to the end: resolved, reopened, cancelled, found again, handed out. */
class LifeTest extends Deeds {

  @Test
  void the_status_says_where_it_stands_and_what_is_missing() {
    anIncidentRuns();
    joe.in(room).says("errors everywhere");
    says(joe, "/pm task check the alert");
    says(joe, "/pm question why?");
    company.passes(Duration.ofMinutes(12));
    assertThat(says(jane, "/pm status"))
        .contains("PM-1 Checkout is down – open", "started 2026-11-18 14:00 GMT, lasting 12 min")
        .contains("1 entry on the timeline, 1 open task, 1 question without an answer")
        .contains("Still missing: The incident is not resolved, Symptoms, Hypothesis");
  }

  @Test
  void resolving_with_a_time_tells_the_war_room_and_hands_the_draft_to_the_point_person() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(40));
    assertThat(says(jane, "/pm resolve 14:25")).contains("PM-1 is resolved");
    assertThat(room.message("is resolved after").text()).contains("25 min");
    assertThat(joe.dm().sees("you are its point person").buttons())
        .contains("Fill in", "Meeting", "Publish");
    assertThat(says(jane, "/pm resolve")).contains("resolved already");
    assertThat(says(jane, "/pm resolve 14:30")).contains("resolved");
    assertThat(says(jane, "/pm status")).contains("resolved 2026-11-18 14:30 GMT after 30 min");
    assertThat(joe.dm().sees().stream().filter(m -> m.text().contains("you are its point person")))
        .hasSize(1);
  }

  @Test
  void a_resolve_before_the_start_or_at_no_time_is_refused() {
    anIncidentRuns();
    company.passes(Duration.ofMinutes(5));
    assertThat(says(joe, "/pm resolve 13:50"))
        .contains("cannot be over before it started", "You typed: /pm resolve 13:50");
    assertThat(says(joe, "/pm resolve soon"))
        .contains(
            "cannot read that as a time", "/pm resolve [TIME]", "You typed: /pm resolve soon");
    assertThat(says(joe, "/pm status")).contains("– open");
  }

  @Test
  void a_double_click_on_resolve_resolves_once() {
    anIncidentRuns();
    Message opening = jane.in(room).sees("PM-1 Checkout is down");
    company.passes(Duration.ofMinutes(5));
    company.slack.faults();
    opening.click(jane, "Resolve");
    opening.click(joe, "Resolve");
    company.settled();
    assertThat(
            room.messages().stream().filter(message -> message.text().contains("resolved after")))
        .hasSize(1);
    assertThat(joe.in(room).seesPrivately().toString()).contains("PM-1 is resolved already");
    assertThat(opening.buttons()).doesNotContain("Resolve").contains("Publish");
  }

  @Test
  void a_reopened_incident_is_heard_again() {
    anIncidentRuns();
    assertThat(says(joe, "/pm reopen")).contains("open already");
    says(joe, "/pm resolve");
    company.passes(Duration.ofMinutes(5));
    assertThat(says(joe, "/pm reopen")).contains("PM-1 is open again");
    assertThat(room.message("is open again").text()).contains("I listen");
    ada.in(room).says("errors are back");
    company.settled();
    assertThat(says(joe, "/pm status")).contains("– open", "1 entry");
  }

  @Test
  void a_cancel_needs_a_reason_and_afterwards_everything_is_refused_with_what_to_do() {
    anIncidentRuns();
    says(joe, "/pm task check the alert");
    assertThat(says(joe, "/pm cancel")).contains("Please say why", "/pm cancel REASON");
    company.passes(Duration.ofMinutes(1));
    assertThat(says(joe, "/pm cancel false alarm & more")).contains("PM-1 is cancelled");
    assertThat(room.message("is cancelled").text()).contains("false alarm & more");
    for (String words :
        new String[] {
          "note 13:50 deploy began",
          "impact 400",
          "task a thing",
          "task done 1",
          "question who?",
          "answer 1 me",
          "role moderator @lin",
          "edit",
          "edit impact",
          "resolve",
          "meeting",
          "publish",
          "cancel again"
        }) {
      assertThat(says(joe, "/pm " + words))
          .as(words)
          .contains("PM-1 was cancelled, so nothing was changed", "/pm reopen")
          .contains("You typed: /pm " + words.replace("lin", "Lin Chen"));
    }
    ada.in(room).says("hello?");
    company.settled();
    assertThat(says(joe, "/pm status")).contains("cancelled", "false alarm & more", "0 entries");
    company.passes(Duration.ofMinutes(1));
    assertThat(says(joe, "/pm reopen")).contains("open again");
    assertThat(says(joe, "/pm status")).contains("– open").doesNotContain("Cancelled:");
  }

  @Test
  void old_buttons_of_a_cancelled_one_say_why_they_do_nothing() {
    anIncidentRuns();
    says(joe, "/pm resolve");
    Message draft = joe.dm().sees("you are its point person");
    company.passes(Duration.ofMinutes(1));
    says(joe, "/pm cancel not needed");
    company.passes(Duration.ofDays(365));
    for (String button : new String[] {"Fill in", "Meeting", "Publish"}) {
      int before = joe.dm().sees().size();
      draft.click(joe, button);
      company.settled();
      assertThat(joe.openModal()).as(button).isEmpty();
      assertThat(joe.dm().sees().subList(before, joe.dm().sees().size()).toString())
          .as(button)
          .contains("was cancelled, so nothing was changed");
    }
  }

  @Test
  void after_a_cancel_a_new_one_can_be_started() {
    anIncidentRuns();
    says(joe, "/pm cancel false alarm");
    says(joe, "/pm start Now it is real");
    assertThat(jane.in(room).sees("PM-2 Now it is real").text()).contains("Point person");
    assertThat(says(joe, "/pm status")).contains("PM-2");
  }

  @Test
  void list_and_search_show_private_ones_only_to_those_who_are_in_the_channel_now() {
    anIncidentRuns();
    says(joe, "/pm impact 412 orders were delayed");
    ada.in(room).says("the flux capacitor overheats");
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    jane.in(secret).says("the key was in the logs");
    company.settled();
    assertThat(says(jane, "/pm list")).contains("PM-1", "PM-2 Breach of the vault", "inc-secret");
    assertThat(says(lin, company.broadcast, "/pm list")).contains("PM-1").doesNotContain("PM-2");
    for (String words : new String[] {"CHECKOUT", "orders were delayed", "flux capacitor"}) {
      assertThat(says(lin, company.broadcast, "/pm search " + words)).contains("PM-1 Checkout");
    }
    assertThat(says(jane, "/pm search key was in")).contains("PM-2");
    assertThat(says(lin, company.broadcast, "/pm search key was in"))
        .contains("Nothing that you may see holds “key was in”");
    assertThat(says(lin, company.broadcast, "/pm search")).contains("What do you look for?");
    secret.remove(jane);
    company.settled();
    assertThat(says(jane, "/pm list")).doesNotContain("Breach");
  }

  @Test
  void a_private_ones_button_is_refused_to_somebody_who_has_left_the_channel() {
    Channel secret = company.slack.privateChannel("inc-secret", joe, jane);
    secret.invite(company.slack.bot());
    says(joe, secret, "/pm start Breach of the vault");
    says(joe, secret, "/pm impact the vault is open");
    says(joe, secret, "/pm resolve");
    Message draft = joe.dm().sees("you are its point person");
    secret.remove(joe);
    company.passes(Duration.ofDays(400));
    for (String button : new String[] {"Fill in", "Timeline", "Preview", "Publish"}) {
      draft.click(joe, button);
      company.settled();
      assertThat(joe.openModal()).as(button).isEmpty();
    }
    assertThat(joe.dm().sees("belongs to a private channel").text()).contains("not in");
    assertThat(joe.dm().sees().toString()).doesNotContain("the vault is open");
  }

  @Test
  void the_template_is_shown_anywhere() {
    assertThat(says(lin, company.broadcast, "/pm template"))
        .contains("Observations", "Symptoms", "(needed to publish)", "Timeline")
        .contains("What can we learn from in future");
  }

  @Test
  void the_document_is_handed_out_as_a_file_in_each_form() {
    anIncidentRuns();
    says(joe, "/pm impact 412 orders & <more>");
    for (String form : new String[] {"md", "html", "json"}) {
      assertThat(says(jane, "/pm export " + form)).contains("as a direct message");
      SlackFile file = jane.dm().sees("pm-1." + form).files().get(0);
      assertThat(file.content()).contains("412 orders").contains("Checkout is down");
    }
    assertThat(says(jane, "/pm export pdf")).contains("md|html|json", "You typed: /pm export pdf");
    assertThat(says(jane, "/pm export")).contains("/pm export md|html|json");
  }

  @Test
  void the_preview_comes_as_message_and_file_to_the_asker_alone() {
    anIncidentRuns();
    says(joe, "/pm impact 412 orders were delayed");
    assertThat(says(jane, "/pm preview")).contains("as a direct message");
    Message preview = jane.dm().sees("PM-1");
    assertThat(jane.dm().sees().toString()).contains("412 orders were delayed");
    assertThat(jane.dm().sees("pm-1.html").files()).hasSize(1);
    assertThat(preview.channel()).isEqualTo(jane.dm().where());
    assertThat(company.broadcast.messages().toString()).doesNotContain("412 orders");
  }
}
