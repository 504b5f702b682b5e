package dev.postmortem.storage;

import static dev.postmortem.storage.Examples.edited;
import static dev.postmortem.storage.Examples.key;
import static dev.postmortem.storage.Examples.mark;
import static dev.postmortem.storage.Examples.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.timeline.Amendment;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.Revision;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store promises about timelines. */
public interface TimelinesContract extends Kept {
  /** The incident of these tests; a timeline asks for no draft. */
  long INCIDENT = 7;

  String TS = "1795442709.000100";
  Instant SAID = SlackTime.instant(TS);

  private boolean keep(Message message) {
    return store().write(records -> records.timelines().keep(INCIDENT, message));
  }

  private void delete(String ts) {
    timelines().delete(INCIDENT, key(ts), SAID.plusSeconds(9));
  }

  private void put(Mark mark) {
    timelines().mark(INCIDENT, mark);
  }

  private List<Entry> entries() {
    return timelines().of(INCIDENT);
  }

  private List<String> words() {
    return entries().stream().map(entry -> entry.message().plain()).toList();
  }

  @Test
  default void a_message_comes_back_as_it_was_kept() {
    Message message =
        new Message(
            key(TS),
            Kind.ALERT,
            null,
            "Grafana",
            "{\"text\":\"🔥 down\"}",
            "🔥 down",
            "1795442700.000200",
            SAID,
            false);
    assertThat(keep(message)).isTrue();

    Entry entry = entries().get(0);
    assertThat(entry.message()).isEqualTo(message);
    assertThat(entry.said()).isEqualTo(SAID).hasToString("2026-11-23T14:05:09.000100Z");
    assertThat(entry.amendment()).isEqualTo(Amendment.NONE);
    assertThat(entry.tags()).isEmpty();
    assertThat(timelines().find(INCIDENT, key(TS))).contains(entry);
  }

  @Test
  default void words_with_a_character_that_not_every_database_keeps_are_not_lost() {
    Message pasted =
        new Message(
            key(TS),
            Kind.MESSAGE,
            "UANNE",
            "a\0b",
            "{\"text\":\"x\\u0000y\"}",
            "x\0y \uD83D z",
            null,
            SAID,
            false);
    assertThat(keep(pasted)).isTrue();
    assertThat(keep(pasted)).isFalse();
    timelines().amend(INCIDENT, key(TS), new Amendment(null, "new \0 words", false));

    Entry entry = entries().get(0);
    assertThat(entry.message().plain()).startsWith("x\uFFFDy ").endsWith(" z");
    assertThat(entry.message().raw()).isEqualTo(pasted.raw());
    assertThat(entry.message().label()).isEqualTo("a\uFFFDb");
    assertThat(entry.raw()).isEqualTo("new \uFFFD words");
  }

  @Test
  default void the_same_delivery_again_changes_nothing() {
    assertThat(keep(message(TS, "down"))).isTrue();
    assertThat(keep(message(TS, "down"))).isFalse();
    assertThat(keep(message(TS, "other words, same version"))).isFalse();

    assertThat(words()).containsExactly("down");
  }

  @Test
  default void the_newest_edit_wins_in_whatever_order_they_arrive() {
    assertThat(keep(edited(TS, "second edit", SAID.plusSeconds(20)))).isTrue();
    assertThat(keep(message(TS, "first words"))).isFalse();
    assertThat(keep(edited(TS, "first edit", SAID.plusSeconds(10)))).isFalse();
    assertThat(words()).containsExactly("second edit");
    assertThat(keep(edited(TS, "third edit", SAID.plusSeconds(30)))).isTrue();

    assertThat(words()).containsExactly("third edit");
    assertThat(entries().get(0).said()).isEqualTo(SAID);
    assertThat(entries().get(0).message().edited()).isTrue();
  }

  @Test
  default void the_forms_before_the_newest_are_known_until_the_message_is_deleted() {
    keep(edited(TS, "second edit", SAID.plusSeconds(20)));
    keep(edited(TS, "third edit", SAID.plusSeconds(30)));
    keep(message(TS, "first words"));
    keep(edited(TS, "third edit", SAID.plusSeconds(30)));
    keep(message("1795442709.000900", "never edited"));
    assertThat(timelines().revisions(INCIDENT)).containsOnlyKeys(key(TS));
    assertThat(timelines().revisions(INCIDENT).get(key(TS)))
        .extracting(Revision::plain)
        .containsExactly("first words", "second edit");
    assertThat(timelines().revisions(INCIDENT).get(key(TS)).get(0).version()).isEqualTo(SAID);
    assertThat(timelines().revisions(INCIDENT + 1)).isEmpty();
    delete(TS);
    assertThat(timelines().revisions(INCIDENT)).isEmpty();
  }

  @Test
  default void many_deliveries_of_a_message_at_once_end_as_one() throws Exception {
    AtomicInteger changed = new AtomicInteger();
    StoreContract.together(
        8,
        number -> {
          Message delivered =
              number % 2 == 0
                  ? message(TS, "said")
                  : edited(TS, "edited " + number, SAID.plusSeconds(number));
          if (keep(delivered)) {
            changed.incrementAndGet();
          }
        });

    assertThat(words()).containsExactly("edited 7");
    assertThat(changed).satisfies(n -> assertThat(n.get()).isBetween(1, 5));
  }

  @Test
  default void a_deleted_message_is_gone_and_counted_once() {
    keep(message(TS, "secret"));
    delete(TS);
    delete(TS);

    assertThat(entries()).isEmpty();
    assertThat(timelines().find(INCIDENT, key(TS))).isEmpty();
    assertThat(timelines().deleted(INCIDENT)).isEqualTo(1);
  }

  @Test
  default void a_message_that_arrives_after_its_deletion_stays_away() {
    delete(TS);

    assertThat(keep(message(TS, "secret"))).isFalse();
    assertThat(keep(edited(TS, "late edit", SAID.plusSeconds(99)))).isFalse();
    assertThat(entries()).isEmpty();
    assertThat(timelines().deleted(INCIDENT)).isEqualTo(1);
  }

  @Test
  default void a_mark_files_a_message_also_when_it_comes_first() {
    put(mark(TS, "key", true, SAID.plusSeconds(5)));
    keep(message(TS, "down"));

    assertThat(entries().get(0).tags()).containsExactly("key");
    assertThat(timelines().find(INCIDENT, key(TS)).orElseThrow().isTagged("key")).isTrue();
    assertThat(timelines().find(INCIDENT, key(TS)).orElseThrow().isTagged("image")).isFalse();
  }

  @Test
  default void the_later_word_about_a_mark_wins_in_whatever_order_they_arrive() {
    keep(message(TS, "down"));
    put(mark(TS, "key", false, SAID.plusSeconds(6)));
    put(mark(TS, "key", true, SAID.plusSeconds(5)));
    assertThat(entries().get(0).tags()).isEmpty();

    put(mark(TS, "key", true, SAID.plusSeconds(7)));
    put(mark(TS, "key", false, SAID.plusSeconds(6)));
    assertThat(entries().get(0).tags()).containsExactly("key");
  }

  @Test
  default void of_two_words_at_the_same_instant_the_one_that_takes_away_wins() {
    keep(message(TS, "down"));
    put(mark(TS, "key", true, SAID));
    put(mark(TS, "key", false, SAID));
    put(mark(TS, "key", true, SAID));

    assertThat(entries().get(0).tags()).isEmpty();
  }

  @Test
  default void a_message_stays_filed_while_anybodys_mark_is_on() {
    keep(message(TS, "down"));
    put(mark(TS, "key", true, SAID));
    put(new Mark(key(TS), "key", "UBOB", "pushpin", true, SAID));
    put(new Mark(key(TS), "key", "UANNE", "shortcut", true, SAID));
    put(mark(TS, "image", true, SAID));
    put(mark(TS, "key", false, SAID.plusSeconds(1)));
    assertThat(entries().get(0).tags()).containsExactly("image", "key");

    put(new Mark(key(TS), "key", "UBOB", "pushpin", false, SAID.plusSeconds(1)));
    put(new Mark(key(TS), "key", "UANNE", "shortcut", false, SAID.plusSeconds(1)));
    assertThat(entries().get(0).tags()).containsExactly("image");
  }

  @Test
  default void an_amended_entry_moves_and_may_be_hidden_but_keeps_what_was_said() {
    keep(message("100.000001", "first"));
    keep(message("200.000001", "second"));
    Amendment amendment =
        new Amendment(Instant.ofEpochSecond(50), "{\"text\":\"new\"}", "new", true);
    timelines().amend(INCIDENT, key("200.000001"), amendment);

    assertThat(words()).containsExactly("second", "first");
    Entry moved = entries().get(0);
    assertThat(moved.amendment()).isEqualTo(amendment);
    assertThat(moved.raw()).isEqualTo("{\"text\":\"new\"}");
    assertThat(moved.message().raw()).isEqualTo("{\"text\":\"second\"}");

    timelines().amend(INCIDENT, key("200.000001"), Amendment.NONE);
    assertThat(words()).containsExactly("first", "second");
  }

  @Test
  default void an_amendment_survives_a_later_edit_of_the_message() {
    keep(message(TS, "down"));
    Amendment amendment = new Amendment(null, null, true);
    timelines().amend(INCIDENT, key(TS), amendment);
    keep(edited(TS, "down again", SAID.plusSeconds(10)));

    assertThat(entries().get(0).amendment()).isEqualTo(amendment);
  }

  @Test
  default void entries_come_in_order_of_time_to_the_microsecond() {
    keep(message("1795442709.000200", "c"));
    keep(message("1795442709.000100", "b"));
    keep(message("1795442708.999999", "a"));

    assertThat(words()).containsExactly("a", "b", "c");
  }

  @Test
  default void a_note_was_said_when_its_first_version_was_written() {
    MessageKey key = key("note-1");
    Message second =
        new Message(key, Kind.NOTE, "U1", "", "{}", "b", null, SAID.plusSeconds(5), true);
    Message first = new Message(key, Kind.NOTE, "U1", "", "{}", "a", null, SAID, false);
    keep(second);
    keep(first);

    assertThat(words()).containsExactly("b");
    assertThat(entries().get(0).said()).isEqualTo(SAID);
  }

  @Test
  default void incidents_do_not_mix() {
    keep(message(TS, "ours"));
    timelines().keep(8, message(TS, "theirs"));
    timelines().delete(8, key(TS), SAID);

    assertThat(words()).containsExactly("ours");
    assertThat(timelines().deleted(INCIDENT)).isZero();
  }

  @Test
  default void everything_of_a_channel_moves_to_its_new_id() {
    keep(message(TS, "down"));
    put(mark(TS, "key", true, SAID));
    Amendment hidden = new Amendment(null, null, true);
    timelines().amend(INCIDENT, key(TS), hidden);
    timelines().moveChannel(Examples.TEAM, "C1", "G1");

    Entry entry = entries().get(0);
    assertThat(entry.key()).isEqualTo(new MessageKey(Examples.TEAM, "G1", TS));
    assertThat(entry.tags()).containsExactly("key");
    assertThat(entry.amendment()).isEqualTo(hidden);
  }

  @Test
  default void what_arrived_under_both_ids_of_a_channel_becomes_one() {
    String gone = "1795442710.000100";
    keep(message(TS, "old"));
    keep(message(gone, "taken back"));
    put(mark(TS, "key", true, SAID));
    store()
        .change(
            records -> {
              Message newer = edited(TS, "new", SAID.plusSeconds(3));
              records.timelines().keep(INCIDENT, under("G1", newer));
              records.timelines().delete(INCIDENT, new MessageKey(Examples.TEAM, "G1", gone), SAID);
              records.timelines().moveChannel(Examples.TEAM, "C1", "G1");
              records.timelines().moveChannel(Examples.TEAM, "C1", "G1");
            });

    assertThat(words()).containsExactly("new");
    assertThat(entries().get(0).tags()).containsExactly("key");
    assertThat(timelines().deleted(INCIDENT)).isEqualTo(1);
  }

  private static List<Belonging> ours(List<Message> messages) {
    return messages.stream().map(one -> new Belonging(INCIDENT, one)).toList();
  }

  private List<String> keepTogether(List<Message> messages) {
    Set<MessageKey> changed = store().write(records -> records.timelines().keep(ours(messages)));
    return changed.stream().map(MessageKey::ts).sorted().toList();
  }

  @Test
  default void many_messages_are_kept_together_and_those_that_changed_anything_are_named() {
    List<Message> hundred =
        IntStream.range(100, 200).mapToObj(i -> message(i + ".000001", "m" + i)).toList();
    assertThat(keepTogether(hundred)).hasSize(100);
    assertThat(words()).hasSize(100).startsWith("m100").endsWith("m199");

    delete("101.000001");
    List<Message> again =
        List.of(
            message("100.000001", "m100"),
            message("101.000001", "m101"),
            edited("102.000001", "edited", SAID),
            message("200.000001", "new"));
    assertThat(keepTogether(again)).containsExactly("102.000001", "200.000001");
    assertThat(words()).hasSize(100).contains("edited", "new").doesNotContain("m101", "m102");
  }

  @Test
  default void messages_of_several_incidents_are_kept_together_each_in_its_own() {
    Message ours = message("100.5", "ours");
    Message theirs = message("101.5", "theirs");
    var all = List.of(new Belonging(8, theirs), new Belonging(INCIDENT, ours));
    assertThat(store().<Integer>write(records -> records.timelines().keep(all).size()))
        .isEqualTo(2);
    assertThat(words()).containsExactly("ours");
    assertThat(timelines().of(8)).extracting(Entry::message).containsExactly(theirs);
  }

  @Test
  default void a_message_and_its_edit_that_arrive_together_are_one() {
    List<Message> both =
        List.of(
            edited(TS, "second", SAID.plusSeconds(2)),
            message(TS, "first"),
            edited(TS, "third", SAID.plusSeconds(3)),
            message(TS, "first"));

    assertThat(keepTogether(both)).containsExactly(TS);
    assertThat(words()).containsExactly("third");
    assertThat(keepTogether(both)).isEmpty();
    assertThat(keepTogether(List.of())).isEmpty();
  }

  @Test
  default void those_who_keep_many_of_the_same_messages_at_once_keep_each_once() throws Exception {
    AtomicInteger changed = new AtomicInteger();
    StoreContract.together(
        6,
        number -> {
          List<Message> some =
              IntStream.range(100, 140)
                  .map(i -> number % 2 == 0 ? i : 239 - i)
                  .mapToObj(i -> message(i + ".000001", "m" + i))
                  .toList();
          changed.addAndGet(keepTogether(some).size());
        });

    assertThat(words()).hasSize(40);
    assertThat(changed).hasValue(40);
  }

  @Test
  default void a_character_that_postgresql_refuses_loses_no_message_among_many() {
    assertThat(keepTogether(List.of(message("100.5", "a\0b"), message("101.5", "c")))).hasSize(2);
    assertThat(words()).containsExactly("a\uFFFDb", "c");
  }

  @Test
  default void of_some_messages_those_are_known_that_somebody_marked() {
    put(mark("100.000001", "key", true, SAID));
    put(mark("101.000001", "key", true, SAID));
    put(mark("101.000001", "key", false, SAID.plusSeconds(1)));
    put(mark("103.000001", "key", true, SAID));
    timelines().mark(8, mark("102.000001", "key", true, SAID));

    List<Belonging> asked =
        List.of(
            new Belonging(INCIDENT, message("100.000001", "a")),
            new Belonging(INCIDENT, message("101.000001", "b")),
            new Belonging(INCIDENT, message("102.000001", "c")),
            new Belonging(8, message("103.000001", "d")),
            new Belonging(8, message("102.000001", "e")));
    assertThat(timelines().marked(asked)).containsExactly(asked.get(0), asked.get(4));
    assertThat(timelines().marked(List.of())).isEmpty();
  }

  @Test
  default void a_stretch_of_the_timeline_is_read_as_it_stands_in_the_whole() {
    keepTogether(IntStream.range(100, 160).mapToObj(i -> message(i + ".5", "m" + i)).toList());
    timelines().keep(8, message("159.7", "theirs"));
    delete("158.5");
    timelines()
        .amend(INCIDENT, key("105.5"), new Amendment(Instant.ofEpochSecond(155), null, false));
    timelines().amend(INCIDENT, key("157.5"), new Amendment(Instant.ofEpochSecond(90), null, true));
    put(mark("159.5", "key", true, SAID));

    List<Entry> all = entries();
    assertThat(timelines().size(INCIDENT)).isEqualTo(59).isEqualTo(all.size());
    for (int skip : List.of(0, 3, 20, 50, 58)) {
      int end = all.size() - skip;
      assertThat(timelines().latest(INCIDENT, skip, 7))
          .as("all but the latest %d", skip)
          .isEqualTo(all.subList(Math.max(0, end - 7), end));
    }
    assertThat(timelines().latest(INCIDENT, 59, 7)).isEmpty();
  }

  @Test
  default void what_is_filed_is_read_without_the_rest() {
    keepTogether(IntStream.range(100, 110).mapToObj(i -> message(i + ".5", "m" + i)).toList());
    put(mark("104.5", "key", true, SAID));
    put(mark("102.5", "impact", true, SAID));
    put(mark("103.5", "impact", true, SAID));
    put(mark("103.5", "impact", false, SAID.plusSeconds(1)));

    assertThat(timelines().filed(INCIDENT))
        .extracting(entry -> entry.message().plain() + entry.tags())
        .containsExactly("m102[impact]", "m104[key]");
  }

  @Test
  default void who_spoke_is_known_in_the_order_of_the_first_words() {
    keepTogether(
        List.of(
            by("102.5", "UBOB", Kind.MESSAGE),
            by("100.5", "UANNE", Kind.NOTE),
            by("101.5", "BALERT", Kind.ALERT),
            by("103.5", "UANNE", Kind.NOTE),
            by("104.5", null, Kind.MESSAGE),
            by("105.5", "UGONE", Kind.MESSAGE)));
    delete("105.5");

    assertThat(timelines().voices(INCIDENT))
        .containsExactly(
            new Voice("UANNE", Kind.NOTE, 2),
            new Voice("BALERT", Kind.ALERT, 1),
            new Voice("UBOB", Kind.MESSAGE, 1));
  }

  private static Message by(String ts, String author, Kind kind) {
    return new Message(
        key(ts), kind, author, "", "{}", "words", null, SlackTime.instant(ts), false);
  }

  private static Message under(String channel, Message message) {
    return message.under(new MessageKey(Examples.TEAM, channel, message.key().ts()));
  }
}
