package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.State;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of messages that were kept long enough, and of the document that shows some. */
class RetentionTest extends Deeds {
  private static final Duration A_MONTH = Duration.ofDays(31);

  @Override
  Company opened(Company fresh) {
    return fresh.with("PM_RETENTION_DAYS", "30");
  }

  /** One message that is a key point, one that is chat, and a note. */
  private Message aPublishedIncident() {
    anIncidentRuns();
    Message chat = joe.in(room).says("coffee first, anybody wants mocca?");
    Message point = jane.in(room).says("the migration holds a lock");
    jane.in(room).reacts("pushpin", point);
    company.settled();
    says(ada, "/pm note stopped the migration");
    company.passes(Duration.ofMinutes(20));
    says(joe, "/pm resolve");
    publishes();
    return chat;
  }

  @Test
  void the_document_reads_as_before_and_says_what_is_no_longer_there() {
    aPublishedIncident();
    company.passes(Duration.ofDays(29));
    String before = document();
    assertThat(says(joe, "/pm status")).doesNotContain("removed on");
    company.passes(Duration.ofDays(2));
    String after = document();
    assertThat(before).contains("mocca", "holds a lock", "stopped the migration");
    assertThat(after)
        .doesNotContain("mocca")
        .contains("holds a lock", "stopped the migration", "the impact", "Joe Bloggs")
        .containsPattern("\\d+ other messages? (was|were) kept for a time and removed at 2026-12-");
    assertThat(withoutTimeline(after)).isEqualTo(withoutTimeline(before));
    assertThat(says(joe, "/pm status")).contains("removed on 2026-12-", "is kept");
    assertThat(paper("json")).contains("\"removed\"").doesNotContain("mocca");
    assertThat(paper("html")).contains("<svg", "holds a lock").doesNotContain("mocca");
  }

  private static String withoutTimeline(String document) {
    return String.join(
        "",
        List.of(document.split("(?m)^(?=## )", -1)).stream()
            .filter(it -> !it.startsWith("## Timeline"))
            .toList());
  }

  @Test
  void what_was_removed_is_not_found_any_longer_and_the_rest_is() {
    aPublishedIncident();
    company.passes(Duration.ofMinutes(1));
    assertThat(says(joe, "/pm search mocca")).contains("PM-1");
    company.passes(A_MONTH).passes(Duration.ofMinutes(1));
    assertThat(says(joe, "/pm search mocca")).doesNotContain("PM-1");
    assertThat(says(joe, "/pm search lock")).contains("PM-1");
  }

  @Test
  void an_edit_or_a_reply_that_comes_later_brings_nothing_back() {
    Message chat = aPublishedIncident();
    company.passes(A_MONTH);
    chat.edit("mocca, as I said");
    joe.in(room).says("mocca again");
    company.settled();
    company.restarted().passes(Duration.ofHours(1));
    says(joe, "/pm correct");
    joe.modal().closeAll();
    chat.edit("mocca for ever");
    company.settled().passes(Duration.ofMinutes(20));
    assertThat(document()).doesNotContain("mocca");
  }

  @Test
  void it_can_be_corrected_and_published_again_with_all_its_sections() {
    aPublishedIncident();
    company.passes(A_MONTH);
    says(joe, "/pm correct");
    joe.modal().closeAll();
    says(joe, "/pm impact three orders more");
    Modal gate = opens(joe, "/pm publish");
    gate.fill("What changed?", "The impact is complete.");
    assertThat(gate.submit().isClosed()).isTrue();
    company.settled();
    assertThat(state()).contains(State.PUBLISHED);
    assertThat(document())
        .contains("three orders more", "the impact", "holds a lock", "stopped the migration");
    company.passes(Duration.ofDays(2));
    assertThat(document()).contains("three orders more", "holds a lock");
  }

  @Test
  void one_that_is_being_corrected_keeps_everything_until_it_is_out_again() {
    aPublishedIncident();
    company.passes(Duration.ofDays(29));
    says(joe, "/pm correct");
    joe.modal().closeAll();
    company.passes(Duration.ofDays(5));
    assertThat(document()).contains("mocca");
    Modal gate = opens(joe, "/pm publish");
    gate.fill("What changed?", "Nothing much.");
    gate.submit();
    company.settled().passes(Duration.ofDays(1));
    assertThat(document()).doesNotContain("mocca");
  }

  @Test
  void a_cancelled_one_loses_what_was_said_and_stays_closed() {
    anIncidentRuns();
    joe.in(room).says("mocca?");
    company.settled();
    says(joe, "/pm cancel false alarm");
    company.passes(A_MONTH);
    assertThat(document()).doesNotContain("mocca");
    assertThat(says(joe, "/pm reopen")).contains("was removed on 2026-12-", "stays closed");
    assertThat(state()).contains(State.CANCELLED);
  }

  @Test
  void a_bot_that_starts_removes_at_once_what_became_due_while_it_was_away() {
    aPublishedIncident();
    company.clock.advance(A_MONTH);
    company.restarted().passes(Duration.ofSeconds(2));
    assertThat(document()).doesNotContain("mocca");
  }
}
