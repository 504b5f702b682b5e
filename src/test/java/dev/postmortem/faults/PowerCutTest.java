package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Store;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.DatabaseRefused;
import dev.postmortem.storage.Examples;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.SlackTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.h2.store.fs.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes at any moment: of what was not yet forced the disk has some sectors and others
 * not, in any order. What was acknowledged by then is there, and nothing else has changed.
 */
class PowerCutTest {
  private static final int BURSTS = Integer.getInteger("bursts", 80);
  private static final int CUTS = Integer.getInteger("cuts", 24);
  private static final int MOST_TOGETHER = 20;
  private static final int MOST_BESIDE = 4;

  /** So rarely a burst is followed by a change. */
  private static final int ONE_IN = 4;

  private static final int LONGEST = 900;
  private static final int LATER = 1_000_000;
  private static final String GONE = "";
  private static final Duration PATIENCE = Duration.ofMillis(300);

  /** How much of what was not forced is there. A file is hurt most when little of it is missing. */
  private static final double[] SHARES = {0, 0.5, 0.9, 0.95, 0.98, 1};

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final List<Step> steps = new ArrayList<>();
  private final Set<Integer> gone = new HashSet<>();
  @TempDir private Path data;

  /**
   * Something that was acknowledged.
   *
   * @param done how many deeds the disk had done by then
   * @param words of each message; empty for one that was taken out
   */
  private record Step(int done, Map<String, String> words) {}

  @Test
  void what_was_acknowledged_is_there_whenever_the_power_goes() throws Exception {
    Path live = Files.createDirectory(data.resolve("live"));
    try (TroubledDisk.Disk disk = TroubledDisk.under(live)) {
      Deeds deeds = disk.deeds();
      Draft draft;
      int from;
      int to;
      try (Database database = Database.open(url(live), "", "")) {
        draft = database.store().write(records -> records.drafts().add(Examples.draft("C1")));
        from = deeds.count();
        live(database.store(), draft, deeds);
        to = deeds.count();
      }
      for (int i = 0; i < CUTS; i++) {
        cut(deeds, from + random.nextInt(to - from), draft);
      }
      System.out.printf(
          "power cuts, seed %d: %d cuts within %,d writes and forces; %,d acknowledgements, of which"
              + " each found what came before it%n",
          seed, CUTS, to - from, steps.size());
    }
  }

  private static String url(Path directory) {
    return "jdbc:h2:file:" + directory.resolve("store");
  }

  private void live(Store store, Draft draft, Deeds deeds) throws InterruptedException {
    int said = 0;
    for (int burst = 0; burst < BURSTS; burst++) {
      int more = 1 + random.nextInt(MOST_TOGETHER);
      List<Message> news = IntStream.range(said, said + more).mapToObj(this::says).toList();
      assertThat(store.keepNew(news)).as("seed %d", seed).containsOnly(Store.Fate.KEPT);
      done(deeds, news.stream().collect(Collectors.toMap(it -> it.key().ts(), Message::plain)));
      said += more;
      if (random.nextInt(ONE_IN) == 0) {
        change(store, draft, random.nextInt(said), deeds);
      }
      // the tables and their upkeep go on beside it
      deeds.awaitMore(random.nextInt(MOST_BESIDE), PATIENCE);
    }
  }

  /** Somebody edits a message, or deletes it; nothing comes of a message that is deleted. */
  private void change(Store store, Draft draft, int number, Deeds deeds) {
    Message before = says(number);
    Instant later = Examples.NIGHT.plusSeconds(LATER + steps.size());
    boolean isGone = random.nextBoolean() || gone.contains(number);
    String words = isGone ? GONE : "edited " + steps.size();
    store.change(
        records -> {
          if (isGone) {
            records.timelines().delete(draft.id(), before.key(), later);
          } else {
            records.timelines().keep(draft.id(), Examples.edited(before.key().ts(), words, later));
          }
        });
    if (isGone) {
      gone.add(number);
    }
    done(deeds, Map.of(before.key().ts(), words));
  }

  private void done(Deeds deeds, Map<String, String> words) {
    steps.add(new Step(deeds.count(), words));
  }

  private Message says(int number) {
    String words = "words " + number + " " + "x".repeat(Math.floorMod(number * 7_919, LONGEST));
    return Examples.message(SlackTime.ts(Examples.NIGHT.plusSeconds(number)), words);
  }

  private void cut(Deeds deeds, int at, Draft draft) throws Exception {
    double share = SHARES[random.nextInt(SHARES.length)];
    String which = "cut after %d, %.2f of the rest there, seed %d".formatted(at, share, seed);
    Path left = Files.createDirectory(data.resolve("left"));
    deeds.leave(at, () -> random.nextDouble() < share, left);
    try (Database next = Database.open(url(left), "", "")) {
      Map<String, String> found =
          next.store().read(records -> records.timelines().of(draft.id())).stream()
              .map(Entry::message)
              .collect(Collectors.toMap(it -> it.key().ts(), Message::plain));
      assertThat(differences(expected(at, found), found)).as(which).isEmpty();
    } catch (DatabaseRefused | RuntimeException refused) {
      throw new AssertionError(which, refused);
    }
    FileUtils.deleteRecursive(left.toString(), false);
  }

  private static List<String> differences(Map<String, String> expected, Map<String, String> found) {
    Set<String> all = new TreeSet<>(expected.keySet());
    all.addAll(found.keySet());
    return all.stream()
        .filter(ts -> !Objects.equals(expected.get(ts), found.get(ts)))
        .map(ts -> ts + ": " + expected.get(ts) + " became " + found.get(ts))
        .toList();
  }

  /** The step that was under way may be there or not. */
  private Map<String, String> expected(int at, Map<String, String> found) {
    Map<String, String> expected = new TreeMap<>();
    for (Step step : steps) {
      if (step.done() > at) {
        step.words().forEach((ts, words) -> doubtful(expected, found, ts, words));
        break;
      }
      expected.putAll(step.words());
    }
    expected.values().removeIf(GONE::equals);
    return expected;
  }

  private static void doubtful(
      Map<String, String> expected, Map<String, String> found, String ts, String words) {
    if (found.getOrDefault(ts, GONE).equals(words)) {
      expected.put(ts, words);
    }
  }
}
