package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.ChannelTaken;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.SectionBody;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.WarRoom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a store promises about post-mortems. */
public interface DraftsContract extends Kept {
  private Draft found(long id) {
    return drafts().find(id).orElseThrow();
  }

  @Test
  default void a_draft_comes_back_as_it_was_opened() {
    Draft given = Examples.draft("C1");
    Draft added = opened("C1");

    assertThat(added).usingRecursiveComparison().ignoringFields("id").isEqualTo(given);
    assertThat(found(added.id())).isEqualTo(added);
  }

  @Test
  default void an_unknown_draft_is_not_found() {
    assertThat(drafts().find(404)).isEmpty();
    assertThat(drafts().forChange(404)).isEmpty();
  }

  @Test
  default void state_headline_roles_war_room_and_reason_are_kept() {
    Draft draft = opened("C1");
    Draft changed =
        draft
            .with(draft.headline().withResolved(Examples.NIGHT.plusSeconds(3600)))
            .with(new Roles("UNEW", "UMODERATOR", "UNOTES"))
            .with(new WarRoom(Examples.TEAM, "C2", "renamed", false))
            .published(Examples.NIGHT.plusSeconds(7200))
            .cancelled("it was a drill");
    drafts().save(changed);

    assertThat(found(draft.id())).isEqualTo(changed);
  }

  @Test
  default void a_section_is_read_in_its_newest_revision() {
    long id = opened("C1").id();
    SectionBody first = SectionBody.empty("impact").plus(Examples.remark("one"));
    SectionBody second = first.plus(Examples.remark("two"));
    SectionBody emptied = SectionBody.empty("symptoms").plus(Examples.remark("x"));
    drafts().save(id, first);
    drafts().save(id, second);
    drafts().save(id, emptied);
    drafts().save(id, emptied.rewritten(List.of()));

    assertThat(found(id).body("impact")).isEqualTo(second);
    assertThat(found(id).body("symptoms")).isEqualTo(new SectionBody("symptoms", 2, List.of()));
    assertThat(found(id).body("learned")).isEqualTo(SectionBody.empty("learned"));
  }

  @Test
  default void a_revision_that_is_there_already_is_not_overwritten() {
    long id = opened("C1").id();
    SectionBody first = SectionBody.empty("impact").plus(Examples.remark("one"));
    drafts().save(id, first);

    SectionBody rival = SectionBody.empty("impact").plus(Examples.remark("rival"));
    assertThatThrownBy(() -> drafts().save(id, rival));
    assertThat(found(id).body("impact")).isEqualTo(first);
  }

  @Test
  default void tasks_are_kept_changed_and_removed_by_their_number() {
    long id = opened("C1").id();
    Task plain = new Task(1, "{}", "check", null, null, Task.State.OPEN, "", null);
    Task full =
        new Task(
            2,
            "{\"text\":\"x\"}",
            "x",
            "UANNE",
            LocalDate.of(2026, 12, 24),
            Task.State.DROPPED,
            "too late",
            Examples.key("1795442709.000100"));
    drafts().save(id, full);
    drafts().save(id, plain);
    assertThat(found(id).tasks()).containsExactly(plain, full);

    drafts().save(id, full.settled(Task.State.DONE, ""));
    drafts().remove(id, plain);
    assertThat(found(id).tasks()).containsExactly(full.settled(Task.State.DONE, ""));
  }

  @Test
  default void questions_are_kept_with_their_answers() {
    long id = opened("C1").id();
    Question asked = new Question(1, "{}", "why?", "UANNE", List.of(), Examples.key("1.0"));
    Question answered =
        asked.answered(Examples.remark("because")).answered(Examples.remark("and also"));
    drafts().save(id, asked);
    drafts().save(id, answered);
    assertThat(found(id).questions()).containsExactly(answered);

    drafts().remove(id, answered);
    assertThat(found(id).questions()).isEmpty();
  }

  @Test
  default void participants_are_kept_in_the_order_they_came() {
    long id = opened("C1").id();
    drafts().save(id, new Participant("UZOE", "Engineer", false));
    drafts().save(id, new Participant("UANNE", null, false));
    drafts().save(id, new Participant("UZOE", null, true));

    assertThat(found(id).participants())
        .containsExactly(
            new Participant("UZOE", null, true), new Participant("UANNE", null, false));
  }

  @Test
  default void a_channel_has_only_one_post_mortem_that_captures() {
    opened("C1");

    assertThatThrownBy(() -> opened("C1"))
        .isInstanceOf(ChannelTaken.class)
        .hasMessageContaining("#inc-C1");
    opened("C2");
    assertThat(drafts().all()).hasSize(2);
  }

  @Test
  default void of_many_who_start_in_a_channel_at_once_one_succeeds() throws Exception {
    AtomicInteger refused = new AtomicInteger();
    StoreContract.together(
        6,
        number -> {
          try {
            opened("C1");
          } catch (ChannelTaken e) {
            refused.incrementAndGet();
          }
        });

    assertThat(refused).hasValue(5);
    assertThat(drafts().all()).hasSize(1);
  }

  @Test
  default void a_channel_is_free_again_when_its_post_mortem_is_out() {
    Draft first = opened("C1");
    drafts().save(first.published(Examples.NIGHT));

    Draft second = opened("C1");
    assertThat(drafts().capturing(Examples.TEAM, "C1"))
        .contains(new Capture(second.id(), second.headline().started()));
    assertThatThrownBy(() -> drafts().save(first.with(State.RESOLVED)))
        .isInstanceOf(ChannelTaken.class);
  }

  @Test
  default void
      a_channel_belongs_to_the_one_in_work_else_to_the_newest_published_else_to_the_newest_cancelled() {
    Draft drill = opened("C1").cancelled("a drill");
    drafts().save(drill);
    assertThat(ofC1()).isEqualTo(drill);
    Draft early = opened("C1").published(Examples.NIGHT);
    drafts().save(early);
    Draft late = opened("C1").published(Examples.NIGHT.plusSeconds(10));
    drafts().save(late);
    drafts().save(opened("C1").cancelled("a drill"));
    assertThat(ofC1()).isEqualTo(late);

    drafts().save(early.with(State.CORRECTING));
    assertThat(ofC1().id()).isEqualTo(early.id());

    Draft open = opened("C1");
    assertThat(ofC1()).isEqualTo(open);
    assertThat(drafts().ofChannel(Examples.TEAM, "C2")).isEmpty();
    assertThat(drafts().ofChannel("T2", "C1")).isEmpty();
  }

  private Draft ofC1() {
    return drafts().ofChannel(Examples.TEAM, "C1").orElseThrow();
  }

  @Test
  default void only_what_is_open_or_resolved_captures() {
    Draft draft = opened("C1");
    drafts().save(draft.with(State.RESOLVED));
    assertThat(drafts().capturing(Examples.TEAM, "C1")).isPresent();

    drafts().save(draft.with(State.CORRECTING));
    assertThat(drafts().capturing(Examples.TEAM, "C1")).isEmpty();
  }

  @Test
  default void several_channels_are_asked_for_at_once() {
    Map<String, Capture> expected = new HashMap<>();
    for (String channel : List.of("C1", "C2", "C3", "C4", "C5")) {
      Draft draft = opened(channel);
      expected.put(channel, new Capture(draft.id(), draft.headline().started()));
    }
    expected.remove("C4");

    assertThat(drafts().capturing(Examples.TEAM, Set.of("C1", "C2", "C3", "C5", "C9")))
        .isEqualTo(expected);
    assertThat(drafts().capturing(Examples.TEAM, Set.of())).isEmpty();
    assertThat(drafts().capturing("T2", Set.of("C1"))).isEmpty();
  }

  @Test
  default void all_of_a_workspace_come_newest_first_and_all_of_all_oldest_first() {
    Draft one = opened("C1");
    Draft two = opened("C2");
    SectionBody body = SectionBody.empty("impact").plus(Examples.remark("of two"));
    drafts().save(two.id(), body);

    List<Draft> all = drafts().all();
    assertThat(all).extracting(Draft::id).containsExactly(one.id(), two.id());
    assertThat(all.get(1).body("impact")).isEqualTo(body);
    assertThat(all.get(0).bodies()).isEmpty();
    assertThat(drafts().all(Examples.TEAM))
        .extracting(Draft::id)
        .containsExactly(two.id(), one.id());
    assertThat(drafts().all("T2")).isEmpty();
  }
}
