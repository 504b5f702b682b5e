package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.Submission;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Words that blame people are pointed out where somebody reviews, and nowhere else. */
class WordingTest extends Deeds {
  private static final String REWRITE = "Instead: What was known at that time";

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
    ada.in(room).says("I look at it");
    company.passes(Duration.ofMinutes(5));
  }

  private String previewed() {
    says(joe, "/pm preview");
    return joe.dm().sees().toString();
  }

  @Test
  void what_blames_is_saved_and_shown_with_a_reason_and_other_words() {
    says(joe, "/pm resolve");
    Modal edit = opens(joe, "/pm edit hypothesis");
    edit.writes(
        "Hypothesis", "A lock. Ada should have checked the plan. The disk failed to answer.");
    Submission saved = edit.submit();
    assertThat(saved.isClosed()).isFalse();
    Modal shown = saved.modal();
    assertThat(shown.title()).isEqualTo("Saved");
    assertThat(shown.text())
        .contains("What you wrote is saved", "1 sentence may read as blame")
        .contains("Hypothesis: “Ada should have checked the plan.”", REWRITE)
        .doesNotContain("A lock.", "The disk");
    assertThat(section("Hypothesis")).contains("Ada should have checked the plan.");

    shown.click("Change it");
    company.settled();
    Modal again = joe.modal("PM-1 draft");
    again.writes("Hypothesis", "A lock. The plan was not shown to anybody.");
    assertThat(again.submit().isClosed()).isTrue();
    assertThat(section("Hypothesis")).contains("The plan was not shown to anybody.");
  }

  @Test
  void status_gate_and_preview_show_it_and_the_document_does_not() {
    says(joe, "/pm hypothesis Ada should have checked the plan");
    says(joe, "/pm remediation fixed it");
    joe.in(room).says("it was human error");
    jane.in(room).says("sorry about that, I was slow");
    joe.in(room).says("Ada forgot the index");
    company.settled();
    assertThat(says(joe, "/pm status")).doesNotContain("blame");
    says(joe, "/pm resolve");
    String shown = "4 sentences may read as blame";
    assertThat(says(joe, "/pm status"))
        .contains(shown, "Hypothesis: “Ada should have checked the plan”", REWRITE)
        .contains("Remediation: “fixed it”", "it was human error", "and 1 more")
        .doesNotContain("I was slow");
    assertThat(opens(joe, "/pm publish").text()).contains(shown, "and 1 more");
    joe.modal().closeAll();
    assertThat(previewed()).contains(shown, "Nothing is changed or held back");
    assertThat(document()).doesNotContain("Instead:", "may read as blame");
    assertThat(room.messages())
        .filteredOn(message -> !message.isEphemeral())
        .noneMatch(message -> message.text().contains("may read as blame"));
  }

  @Test
  void an_entry_is_linked_and_judged_by_the_words_that_the_document_shows() {
    joe.in(room).says("Ada forgot the index");
    company.settled();
    says(joe, "/pm resolve");
    Modal gate = opens(joe, "/pm publish");
    assertThat(gate.json().toString()).contains("|11-18 14:05>: “Ada forgot the index”");
    gate.closeAll();
    opens(joe, "/pm timeline").click("Change the entry of 11-18 14:05");
    company.settled();
    Modal entry = joe.modal("Timeline entry");
    entry.writes("What the document says", "The index was not there.");
    assertThat(entry.submit().isClosed()).isTrue();
    company.settled();
    joe.modal().closeAll();
    assertThat(says(joe, "/pm status")).doesNotContain("blame");
  }

  @Test
  void nothing_is_said_where_nothing_blames_anybody() {
    says(joe, "/pm hypothesis the disk failed to answer, and the alert should have fired");
    says(joe, "/pm resolve");
    assertThat(says(joe, "/pm status")).doesNotContain("blame");
    assertThat(previewed()).doesNotContain("blame");
    Modal edit = opens(joe, "/pm edit impact");
    edit.writes("Impact", "400 orders were late");
    assertThat(edit.submit().isClosed()).isTrue();
  }
}
