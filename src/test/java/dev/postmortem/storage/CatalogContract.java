package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Choices;
import dev.postmortem.draft.catalog.OpenTask;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.meeting.Meeting;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the library promises about who sees what, and in which order. */
public interface CatalogContract extends Kept {
  Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  Reader ANYBODY = new Reader(Examples.TEAM, "UANY", Set.of());

  private static Reader reader(String person, String... rooms) {
    return new Reader(Examples.TEAM, person, Set.of(rooms));
  }

  /** A post-mortem that began so many days after the first. */
  default Draft begun(String channel, int day, State state, boolean isPrivate) {
    Instant started = NOON.plus(Duration.ofDays(day));
    Draft draft =
        drafts()
            .add(
                Draft.opened(
                    new WarRoom(Examples.TEAM, channel, "inc-" + channel, isPrivate),
                    new Headline("Day " + day, "SEV1", started, null, ZoneId.of("Europe/London")),
                    new Roles("UOWNER", null, null),
                    started.plusSeconds(60)));
    Draft now = state == State.PUBLISHED ? draft.published(started.plusSeconds(90)) : draft;
    drafts().save(now.with(state));
    return drafts().find(draft.id()).orElseThrow();
  }

  private List<Long> ids(Reader reader, Query query) {
    List<Long> ids = catalog().find(reader, query, 0, 100).stream().map(Card::id).toList();
    assertThat(catalog().count(reader, query)).isEqualTo(ids.size());
    return ids;
  }

  private boolean sees(Reader reader, Draft draft) {
    boolean listed = ids(reader, Query.ALL).contains(draft.id());
    assertThat(catalog().card(reader, draft.id()).isPresent()).isEqualTo(listed);
    return listed;
  }

  @Test
  default void a_published_one_of_a_public_room_is_for_everybody_of_the_workspace() {
    Draft published = begun("C1", 0, State.PUBLISHED, false);
    Draft corrected = begun("C2", 0, State.CORRECTING, false);

    assertThat(sees(ANYBODY, published)).isTrue();
    assertThat(sees(ANYBODY, corrected)).isTrue();
    assertThat(sees(new Reader("T2", "UOWNER", Set.of()), published)).isFalse();
  }

  @Test
  default void what_is_not_published_is_for_those_who_took_part() {
    Draft draft = begun("C1", 0, State.OPEN, false);
    drafts().save(draft.with(new Roles("UOWNER", "UMOD", "UNOTE")));
    drafts().save(draft.id(), new Participant("UPART", null, false));
    drafts().save(draft.id(), new Participant("UGONE", null, true));
    meetings()
        .save(
            new Meeting(
                draft.id(),
                1,
                NOON,
                Duration.ofMinutes(30),
                ZoneOffset.UTC,
                List.of("UINVITED"),
                "",
                false));
    timelines().keep(draft.id(), Examples.message("1772366400.000100", "it is down"));

    for (String person : List.of("UOWNER", "UMOD", "UNOTE", "UPART", "UINVITED", "UANNE")) {
      assertThat(sees(reader(person), draft)).as(person).isTrue();
    }
    assertThat(sees(reader("UGONE"), draft)).isFalse();
    assertThat(sees(ANYBODY, draft)).isFalse();
    assertThat(sees(new Reader(Examples.TEAM, "UANY", Set.of(), true), draft)).isTrue();
  }

  @Test
  default void who_took_everything_back_took_no_part() {
    Draft draft = begun("C1", 0, State.OPEN, false);
    timelines().keep(draft.id(), Examples.message("1772366400.000100", "it is down"));
    timelines().delete(draft.id(), Examples.key("1772366400.000100"), NOON);

    assertThat(sees(reader("UANNE"), draft)).isFalse();
  }

  @Test
  default void a_cancelled_one_is_like_one_that_is_not_published() {
    Draft draft = begun("C1", 0, State.CANCELLED, false);

    assertThat(sees(reader("UOWNER"), draft)).isTrue();
    assertThat(sees(ANYBODY, draft)).isFalse();
  }

  @Test
  default void a_private_one_is_for_members_alone_and_a_draft_for_members_who_took_part() {
    Draft published = begun("C1", 0, State.PUBLISHED, true);
    Draft open = begun("C2", 0, State.OPEN, true);

    assertThat(sees(reader("UANY", "C1", "C2"), published)).isTrue();
    assertThat(sees(reader("UANY", "C1", "C2"), open)).isFalse();
    assertThat(sees(reader("UOWNER", "C2", "C3", "C4"), open)).isTrue();
    assertThat(sees(reader("UOWNER", "C2"), published)).isFalse();
    assertThat(sees(reader("UOWNER"), published)).isFalse();
    assertThat(sees(reader("UOWNER"), open)).isFalse();
    assertThat(sees(new Reader(Examples.TEAM, "UOWNER", Set.of(), true), open)).isFalse();
    assertThat(catalog().privateRooms(Examples.TEAM)).containsExactlyInAnyOrder("C1", "C2");
    assertThat(catalog().privateRooms("T2")).isEmpty();
  }

  @Test
  default void the_newest_stand_first_and_pages_do_not_overlap() {
    long second = begun("C2", 5, State.PUBLISHED, false).id();
    long third = begun("C3", 1, State.PUBLISHED, false).id();
    long first = begun("C1", 9, State.PUBLISHED, false).id();
    long alike = begun("C4", 5, State.PUBLISHED, false).id();

    assertThat(ids(ANYBODY, Query.ALL)).containsExactly(first, alike, second, third);
    assertThat(catalog().find(ANYBODY, Query.ALL, 1, 2))
        .extracting(Card::id)
        .containsExactly(alike, second);
    assertThat(catalog().find(ANYBODY, Query.ALL, 4, 2)).isEmpty();
  }

  @Test
  default void a_card_tells_what_a_list_shows() {
    Draft draft = begun("C1", 3, State.PUBLISHED, false);
    drafts().save(draft.id(), task(1, Task.State.OPEN, null));
    drafts().save(draft.id(), task(2, Task.State.DONE, null));

    Headline headline = draft.headline();
    assertThat(catalog().card(ANYBODY, draft.id()))
        .contains(
            new Card(
                draft.id(),
                headline.title(),
                headline.severity(),
                State.PUBLISHED,
                draft.room(),
                headline.started(),
                null,
                draft.published(),
                headline.zone(),
                "UOWNER",
                1));
    assertThat(catalog().card(ANYBODY, 404)).isEmpty();
  }

  private static Task task(int number, Task.State state, LocalDate due) {
    return new Task(number, "{\"text\":\"do\"}", "do", "UANNE", due, state, "", null);
  }

  @Test
  default void a_query_narrows_the_list() {
    long old = begun("C1", 0, State.PUBLISHED, false).id();
    Draft late = begun("C2", 10, State.CORRECTING, false);
    Headline minor = new Headline("x", "sev3", late.headline().started(), null, ZoneOffset.UTC);
    drafts().save(late.with(minor));
    drafts().save(late.id(), new Participant("UPART", null, false));
    LocalDate day = LocalDate.of(2026, 3, 11);

    assertThat(ids(ANYBODY, new Query("", day, null, "", null, "", ""))).containsExactly(late.id());
    assertThat(ids(ANYBODY, new Query("", null, day.minusDays(1), "", null, "", "")))
        .containsExactly(old);
    assertThat(ids(ANYBODY, new Query("", day, day, "", null, "", ""))).containsExactly(late.id());
    assertThat(ids(ANYBODY, new Query("", null, null, "SEV3", null, "", "")))
        .containsExactly(late.id());
    assertThat(ids(ANYBODY, new Query("", null, null, "", State.PUBLISHED, "", "")))
        .containsExactly(old);
    assertThat(ids(ANYBODY, new Query("", null, null, "", null, "UPART", "")))
        .containsExactly(late.id());
    assertThat(ids(ANYBODY, new Query("", null, null, "", null, "UOWNER", ""))).hasSize(2);
  }

  @Test
  default void open_tasks_are_listed_by_their_date_and_only_of_what_one_may_see() {
    Draft draft = begun("C1", 0, State.PUBLISHED, false);
    drafts().save(draft.id(), task(1, Task.State.OPEN, null));
    drafts().save(draft.id(), task(2, Task.State.OPEN, LocalDate.of(2026, 4, 2)));
    drafts().save(draft.id(), task(3, Task.State.OPEN, LocalDate.of(2026, 4, 1)));
    drafts().save(draft.id(), task(4, Task.State.DONE, LocalDate.of(2026, 4, 1)));
    drafts().save(begun("C2", 0, State.PUBLISHED, true).id(), task(1, Task.State.OPEN, null));
    drafts().save(begun("C3", 0, State.CANCELLED, false).id(), task(1, Task.State.OPEN, null));

    List<OpenTask> all = catalog().openTasks(reader("UOWNER"), 0, 10);
    assertThat(all).extracting(one -> one.task().number()).containsExactly(3, 2, 1);
    assertThat(all.get(0).task()).isEqualTo(task(3, Task.State.OPEN, LocalDate.of(2026, 4, 1)));
    assertThat(all.get(0).room()).isEqualTo(draft.room());
    assertThat(all.get(0).made()).isEqualTo(draft.opened());
    assertThat(catalog().openTasks(ANYBODY, 1, 1))
        .extracting(one -> one.task().number())
        .containsExactly(2);
  }

  @Test
  default void somebodys_open_tasks_are_told_from_those_of_others() {
    Draft draft = begun("C1", 0, State.PUBLISHED, false);
    Task others = new Task(1, "{}", "do", "UOTHER", null, Task.State.OPEN, "", null);
    drafts().save(draft.id(), others);
    drafts().save(draft.id(), task(2, Task.State.OPEN, null));
    drafts().save(draft.id(), task(3, Task.State.OPEN, LocalDate.of(2026, 4, 1)));
    drafts().save(draft.id(), task(4, Task.State.DONE, null));
    drafts().save(begun("C2", 0, State.PUBLISHED, true).id(), task(1, Task.State.OPEN, null));

    assertThat(catalog().openTasksOf(ANYBODY, "UANNE", 10))
        .extracting(one -> one.task().number())
        .containsExactly(3, 2);
    assertThat(catalog().openTasksOf(ANYBODY, "UANNE", 1)).hasSize(1);
    assertThat(catalog().openTasksOf(reader("UANY", "C2"), "UANNE", 10)).hasSize(3);
    assertThat(catalog().openTasksOf(ANYBODY, "UNOBODY", 10)).isEmpty();
  }

  @Test
  default void the_choices_are_those_of_what_one_may_see() {
    Draft draft = begun("C1", 0, State.PUBLISHED, false);
    drafts().save(draft.id(), new Participant("UPART", null, false));
    drafts().save(draft.id(), new Participant("UGONE", null, true));
    Draft hidden = begun("C2", 0, State.PUBLISHED, true);
    drafts().save(hidden.with(new Roles("UHIDDEN", "UMOD", null)));

    assertThat(catalog().choices(ANYBODY))
        .isEqualTo(new Choices(List.of("SEV1"), List.of(), List.of("UOWNER", "UPART")));
    assertThat(catalog().choices(reader("UANY", "C2")).persons())
        .containsExactly("UHIDDEN", "UMOD", "UOWNER", "UPART");
  }

  @Test
  default void facts_hold_what_can_be_counted() {
    Draft draft = begun("C1", 0, State.PUBLISHED, false);
    drafts().save(draft.id(), task(1, Task.State.DONE, LocalDate.of(2026, 4, 1)));
    drafts().save(draft.id(), draft.body("learned").plus(Examples.remark("old words")));
    drafts()
        .save(
            draft.id(),
            drafts()
                .find(draft.id())
                .orElseThrow()
                .body("learned")
                .rewritten(List.of(Examples.remark("a timeout"), Examples.remark("a retry"))));
    begun("C2", 40, State.PUBLISHED, false);

    var facts = catalog().facts(ANYBODY, NOON, NOON.plus(Duration.ofDays(40)));
    assertThat(facts).hasSize(1);
    assertThat(facts.get(0).card()).isEqualTo(catalog().card(ANYBODY, draft.id()).orElseThrow());
    assertThat(facts.get(0).factors()).containsEntry("learned", "a timeout\na retry").hasSize(1);
    assertThat(facts.get(0).tasks()).hasSize(1);
    assertThat(facts.get(0).tasks().get(0).made()).isEqualTo(draft.opened());
    assertThat(facts.get(0).tasks().get(0).settled()).isNull();
    assertThat(facts.get(0).met()).isNull();
  }
}
