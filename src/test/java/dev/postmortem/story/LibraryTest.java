package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Task;
import dev.postmortem.draft.catalog.Fact;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.rehearsal.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the library knows of an incident that people worked on in Slack. */
class LibraryTest extends Deeds {
  private static final Instant ALWAYS = Instant.parse("2100-01-01T00:00:00Z");

  @BeforeEach
  void anIncident() {
    anIncidentRuns();
  }

  private Fact fact() {
    String team = company.bot().desk().store().read(r -> r.drafts().all()).get(0).room().team();
    Reader reader = new Reader(team, joe.id(), Set.of());
    return company
        .bot()
        .desk()
        .store()
        .read(records -> records.catalog().facts(reader, Instant.EPOCH, ALWAYS))
        .get(0);
  }

  @Test
  void a_task_knows_when_it_was_made_and_done() {
    company.passes(Duration.ofMinutes(2));
    says(ada, "/pm task @jane limit migrations by 2026-12-01");
    Instant made = fact().tasks().get(0).made();
    assertThat(made).isEqualTo(fact().card().started().plus(Duration.ofMinutes(2)));
    assertThat(fact().tasks().get(0).settled()).isNull();

    company.passes(Duration.ofMinutes(3));
    says(jane, "/pm task done 1");
    assertThat(fact().tasks().get(0).state()).isEqualTo(Task.State.DONE);
    assertThat(fact().tasks().get(0).settled()).isEqualTo(made.plus(Duration.ofMinutes(3)));
    assertThat(fact().tasks().get(0).made()).isEqualTo(made);
  }

  @Test
  void what_is_deleted_in_slack_is_found_no_more_although_the_shelf_had_it() {
    Message flux = jane.in(room).says("the flux capacitor overheats");
    company.settled();
    company.passes(Duration.ofMinutes(1));
    assertThat(says(joe, "/pm search flux capac")).contains("PM-1");
    flux.delete();
    company.settled();
    assertThat(says(joe, "/pm search flux capac")).contains("Nothing that you may see");
    company.passes(Duration.ofMinutes(1));
    assertThat(says(joe, "/pm search flux")).contains("Nothing that you may see");
    assertThat(says(joe, "/pm search checkout is down")).contains("PM-1");
  }

  @Test
  void the_pages_show_a_draft_only_to_those_who_took_part() {
    String team = company.bot().desk().store().read(r -> r.drafts().all()).get(0).room().team();
    ada.in(room).says("I look at it");
    company.settled();
    for (String time : new String[] {"before", "after"}) {
      assertThat(sees(team, ada.id())).as(time).isTrue();
      assertThat(sees(team, lin.id())).as(time).isFalse();
      company.passes(Duration.ofMinutes(1));
    }
  }

  private boolean sees(String team, String user) {
    Reader reader = new Reader(team, user, Set.of());
    return company.bot().desk().store().read(r -> r.catalog().count(reader, Query.ALL)) == 1;
  }
}
