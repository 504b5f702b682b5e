package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.follow.DueTask;
import dev.postmortem.draft.follow.Handover;
import dev.postmortem.draft.follow.Unfinished;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What a store promises about what is followed up. */
public interface FollowupsContract extends Kept {
  ZoneId LONDON = ZoneId.of("Europe/London");
  LocalDate DUE = LocalDate.parse("2026-12-01");

  private static Handover offer(long incident, int number, String to) {
    return new Handover(incident, number, to, "UBY", Examples.NIGHT, Handover.State.OFFERED);
  }

  private static Task task(int number, String owner, LocalDate due) {
    return new Task(number, "{}", "limit it", owner, due, Task.State.OPEN, "", null);
  }

  private Draft resolved(String channel) {
    Draft draft = opened(channel).with(State.RESOLVED);
    drafts().save(draft);
    return draft;
  }

  @Test
  default void an_offer_is_found_by_its_number_and_the_newest_without() {
    long id = opened("C1").id();
    Handover first = offer(id, 1, "UANNE");
    Handover second = offer(id, 2, "UZOE");
    followups().save(first);
    followups().save(second);
    followups().save(first.settled(Handover.State.WITHDRAWN));

    assertThat(followups().handover(id, 1)).contains(first.settled(Handover.State.WITHDRAWN));
    assertThat(followups().latestHandover(id)).contains(second);
    assertThat(followups().handover(id, 3)).isEmpty();
    assertThat(followups().latestHandover(opened("C2").id())).isEmpty();
  }

  @Test
  default void a_draft_is_unfinished_while_it_is_resolved_and_has_a_point_person() {
    opened("C1");
    Draft draft = resolved("C2");
    Draft nobodys = resolved("C3");
    drafts().save(nobodys.with(new Roles("", null, null)));
    drafts().save(resolved("C4").published(Examples.NIGHT));
    drafts().save(resolved("C5").cancelled("a drill"));

    assertThat(followups().unfinished())
        .containsExactly(new Unfinished(draft.id(), "UOWNER", LONDON, null));
  }

  @Test
  default void a_pause_counts_for_its_point_person_alone_and_the_last_one_wins() {
    Draft draft = resolved("C1");
    followups().pause(draft.id(), "UOWNER", DUE);
    followups().pause(draft.id(), "UOWNER", DUE.plusDays(3));

    assertThat(followups().unfinished())
        .containsExactly(new Unfinished(draft.id(), "UOWNER", LONDON, DUE.plusDays(3)));

    drafts().save(draft.with(new Roles("UNEW", null, null)));
    assertThat(followups().unfinished())
        .containsExactly(new Unfinished(draft.id(), "UNEW", LONDON, null));
  }

  @Test
  default void open_tasks_with_owner_and_date_are_due_also_after_publication() {
    long id = opened("C1").id();
    drafts().save(id, task(1, "UANNE", DUE));
    drafts().save(id, task(2, null, DUE));
    drafts().save(id, task(3, "UANNE", null));
    drafts().save(id, task(4, "UANNE", DUE).settled(Task.State.DONE, ""));
    drafts().save(id, task(5, "UANNE", DUE.plusDays(1)));
    Draft published = resolved("C2").published(Examples.NIGHT);
    drafts().save(published);
    drafts().save(published.id(), task(1, "UZOE", DUE));
    Draft cancelled = resolved("C3").cancelled("a drill");
    drafts().save(cancelled);
    drafts().save(cancelled.id(), task(1, "UZOE", DUE));

    assertThat(followups().dueTasks(DUE))
        .containsExactly(
            new DueTask(id, 1, "UANNE", DUE, LONDON, null),
            new DueTask(published.id(), 1, "UZOE", DUE, LONDON, null));
  }

  @Test
  default void a_task_that_was_put_off_is_another_one_with_another_date_or_owner() {
    long id = opened("C1").id();
    Task task = task(1, "UANNE", DUE);
    drafts().save(id, task);
    DueTask due = followups().dueTasks(DUE).get(0);
    followups().pause(due, DUE.plusDays(2));
    followups().pause(due, DUE.plusDays(7));
    assertThat(followups().dueTasks(DUE))
        .containsExactly(new DueTask(id, 1, "UANNE", DUE, LONDON, DUE.plusDays(7)));

    drafts().save(id, task.assigned("UANNE", DUE.minusDays(1)));
    assertThat(followups().dueTasks(DUE)).extracting(DueTask::notBefore).containsOnlyNulls();
    drafts().save(id, task.assigned("UZOE", DUE));
    assertThat(followups().dueTasks(DUE)).extracting(DueTask::notBefore).containsOnlyNulls();
  }

  @Test
  default void a_task_that_is_taken_away_takes_its_pause_along() {
    long id = opened("C1").id();
    Task task = task(1, "UANNE", DUE);
    drafts().save(id, task);
    followups().pause(followups().dueTasks(DUE).get(0), DUE.plusDays(7));
    drafts().remove(id, task);
    drafts().save(id, task);

    assertThat(followups().dueTasks(DUE)).extracting(DueTask::notBefore).containsOnlyNulls();
  }
}
