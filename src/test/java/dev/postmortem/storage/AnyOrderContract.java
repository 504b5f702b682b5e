package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Deliveries in a random order, many of them twice, against a model that knows no order at all. To
 * see a failure again: {@code -Dseed=} with the number that it prints.
 */
public interface AnyOrderContract extends Kept {
  long INCIDENT = 9;

  @RepeatedTest(6)
  default void deliveries_in_any_order_end_in_the_same_timeline() {
    long seed = Long.getLong("seed", System.nanoTime());
    Random random = new Random(seed);
    Deliveries deliveries = Deliveries.random(random, 120);

    List<Consumer<Records>> arriving = deliveries.arriving(random);
    for (int from = 0; from < arriving.size(); ) {
      int to = Math.min(arriving.size(), from + 1 + random.nextInt(9));
      List<Consumer<Records>> together = arriving.subList(from, to);
      store().change(records -> together.forEach(one -> one.accept(records)));
      from = to;
    }

    List<Entry> entries = timelines().of(INCIDENT);
    assertThat(entries.stream().map(Line::of).toList())
        .as("seed %d", seed)
        .isEqualTo(deliveries.lines());
    assertThat(timelines().deleted(INCIDENT))
        .as("seed %d", seed)
        .isEqualTo(deliveries.deleted().size());
  }

  /** What is compared: the message and what it is filed under. */
  record Line(Message message, Set<String> tags) {
    static Line of(Entry entry) {
      return new Line(entry.message(), new TreeSet<>(entry.tags()));
    }
  }

  /** Some deliveries, and what must come of them. */
  record Deliveries(Set<Message> messages, Set<MessageKey> deleted, Set<Mark> marks) {
    static Deliveries random(Random random, int size) {
      Deliveries all = new Deliveries(new HashSet<>(), new HashSet<>(), new HashSet<>());
      for (int i = 0; i < size; i++) {
        String ts = "10" + random.nextInt(15) + ".000100";
        int later = random.nextInt(4);
        switch (random.nextInt(10)) {
          case 0 -> all.deleted.add(Examples.key(ts));
          case 1, 2, 3, 4, 5 -> all.messages.add(version(ts, later));
          default -> all.marks.add(mark(random, ts, later));
        }
      }
      return all;
    }

    private static Message version(String ts, int later) {
      return later == 0
          ? Examples.message(ts, "version 0")
          : Examples.edited(ts, "version " + later, SlackTime.instant(ts).plusSeconds(later));
    }

    private static Mark mark(Random random, String ts, int later) {
      String tag = random.nextBoolean() ? "key" : "impact";
      String by = random.nextBoolean() ? "UANNE" : "UBOB";
      Instant at = Instant.ofEpochSecond(500 + later);
      return new Mark(Examples.key(ts), tag, by, "pushpin", random.nextBoolean(), at);
    }

    /** All of them, half of them twice, shuffled. */
    List<Consumer<Records>> arriving(Random random) {
      List<Consumer<Records>> all = new ArrayList<>();
      Instant at = Instant.ofEpochSecond(900);
      messages.forEach(one -> all.add(r -> r.timelines().keep(INCIDENT, one)));
      deleted.forEach(one -> all.add(r -> r.timelines().delete(INCIDENT, one, at)));
      marks.forEach(one -> all.add(r -> r.timelines().mark(INCIDENT, one)));
      Collections.shuffle(all, random);
      all.addAll(List.copyOf(all.subList(0, all.size() / 2)));
      Collections.shuffle(all, random);
      return all;
    }

    List<Line> lines() {
      Map<MessageKey, Message> newest = new HashMap<>();
      for (Message message : messages) {
        newest.merge(message.key(), message, (a, b) -> a.version().isAfter(b.version()) ? a : b);
      }
      newest.keySet().removeAll(deleted);
      return newest.values().stream()
          .sorted(Comparator.comparing(message -> SlackTime.instant(message.key().ts())))
          .map(message -> new Line(message, tags(message.key())))
          .toList();
    }

    private Set<String> tags(MessageKey key) {
      Collection<List<Mark>> words =
          marks.stream()
              .filter(mark -> mark.key().equals(key))
              .collect(Collectors.groupingBy(mark -> mark.tag() + mark.by()))
              .values();
      Comparator<Mark> later = Comparator.comparing(Mark::at).thenComparing(mark -> !mark.on());
      return words.stream()
          .map(about -> Collections.max(about, later))
          .filter(Mark::on)
          .map(Mark::tag)
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
