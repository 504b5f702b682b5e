package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Template;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.Person;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.privacy.ForgetPerson;
import dev.postmortem.workflow.privacy.ForgetPerson.Meant;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a store promises about people who are to be forgotten. */
public interface ForgettingContract extends Kept {
  String JANE = "U012JANE";
  Instant TODAY = Instant.parse("2026-11-23T10:00:00Z");
  Pattern HER_ID = Pattern.compile("(?<![A-Z0-9])" + JANE + "(?![A-Z0-9])");
  Pattern HER_NAME = Pattern.compile("(?iu)\\bjane\\s+doe\\b");

  /** As the search index has them, each a row of its own. */
  Pattern HER_WORDS = Pattern.compile("^(u012jane|doe)$");

  /** All ways in which she may stand in a text, and what only looks like her. */
  String WORDS =
      "{\"user\":\"U012JANE\",\"user_profile\":{\"real_name\":\"Jane Q. Doe\",\"name\":\"jdoe}\"},"
          + "\"text\":\"<@U012JANE> <@U012JANE|jane> Jane Doe, JANE  DOE's and (jane doe);"
          + " not U012JANEX nor Mary-Jane Doering\"}";

  /** The tables of this store. */
  DataSource source();

  default EveryColumn everyColumn() {
    return new EveryColumn(source());
  }

  default long filled() throws Exception {
    List<String> parentsFirst = new ArrayList<>(Tables.ALL);
    Collections.reverse(parentsFirst);
    parentsFirst.removeAll(List.of("forgotten", "forgotten_key"));
    return everyColumn().fill(parentsFirst, JANE, "Jane Doe", WORDS);
  }

  default String forget(String user, String... also) {
    return forget(store(), user, also);
  }

  private static String forget(Store store, String user, String... also) {
    StringWriter said = new StringWriter();
    ForgetPerson forget = forgetting(store, said);
    forget.forget((Meant.One) forget.find(user, List.of(also)));
    return said.toString();
  }

  private static ForgetPerson forgetting(Store store, StringWriter said) {
    Clock clock = Clock.fixed(TODAY, ZoneOffset.UTC);
    return new ForgetPerson(new Desk(store, clock, Template.DEFAULT, "/pm"), new PrintWriter(said));
  }

  @Test
  default void nobody_finds_her_in_any_column_of_any_table() throws Exception {
    // whether the database was moved has nothing to do with people
    var all = new TreeSet<>(Tables.ALL);
    all.add("custody");
    assertThat(all).isEqualTo(everyColumn().tables());
    filled();
    ShelfSteps.all(shelf());
    assertThat(everyColumn().with(HER_ID))
        .as("the test looked into every table that can hold her")
        .containsAll(
            Set.of(
                "incident",
                "remark",
                "task",
                "question",
                "answer",
                "participant",
                "entry",
                "entry_revision",
                "mark",
                "amendment",
                "buried",
                "meeting",
                "attendee",
                "meeting_read",
                "readership",
                "person",
                "directory_name",
                "letter",
                "posting",
                "reading",
                "reading_step",
                "picture",
                "picture_shown",
                "handover",
                "draft_pause",
                "task_pause",
                "waiver",
                "chronicle",
                "unsaved",
                "shelf_voice"));

    assertThat(everyColumn().with(HER_WORDS)).contains("shelf_word");

    forget(JANE);

    assertThat(everyColumn().with(HER_ID)).isEmpty();
    assertThat(everyColumn().with(HER_NAME)).isEmpty();
    assertThat(everyColumn().with(Pattern.compile("Jane Q|jdoe"))).isEmpty();
    assertThat(everyColumn().with(HER_WORDS)).isEmpty();
    assertThat(everyColumn().with(Pattern.compile("U012JANEX"))).contains("entry", "remark");
    assertThat(everyColumn().with(Pattern.compile("Mary-Jane Doering"))).contains("entry");
    assertThat(everyColumn().with(Pattern.compile("UFORGOTTEN1"))).contains("entry", "mark");
    assertThat(everyColumn().with(Pattern.compile("a former colleague \\(1\\)"))).contains("task");
  }

  @Test
  default void whoever_is_killed_halfway_completes_it_the_next_time() throws Exception {
    filled();
    opened("C2");
    int lives = 0;
    boolean done = false;
    while (!done) {
      try {
        forget(new Dying(store(), ++lives), JANE);
        done = true;
      } catch (IllegalStateException killed) {
        assertThat(killed).hasMessage("killed");
      }
    }

    assertThat(lives).isGreaterThan(3);
    assertThat(everyColumn().with(HER_ID)).isEmpty();
    assertThat(everyColumn().with(HER_NAME)).isEmpty();
    assertThat(everyColumn().with(Pattern.compile("UFORGOTTEN2"))).isEmpty();
  }

  /** Ends before one of its pieces of work. */
  final class Dying implements Store {
    private final Store store;
    private int left;

    Dying(Store store, int left) {
      this.store = store;
      this.left = left;
    }

    @Override
    public <T> T write(Function<Records, T> work) {
      if (left-- == 0) {
        throw new IllegalStateException("killed");
      }
      return store.write(work);
    }

    @Override
    public <T> T read(Function<Records, T> work) {
      return store.read(work);
    }
  }

  @Test
  default void a_second_time_changes_nothing_and_says_so() throws Exception {
    filled();
    forget(JANE);
    Map<String, List<List<String>>> once = everyColumn().all();

    assertThat(forget(JANE)).contains("a former colleague (1)", "Nothing was left to be changed.");

    assertThat(everyColumn().all()).isEqualTo(once);
  }

  @Test
  default void a_preview_says_the_same_and_changes_nothing() throws Exception {
    long id = filled();
    Map<String, List<List<String>>> before = everyColumn().all();
    StringWriter said = new StringWriter();
    ForgetPerson forget = forgetting(store(), said);
    forget.preview((Meant.One) forget.find("jane doe", List.of()));

    assertThat(everyColumn().all()).isEqualTo(before);
    assertThat(said.toString()).contains("PM-" + id + ": ", "messages and notes: 1", "marks: 1");
    assertThat(said.toString()).contains("Nothing was changed.");
    String done = forget(JANE);
    assertThat(done).contains("PM-" + id + ": ", "messages and notes: 1", "marks: 1", "Done.");
  }

  @Test
  default void what_is_heard_of_her_later_is_kept_under_the_same_pseudonym() throws Exception {
    filled();
    forget(JANE);
    Draft draft = opened("C2");
    Message late =
        new Message(
            Examples.key("1795442709.000100"),
            Kind.MESSAGE,
            JANE,
            "",
            WORDS,
            "<@U012JANE> late",
            null,
            SlackTime.instant("1795442709.000100"),
            false);
    timelines().keep(draft.id(), late);
    timelines().mark(draft.id(), new Mark(late.key(), "key", JANE, "pushpin", true, TODAY));
    people().save(new Person(JANE, "Jane Doe", "Engineer", null, false));

    Message kept = timelines().find(draft.id(), late.key()).orElseThrow().message();
    assertThat(kept.author()).isEqualTo("UFORGOTTEN1");
    assertThat(kept.plain()).isEqualTo("<@UFORGOTTEN1> late");
    assertThat(kept.raw()).contains("<@UFORGOTTEN1>").doesNotContain("user_profile");
    assertThat(people().find(JANE)).isEmpty();
    assertThat(people().find("UFORGOTTEN1").orElseThrow().name())
        .isEqualTo("a former colleague (1)");
    assertThat(everyColumn().with(HER_ID)).isEmpty();
    assertThat(timelines().find(draft.id(), late.key()).orElseThrow().tags())
        .containsExactly("key");
  }

  @Test
  default void two_people_become_two_who_cannot_be_told_from_their_digests() throws Exception {
    long id = opened("C1").id();
    people().save(new Person("UONE", "One One", "", null, false));
    people().save(new Person("UTWO", "Two Two", "", null, false));
    drafts().save(id, new Participant("UONE", "Boss", false));
    forget("UONE");
    forget("UTWO");

    assertThat(people().find("UFORGOTTEN1")).isPresent();
    assertThat(people().find("UFORGOTTEN2")).isPresent();
    assertThat(everyColumn().all().get("forgotten").toString()).doesNotContain("UONE", "UTWO");
  }

  @Test
  default void letters_to_her_that_wait_are_not_sent_and_no_new_ones_are_written() {
    long id = opened("C1").id();
    outbox().put(new Letter("a/U012JANE", id, Letter.Kind.DIRECT, JANE, "hello"), TODAY);
    outbox().put(new Letter("b", id, Letter.Kind.CALENDAR, "calendar/" + JANE, ""), TODAY);
    outbox().put(new Letter("c", id, Letter.Kind.NOTICE, "C1", "hello"), TODAY);

    assertThat(forget(JANE)).contains("letters that are not sent any more: 2");

    assertThat(outbox().status("a/UFORGOTTEN1").orElseThrow().state())
        .isEqualTo(Outbox.State.GIVEN_UP);
    assertThat(outbox().status("b").orElseThrow().state()).isEqualTo(Outbox.State.GIVEN_UP);
    assertThat(outbox().status("c").orElseThrow().state()).isEqualTo(Outbox.State.WAITING);
    assertThat(outbox().put(new Letter("d", id, Letter.Kind.DIRECT, "UFORGOTTEN1", ""), TODAY))
        .isFalse();
  }

  @Test
  default void a_name_that_several_have_is_refused_with_all_of_them() {
    people().save(new Person("UONE", "Jane Doe", "Engineer", null, false));
    people().save(new Person("UTWO", "jane doe", "", null, false));
    ForgetPerson forget = forgetting(store(), new StringWriter());

    assertThat(forget.find("Jane Doe", List.of()))
        .isInstanceOfSatisfying(
            Meant.Refused.class,
            refused -> assertThat(refused.why()).contains("2 people", "UONE", "UTWO", "Engineer"));
    assertThat(forget.find("John Doe", List.of())).isInstanceOf(Meant.Refused.class);
    assertThat(forget.find("UFORGOTTEN1", List.of())).isInstanceOf(Meant.Refused.class);
    assertThat(forget.find("<@UONE|jane>", List.of()))
        .isEqualTo(new Meant.One("UONE", "Jane Doe", Set.of()));
  }

  @Test
  default void a_name_of_one_word_is_looked_for_but_only_replaced_when_it_was_given() {
    Draft draft = opened("C1");
    people().save(new Person(JANE, "Will", "", null, false));
    drafts().save(draft.id(), draft.body("impact").plus(Examples.remark("Will it work, Will?")));

    assertThat(forget(JANE)).contains("PM-" + draft.id() + ": Will, 2 times");
    assertThat(drafts().find(draft.id()).orElseThrow().body("impact").remarks().get(0).plain())
        .isEqualTo("Will it work, Will?");
    forget(JANE, "Will");

    assertThat(drafts().find(draft.id()).orElseThrow().body("impact").remarks().get(0).plain())
        .isEqualTo("a former colleague (1) it work, a former colleague (1)?");
  }
}
