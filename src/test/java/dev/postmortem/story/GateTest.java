package dev.postmortem.story;

import static dev.postmortem.story.Gates.WHY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.workflow.Which;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands between a draft and its readers, and how people get past it. */
class GateTest extends Deeds {
  private static final List<String> NEEDED =
      List.of("symptom", "hypothesis", "remediation", "impact", "learned");

  private void isWritten() {
    anIncidentRuns();
    NEEDED.forEach(word -> says(joe, "/pm " + word + " the " + word));
    company.passes(Duration.ofMinutes(10));
    says(joe, "/pm resolve");
  }

  private void isMet() {
    Modal meeting = opens(joe, "/pm meeting");
    meeting.pickUser("Moderator", lin).pickUser("Note-taker", jane);
    assertThat(meeting.submit().isClosed()).isTrue();
    company.settled();
  }

  private String broadcast() {
    return company.slack.transcript(company.broadcast);
  }

  private static long gaps(Modal gate) {
    return gate.text().lines().filter(line -> line.contains("•")).count();
  }

  @Test
  void a_draft_that_went_the_whole_way_is_published_without_a_question() {
    isWritten();
    isMet();
    says(joe, "/pm task @ada limit migrations by 2026-12-01");
    says(joe, "/pm question who may stop one?");
    says(ada, "/pm answer 1 whoever is on call");
    assertThat(opens(joe, "/pm publish").text())
        .contains("the review meeting, which is on Thursday 2026-11-19");
    joe.modal().closeAll();
    company.passes(Duration.ofDays(5));
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.title()).isEqualTo("Publish");
    assertThat(gate.inputs()).isEmpty();
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
    assertThat(document()).doesNotContain("Published although");
    assertThat(paper("json")).contains("\"published_although\":null");
  }

  @Test
  void what_is_missing_is_listed_each_with_a_button_that_leads_there() {
    isWritten();
    says(joe, "/pm task limit migrations");
    says(joe, "/pm question who may stop one?");
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.title()).isEqualTo("Not ready to publish");
    assertThat(gate.text())
        .contains("a moderator", "a note-taker", "the review meeting")
        .contains("an owner of task 1: “limit migrations”")
        .contains("an answer to question 1: “who may stop one?”");
    assertThat(gaps(gate)).isEqualTo(5);

    gate.click("Name somebody");
    company.settled();
    Modal people = joe.modal("PM-1 draft");
    people.pickUser("Moderator of the meeting", lin);
    people.pickUser("Note-taker of the meeting", jane);
    assertThat(people.submit().isClosed()).isTrue();
    company.settled();
    assertThat(joe.modal().text()).doesNotContain("a moderator", "a note-taker");

    joe.modal().click("Give it an owner");
    company.settled();
    joe.modal("Task 1").pickUser("Owner", ada).submit().modal().close();
    company.settled();
    joe.modal().click("Answer it");
    company.settled();
    joe.modal("Question 1").fill("Answer", "whoever is on call").submit();
    company.settled();
    assertThat(joe.modal().title()).isEqualTo("Not ready to publish");
    assertThat(gaps(joe.modal())).isEqualTo(1);
    joe.modal().click("Meeting");
    company.settled();
    assertThat(joe.modal().title()).isEqualTo("Plan the meeting");
  }

  @Test
  void an_incident_that_goes_on_is_resolved_from_the_gate() {
    anIncidentRuns();
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.submitText()).isEmpty();
    assertThat(gate.text()).contains("The incident is not resolved");
    gate.click("Resolve");
    company.settled();
    assertThat(joe.modal().text()).doesNotContain("is not resolved");
    assertThat(joe.modal().submitText()).isEqualTo("Publish all the same");
    assertThat(says(joe, "/pm status")).contains("PM-1 Checkout is down – resolved");
  }

  @Test
  void nobody_owns_a_task_and_a_question_stays_open_on_purpose_and_it_stays_decided() {
    isWritten();
    says(joe, "/pm task limit migrations");
    says(joe, "/pm question who may stop one?");
    Modal gate = opens(joe, "/pm publish");
    gate.click("Nobody owns it");
    gate.click("Nobody owns it");
    company.settled();
    assertThat(joe.modal().text()).doesNotContain("an owner of task");
    joe.modal().click("Leave it open");
    company.settled();
    assertThat(joe.modal().text()).doesNotContain("question 1");
    joe.modal().closeAll();
    company.restarted();
    assertThat(says(joe, "/pm status"))
        .contains("Still missing: a moderator, a note-taker, the review meeting")
        .contains("1 open task, 1 question without an answer");

    opens(joe, "/pm edit tasks").click("Change task 1");
    company.settled();
    joe.modal("Task 1").pickUser("Owner", ada).submit();
    company.settled();
    joe.modal().click("Change task 1");
    company.settled();
    joe.modal("Task 1").clear("Owner").submit();
    company.settled();
    joe.modal().closeAll();
    assertThat(opens(joe, "/pm publish").text())
        .contains("an owner of task 1")
        .doesNotContain("question 1");
  }

  @Test
  void publishing_all_the_same_needs_a_reason_and_every_form_of_the_document_prints_it() {
    isWritten();
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.submit().errors()).containsOnlyKeys(WHY);
    gate.fill(WHY, "   ");
    assertThat(gate.submit().isClosed()).isFalse();
    assertThat(broadcast()).doesNotContain("PM-1");
    joe.modal().fill(WHY, "A drill, <nobody> met & nobody should.");
    assertThat(joe.modal().submit().isClosed()).isTrue();
    company.settled();
    String printed =
        "Published although this was missing: a moderator, a note-taker, the review meeting. "
            + "Joe Bloggs (Support Staff) gave the reason: A drill, ";
    Message summary = lin.in(company.broadcast).sees("Checkout is down");
    assertThat(summary.text()).contains(printed + "<nobody> met & nobody should.");
    assertThat(document()).contains(printed);
    assertThat(paper("html")).contains(printed + "&lt;nobody&gt; met &amp; nobody should.");
    assertThat(paper("json"))
        .contains("\"published_although\":{\"missing\":[\"a moderator\"")
        .contains("\"the review meeting\"],\"reason\":\"A drill, ");
  }

  @Test
  void a_correction_remembers_the_reason_and_forgets_it_when_nothing_is_missing_any_more() {
    isWritten();
    Modal gate = opens(joe, "/pm publish");
    gate.fill(WHY, "We meet next week.");
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
    isMet();
    company.passes(Duration.ofHours(1));
    says(joe, "/pm correct");
    joe.modal().closeAll();
    Modal again = opens(joe, "/pm publish");
    assertThat(again.value(WHY)).isEqualTo("We meet next week.");
    again.fill("What changed?", "The roles.");
    assertThat(again.submit().isClosed()).isTrue();
    company.settled();
    assertThat(document())
        .contains("missing: the review meeting, which is on Thursday")
        .contains("We meet next week.")
        .doesNotContain("a moderator");

    company.passes(Duration.ofDays(5));
    says(joe, "/pm correct");
    joe.modal().closeAll();
    Modal last = opens(joe, "/pm publish");
    assertThat(last.inputs()).containsExactly("What changed?");
    last.fill("What changed?", "We met.").submit();
    company.settled();
    assertThat(document()).doesNotContain("Published although", "We meet next week.");
  }

  @Test
  void what_goes_missing_while_the_gate_is_open_is_shown_and_nothing_is_published() {
    isWritten();
    isMet();
    company.passes(Duration.ofDays(5));
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.title()).isEqualTo("Publish");
    says(jane, "/pm task somebody must look at the alert");
    assertThat(gate.submit().isClosed()).isFalse();
    assertThat(joe.modal().text())
        .contains("Not published, nothing was changed", "an owner of task 1");
    assertThat(broadcast()).doesNotContain("PM-1");
    joe.modal().click("Nobody owns it");
    company.settled();
    assertThat(joe.modal().title()).isEqualTo("Publish");
  }

  @Test
  void a_secret_of_a_shape_that_was_not_known_when_it_came_is_masked_before_it_is_published() {
    isWritten();
    String token = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
    wasKeptAsItCame(joe, "observations", "it was " + token);
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.text()).contains("masking what should be secret in Observations");
    assertThat(gate.submitText()).isEmpty();
    gate.click("Open and save it");
    company.settled();
    assertThat(joe.modal("PM-1 draft").submit().isClosed()).isTrue();
    company.settled();
    assertThat(joe.modal().text()).doesNotContain("secret");
    assertThat(joe.modal().submitText()).isEqualTo("Publish all the same");
    assertThat(document()).contains("it was", "masked").doesNotContain(token);
  }

  @Test
  void a_button_of_a_gate_that_is_long_past_says_so_and_changes_nothing() {
    isWritten();
    says(joe, "/pm task limit migrations");
    Modal old = opens(joe, "/pm publish");
    Modal gate = opens(jane, "/pm publish");
    gate.fill(WHY, "We know.");
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
    old.click("Nobody owns it");
    company.settled();
    assertThat(joe.dm().sees().toString()).contains("is published, so nothing was changed");
    assertThat(company.bot().desk().find(Which.of(1)).orElseThrow().task(1).orElseThrow().owner())
        .isNull();
  }
}
