package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Store.Fate;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a store promises about messages that are offered as new: those that are it keeps by a
 * quicker way, others it leaves to be written, and nobody sees a difference.
 */
public interface NewMessagesContract extends Kept {
  String ROOM = "C1";

  private Fate offer(Message message) {
    return offer(List.of(message)).get(0);
  }

  /** Offers them, and writes what is left to be written, as the door for Slack's events does. */
  private List<Fate> offer(List<Message> all) {
    List<Fate> fates = store().keepNew(all);
    assertThat(fates).hasSameSizeAs(all);
    List<Message> left =
        IntStream.range(0, all.size())
            .filter(i -> fates.get(i) == Fate.LEFT)
            .mapToObj(all::get)
            .toList();
    store()
        .change(
            records -> {
              for (Message message : left) {
                MessageKey key = message.key();
                records
                    .drafts()
                    .capturing(key.team(), key.channel())
                    .filter(capture -> capture.covers(SlackTime.instant(key.ts())))
                    .ifPresent(
                        capture ->
                            records
                                .timelines()
                                .keep(List.of(new Belonging(capture.incident(), message))));
              }
            });
    return fates;
  }

  private static String ts(int number) {
    return SlackTime.ts(Examples.NIGHT.plusSeconds(number));
  }

  private static Message says(int number) {
    return Examples.message(ts(number), "words " + number);
  }

  private List<String> said(Draft draft) {
    return timelines().of(draft.id()).stream().map(entry -> entry.message().plain()).toList();
  }

  @Test
  default void what_is_new_is_in_the_timeline_for_whoever_looks_next() {
    Draft draft = opened(ROOM);
    Message message =
        new Message(
            Examples.key(ts(1)),
            Kind.ALERT,
            null,
            "Grafana",
            "{\"text\":\"🔥 \\u0000 down\"}",
            "🔥 down",
            ts(0),
            SlackTime.instant(ts(1)).plusNanos(1_000),
            true);
    assertThat(offer(message)).isEqualTo(Fate.KEPT);

    assertThat(timelines().of(draft.id())).extracting(Entry::message).containsExactly(message);
    assertThat(timelines().size(draft.id())).isOne();
  }

  @Test
  default void several_that_are_new_are_kept_beside_those_that_are_not() {
    Draft draft = opened(ROOM);
    offer(says(2));
    Message elsewhere = says(4).under(new MessageKey(Examples.TEAM, "C9", ts(4)));

    assertThat(offer(List.of(says(3), says(2), elsewhere, says(1))))
        .isIn(
            List.of(Fate.KEPT, Fate.LEFT, Fate.NOWHERE, Fate.KEPT),
            List.of(Fate.KEPT, Fate.LEFT, Fate.LEFT, Fate.KEPT));
    assertThat(said(draft)).containsExactly("words 1", "words 2", "words 3");
  }

  @Test
  default void what_is_offered_again_is_there_once() {
    Draft draft = opened(ROOM);
    offer(List.of(says(1), says(2), says(1)));
    assertThat(offer(says(1))).isEqualTo(Fate.LEFT);
    offer(List.of(says(2), says(3)));
    assertThat(said(draft)).containsExactly("words 1", "words 2", "words 3");
    offer(List.of(says(3), says(1)));

    assertThat(said(draft)).containsExactly("words 1", "words 2", "words 3");
    assertThat(timelines().revisions(draft.id())).isEmpty();
  }

  @Test
  default void of_two_forms_the_later_stands_whichever_is_offered_first() {
    Draft draft = opened(ROOM);
    Instant later = SlackTime.instant(ts(9));
    offer(List.of(Examples.edited(ts(1), "edited 1", later), says(1)));
    offer(says(2));
    offer(Examples.edited(ts(2), "edited 2", later));

    assertThat(said(draft)).containsExactly("edited 1", "edited 2");
    assertThat(timelines().revisions(draft.id())).hasSize(2);
  }

  @Test
  default void what_belongs_nowhere_is_not_kept() {
    Draft draft = opened("C2");
    Draft other = opened(ROOM);
    Message elsewhere = says(1).under(new MessageKey(Examples.TEAM, "C9", ts(1)));
    assertThat(offer(elsewhere)).isNotEqualTo(Fate.KEPT);
    assertThat(offer(says(-1))).isNotEqualTo(Fate.KEPT);
    assertThat(said(draft)).isEmpty();
    assertThat(said(other)).isEmpty();
  }

  @Test
  default void a_channel_that_becomes_a_war_room_is_one_from_then_on() {
    assertThat(offer(says(1))).isNotEqualTo(Fate.KEPT);
    Draft draft = opened(ROOM);
    offer(says(2));
    assertThat(said(draft)).containsExactly("words 2");
  }

  @Test
  default void what_was_taken_back_does_not_come_again() {
    Draft draft = opened(ROOM);
    offer(says(1));
    timelines().delete(draft.id(), Examples.key(ts(1)), SlackTime.instant(ts(5)));
    timelines().delete(draft.id(), Examples.key(ts(2)), SlackTime.instant(ts(5)));
    assertThat(offer(says(1))).isEqualTo(Fate.LEFT);
    assertThat(offer(says(2))).isEqualTo(Fate.LEFT);
    assertThat(said(draft)).isEmpty();
  }

  /** Whoever writes it looks what the mark leads to. */
  @Test
  default void what_is_marked_already_is_left_to_be_written() {
    Draft draft = opened(ROOM);
    Mark mark = Examples.mark(ts(1), "task", true, SlackTime.instant(ts(3)));
    timelines().mark(draft.id(), mark);
    assertThat(offer(says(1))).isEqualTo(Fate.LEFT);
    assertThat(timelines().filed(draft.id())).hasSize(1);
  }

  @Test
  default void in_whatever_order_and_however_often_it_is_offered_all_is_there_once() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    Draft draft = opened(ROOM);
    Map<Integer, String> model = new HashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      numbers.add(random.nextInt(200));
    }
    while (!numbers.isEmpty()) {
      List<Integer> some =
          new ArrayList<>(numbers.subList(0, Math.min(1 + random.nextInt(40), numbers.size())));
      numbers.subList(0, some.size()).clear();
      Collections.shuffle(some, random);
      some.forEach(number -> model.put(number, "words " + number));
      offer(some.stream().map(NewMessagesContract::says).toList());
      if (random.nextInt(4) == 0) {
        int gone = random.nextInt(200);
        timelines().delete(draft.id(), Examples.key(ts(gone)), SlackTime.instant(ts(999)));
        numbers.removeIf(number -> number == gone);
        model.remove(gone);
      }
    }
    List<String> expected = model.keySet().stream().sorted().map(model::get).toList();
    assertThat(said(draft)).as("seed %d", seed).isEqualTo(expected);
  }
}
