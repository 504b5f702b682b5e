package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Headline;
import dev.postmortem.draft.Question;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.State;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the library promises about words: what stands is found, and what was taken back is not. */
public interface SearchContract extends Kept {
  Reader INSIDE = new Reader(Examples.TEAM, "UANY", Set.of(), true);
  String TS = "1795442710.000100";

  private Draft room(String channel, String title, boolean isPrivate) {
    return drafts()
        .add(
            Draft.opened(
                new WarRoom(Examples.TEAM, channel, "room", isPrivate),
                new Headline(title, "SEV1", Examples.NIGHT, null, ZoneOffset.UTC),
                new Roles("UOWNER", null, null),
                Examples.NIGHT));
  }

  private long room(String channel) {
    return room(channel, "Nothing special", false).id();
  }

  private Set<Long> found(Reader reader, String text) {
    Set<Long> ids = new HashSet<>();
    catalog().find(reader, Query.words(text), 0, 100).stream().map(Card::id).forEach(ids::add);
    assertThat(catalog().count(reader, Query.words(text))).as(text).isEqualTo(ids.size());
    return ids;
  }

  private Set<Long> found(String text) {
    return found(INSIDE, text);
  }

  /** The shelf knows everything. */
  default void upToDate() {
    ShelfSteps.all(shelf());
  }

  /** Before the shelf knows of it, and after. */
  private void bothWays(Runnable check) {
    check.run();
    upToDate();
    check.run();
  }

  @Test
  default void words_are_found_wherever_they_were_written() {
    Draft draft = room("C1", "Käse \uD83E\uDDC0 is down", false);
    long id = draft.id();
    room("C2");
    drafts().save(id, draft.body("impact").plus(Examples.remark("412 orders were late")));
    drafts().save(id, new Task(1, "{}", "replace the fuse", null, null, Task.State.OPEN, "", null));
    drafts().save(id, new Question(1, "{}", "why so hot?", "UANNE", List.of(), null));
    drafts()
        .save(
            id,
            new Question(
                1, "{}", "why so hot?", "UANNE", List.of(Examples.remark("the fan")), null));
    timelines().keep(id, Examples.message(TS, "障害です, the flux-capacitor overheats"));

    bothWays(
        () -> {
          for (String text :
              List.of(
                  "kase",
                  "KÄSE down",
                  "orders",
                  "412",
                  "fuse",
                  "hot",
                  "fan",
                  "flux capac",
                  "pm-" + id,
                  "障害",
                  "害で",
                  "障",
                  "す",
                  "late overheats kase fuse fan",
                  "capacitor!")) {
            assertThat(found(text)).as(text).containsExactly(id);
          }
          for (String text : List.of("capac flux", "rder", "x", "--", "害障", "orders nowhere")) {
            assertThat(found(text)).as(text).isEmpty();
          }
          assertThat(found("room")).hasSize(2);
        });
  }

  @Test
  default void words_that_were_taken_back_are_never_found() {
    long id = room("C1");
    String hidden = "1795442711.000100";
    String changed = "1795442712.000100";
    String edited = "1795442713.000100";
    timelines().keep(id, Examples.message(TS, "alpha"));
    timelines().keep(id, Examples.message(hidden, "bravo"));
    timelines().keep(id, Examples.message(changed, "charlie"));
    timelines().keep(id, Examples.message(edited, "delta"));
    drafts().save(id, drafts().find(id).orElseThrow().body("impact").plus(Examples.remark("echo")));
    upToDate();
    assertThat(found("alpha bravo charlie delta echo")).containsExactly(id);

    Instant later = Instant.ofEpochSecond(1795442800);
    timelines().delete(id, Examples.key(TS), later);
    timelines().amend(id, Examples.key(hidden), new Amendment(null, null, true));
    timelines().amend(id, Examples.key(changed), new Amendment(null, "{}", "foxtrot", false));
    timelines().keep(id, Examples.edited(edited, "golf", later));
    drafts().save(id, drafts().find(id).orElseThrow().body("impact").rewritten(List.of()));

    bothWays(
        () -> {
          for (String gone : List.of("alpha", "bravo", "charlie", "delta", "echo", "ech")) {
            assertThat(found(gone)).as(gone).isEmpty();
          }
          assertThat(found("foxtrot golf")).containsExactly(id);
        });
  }

  @Test
  default void what_was_just_said_is_found_together_with_what_was_said_before() {
    long id = room("C1");
    timelines().keep(id, Examples.message(TS, "alpha"));
    upToDate();
    timelines().keep(id, Examples.message("1795442711.000100", "bravo"));

    bothWays(() -> assertThat(found("alpha brav")).containsExactly(id));
  }

  @Test
  default void a_message_that_arrives_late_is_found_when_the_shelf_has_caught_up() {
    long id = room("C1");
    timelines().keep(id, Examples.message(TS, "alpha"));
    upToDate();
    timelines().keep(id, Examples.message("1795442700.000100", "earlier"));
    timelines().keep(id, Examples.message("1795442711.000100", "later"));
    upToDate();

    assertThat(found("alpha earlier later")).containsExactly(id);
  }

  @Test
  default void what_was_changed_is_right_also_while_only_what_is_new_is_taken_in() {
    long id = room("C1");
    timelines().keep(id, Examples.message(TS, "alpha"));
    upToDate();
    timelines().keep(id, Examples.edited(TS, "bravo", Instant.ofEpochSecond(1795442800)));
    timelines().keep(id, Examples.message("1795442711.000100", "charlie"));
    ShelfSteps.fresh(shelf());

    bothWays(
        () -> {
          assertThat(found("alpha")).isEmpty();
          assertThat(found("bravo charlie")).containsExactly(id);
        });
  }

  @Test
  default void what_is_new_is_taken_in_once_on_a_way_however_much_is_said_meanwhile() {
    List<Long> rooms = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rooms.add(room("C" + i));
    }
    upToDate();
    int steps = 0;
    OptionalLong next = OptionalLong.of(Shelf.BEGINNING);
    while (next.isPresent()) {
      assertThat(++steps).as("it comes to an end").isLessThan(50);
      String ts = (1795442710 + steps) + ".000100";
      rooms.forEach(id -> timelines().keep(id, Examples.message(ts, "alpha")));
      next = shelf().keepUp(Shelf.Care.NEW, next.getAsLong()).next();
    }
    assertThat(steps).isEqualTo(41);
  }

  @Test
  default void of_much_that_is_new_a_little_is_taken_in_at_a_time_and_all_is_found() {
    long id = room("C1");
    upToDate();
    for (int i = 0; i < 2_500; i++) {
      String ts = (1795442710 + i) + ".000100";
      timelines().keep(id, Examples.message(ts, "alpha number" + i));
    }
    List<Boolean> cut = new ArrayList<>();
    Shelf.Step step = shelf().keepUp(Shelf.Care.NEW, Shelf.BEGINNING);
    while (step.next().isPresent()) {
      cut.add(step.isCut());
      assertThat(shelf().keepUp(Shelf.Care.NEW, step.next().getAsLong())).isEqualTo(Shelf.Step.END);
      assertThat(found("number" + Math.min(1_000 * cut.size() - 1, 2_499))).containsExactly(id);
      step = shelf().keepUp(Shelf.Care.NEW, Shelf.BEGINNING);
    }

    assertThat(cut).containsExactly(true, true, false);
    assertThat(found("number0 number999 number1000 number2499")).containsExactly(id);
    assertThat(shelf().keepUp(Shelf.Care.ALL, Shelf.BEGINNING)).isEqualTo(Shelf.Step.END);
  }

  @Test
  default void a_private_room_is_neither_found_nor_counted_from_outside() {
    long ours = room("C1", "The vault", true).id();
    long open = room("C2", "The vault", false).id();

    bothWays(
        () -> {
          assertThat(found("vault")).containsExactly(open);
          assertThat(found(new Reader(Examples.TEAM, "UANY", Set.of("C1"), true), "vault"))
              .containsExactlyInAnyOrder(ours, open);
          assertThat(found(new Reader("T2", "UANY", Set.of("C1"), true), "vault")).isEmpty();
        });
  }

  @Test
  default void more_than_one_block_is_found_and_paged_from_the_newest() {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 70; i++) {
      ids.add(room("C" + i, i % 2 == 0 ? "even word" + i : "odd word" + i, false).id());
    }
    upToDate();

    assertThat(found("odd")).hasSize(35);
    assertThat(found("odd word7")).containsExactlyInAnyOrder(ids.get(7));
    assertThat(found("odd word1")).hasSize(6);
    assertThat(catalog().find(INSIDE, Query.words("even"), 10, 2))
        .extracting(Card::id)
        .containsExactly(ids.get(48), ids.get(46));
  }

  @Test
  default void several_who_keep_it_up_at_once_do_not_get_in_each_others_way() throws Exception {
    for (int i = 0; i < 40; i++) {
      long id = room("C" + i);
      timelines().keep(id, Examples.message(TS, "alpha number" + i));
    }
    StoreContract.together(4, number -> upToDate());

    assertThat(shelf().keepUp(Shelf.Care.ALL, Shelf.BEGINNING)).isEqualTo(Shelf.Step.END);
    assertThat(found("alpha")).hasSize(40);
    assertThat(found("number39")).hasSize(1);
  }

  @Test
  default void marks_tell_the_tags_and_when_it_was_noticed_and_got_better() {
    Draft draft = room("C1", "x", false);
    long id = draft.id();
    drafts().save(draft.published(Examples.NIGHT));
    timelines().keep(id, Examples.message(TS, "first"));
    timelines().keep(id, Examples.message("1795442711.000100", "second"));
    timelines().keep(id, Examples.message("1795442712.000100", "third"));
    upToDate();
    timelines().mark(id, Examples.mark(TS, "symptom", true, Examples.NIGHT));
    timelines().mark(id, Examples.mark("1795442711.000100", "remediation", true, Examples.NIGHT));
    timelines().mark(id, Examples.mark("1795442712.000100", "mitigated", true, Examples.NIGHT));
    upToDate();

    assertThat(catalog().choices(INSIDE).tags())
        .containsExactly("mitigated", "remediation", "symptom");
    assertThat(catalog().count(INSIDE, new Query("", null, null, "", null, "", "symptom"))).isOne();
    assertThat(catalog().count(INSIDE, new Query("", null, null, "", null, "", "key"))).isZero();
    var fact = catalog().facts(INSIDE, Examples.NIGHT, Examples.NIGHT.plusSeconds(1)).get(0);
    assertThat(fact.detected()).isEqualTo(Instant.parse("2026-11-23T14:05:10.0001Z"));
    assertThat(fact.mitigated()).isEqualTo(Instant.parse("2026-11-23T14:05:12.0001Z"));

    timelines().mark(id, Examples.mark(TS, "symptom", false, Examples.NIGHT.plusSeconds(1)));
    upToDate();
    assertThat(catalog().choices(INSIDE).tags()).containsExactly("mitigated", "remediation");
  }

  @Test
  default void whoever_was_heard_sees_the_draft_also_from_the_shelf() {
    Draft draft = room("C1", "x", false);
    Reader author = new Reader(Examples.TEAM, "UANNE", Set.of());
    timelines().keep(draft.id(), Examples.message(TS, "first"));

    bothWays(() -> assertThat(found(author, "first")).containsExactly(draft.id()));
    timelines().delete(draft.id(), Examples.key(TS), Examples.NIGHT.plus(Duration.ofDays(99)));
    upToDate();
    assertThat(catalog().card(author, draft.id())).isEmpty();
    drafts().save(draft.with(State.CANCELLED));
    assertThat(catalog().card(author, draft.id())).isEmpty();
  }

  /** Whatever is done in whichever order, and whenever the shelf is brought up to date. */
  @Test
  default void a_search_always_finds_what_stands() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<Long> ids = List.of(room("C1"), room("C2"), room("C3"));
    var model = new TreeMap<Long, TreeMap<String, String>>();
    ids.forEach(id -> model.put(id, new TreeMap<>()));
    for (int step = 0; step < 120; step++) {
      long id = ids.get(random.nextInt(ids.size()));
      change(random, step, id, model.get(id));
      switch (random.nextInt(8)) {
        case 0, 1 -> upToDate();
        case 2, 3 -> ShelfSteps.fresh(shelf());
        default -> {}
      }
      String one = word(random);
      String two = word(random);
      Set<Long> expected = new HashSet<>();
      model.forEach(
          (incident, said) -> {
            String all = " " + String.join(" ", said.values()) + " ";
            if (all.contains(" " + one + " ") && all.contains(" " + two + " ")) {
              expected.add(incident);
            }
          });
      assertThat(found(one + " " + two + "."))
          .as("seed %d, step %d: %s %s", seed, step, one, two)
          .isEqualTo(expected);
    }
  }

  private static String word(Random random) {
    return "w" + (char) ('a' + random.nextInt(9)) + random.nextInt(3);
  }

  private void change(Random random, int step, long id, TreeMap<String, String> said) {
    String ts = (1795442710 + step) + ".000100";
    String words = word(random) + " " + word(random);
    String known =
        said.isEmpty() ? ts : new ArrayList<>(said.keySet()).get(random.nextInt(said.size()));
    MessageKey key = Examples.key(known);
    switch (said.isEmpty() ? 0 : random.nextInt(6)) {
      case 0, 1, 2 -> {
        timelines().keep(id, Examples.message(ts, words));
        said.put(ts, words);
      }
      case 3 -> {
        timelines().delete(id, key, Instant.ofEpochSecond(1795449999));
        said.remove(known);
      }
      case 4 -> {
        timelines().amend(id, key, new Amendment(null, "{}", words, false));
        said.put(known, words);
      }
      default -> {
        timelines().amend(id, key, new Amendment(null, null, true));
        said.remove(known);
      }
    }
  }
}
