package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Store;
import dev.postmortem.slack.inbound.Identity;
import dev.postmortem.slack.inbound.InboxDoor;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.Examples;
import dev.postmortem.storage.Postgres;
import dev.postmortem.workflow.capture.Intake;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * However the events of thousands of conversations are shuffled and repeated, each timeline ends as
 * a simple model says. What fails is told with the seed of its conversation; {@code -Dseed=} plays
 * that one alone.
 */
class AnyOrderTest {
  private static final int CONVERSATIONS = 2_000;

  /** Each event is forced to the disk by the server; there are fewer, and they take as long. */
  private static final int FEWER = 500;

  private static final int AT_ONCE = 48;

  /** Slack delivers what was done in one channel by several connections. */
  private static final int CONNECTIONS = 3;

  @TempDir private Path data;

  @Test
  void any_order_and_any_repetition_ends_in_the_same_timeline() throws Exception {
    play("jdbc:h2:file:" + data.resolve("store"), CONVERSATIONS);
  }

  @Test
  void so_it_does_where_several_hands_keep_it_on_a_server() throws Exception {
    play(Postgres.database(), FEWER);
  }

  private static void play(String url, int conversations) throws Exception {
    Long chosen = Long.getLong("seed");
    Random seeds = new Random();
    List<Long> all = new ArrayList<>();
    for (int i = 0; i < (chosen == null ? conversations : 1); i++) {
      all.add(chosen == null ? seeds.nextLong() : chosen);
    }
    Map<Long, String> failed = new ConcurrentHashMap<>();
    try (Database database = Database.open(url, "", "");
        Intake intake = new Intake(database.store())) {
      intake.start();
      InboxDoor inbox =
          new InboxDoor(intake, new Identity("T1", "https://x.slack.com/", "UBOT", "BBOT"));
      Store store = database.store();
      ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
      List<Long> incidents = open(store, all.size());
      List<Future<Integer>> played = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        long seed = all.get(i);
        Queue<ObjectNode> delivered =
            new ConcurrentLinkedQueue<>(new Conversation("C" + i, seed).delivered());
        for (int connection = 0; connection < CONNECTIONS; connection++) {
          played.add(threads.submit(() -> deliver(inbox, delivered)));
        }
      }
      int events = 0;
      for (Future<Integer> one : played) {
        events += one.get();
      }
      threads.shutdown();
      for (int i = 0; i < all.size(); i++) {
        compare(store, incidents.get(i), new Conversation("C" + i, all.get(i)), all.get(i), failed);
      }
      System.out.printf(
          "%d conversations, %d events, %d ended otherwise%n", all.size(), events, failed.size());
    }
    assertThat(failed).as("by seed").isEmpty();
  }

  private static List<Long> open(Store store, int count) {
    return store.write(
        records -> {
          List<Long> ids = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            ids.add(records.drafts().add(Examples.draft("C" + i)).id());
          }
          return ids;
        });
  }

  private static int deliver(InboxDoor inbox, Queue<ObjectNode> delivered) {
    int events = 0;
    for (ObjectNode one = delivered.poll(); one != null; one = delivered.poll()) {
      while (!inbox.isKept(one)) {
        Thread.onSpinWait(); // Slack sends it again
      }
      events++;
    }
    return events;
  }

  private static void compare(
      Store store, long incident, Conversation expected, long seed, Map<Long, String> failed) {
    store.read(
        records -> {
          List<String> lines =
              records.timelines().of(incident).stream()
                  .map(entry -> entry.message().plain() + " " + entry.tags())
                  .toList();
          int gone = records.timelines().deleted(incident);
          if (!lines.equals(expected.timeline()) || gone != expected.gone()) {
            failed.put(
                seed,
                "%n  is %s and %d gone%n  not %s and %d gone"
                    .formatted(lines, gone, expected.timeline(), expected.gone()));
          }
          return true;
        });
  }
}
