package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Robot;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.story.Company;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fourth event is lost for good, the others come in any order and some twice. When the bot
 * has read the channels once more, the timelines say what stands in the channels.
 */
class LostEventsTest {
  private static final int ROOMS = 40;
  private static final int ROUNDS = 5;

  /** So few that all was said within the hour that is read, although that takes its time. */
  private static final int FEW_ROOMS = 10;

  private static final int FEW_ROUNDS = 3;
  private static final int ACTS = 12;

  /** Minutes in which a reading with rests must come to its end, before the next one begins. */
  private static final int LONG = 10;

  @TempDir private Path data;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void what_was_lost_of_hundreds_of_conversations_is_found_by_reading_them_once_more() {
    play(ROOMS, ROUNDS, LostEventsTest::theBotStartsAgain);
  }

  @Test
  void what_was_lost_is_found_also_by_the_reading_that_nobody_waits_for() {
    play(FEW_ROOMS, FEW_ROUNDS, LostEventsTest::theLastHourIsRead);
  }

  /** Whoever starts reads without rests. */
  private static void theBotStartsAgain(Company company) {
    company.passes(Duration.ofMinutes(6));
    company.restarted();
  }

  private static void theLastHourIsRead(Company company) {
    company.passes(Duration.ofMinutes(10));
    for (int minute = 1; isReading(company); minute++) {
      assertThat(minute).as("minutes").isLessThan(LONG);
      company.passes(Duration.ofMinutes(1));
    }
  }

  private static boolean isReading(Company company) {
    return company.bot().desk().store().read(records -> records.readings().progress()).underWay()
        > 0;
  }

  private void play(int rooms, int rounds, Consumer<Company> reading) {
    System.out.println("seed " + seed);
    try (Company company = Company.in(data).started()) {
      company.slack.rateLimits().off();
      Robot alerts = company.slack.webhook("Alerts");
      List<Chat> chats = new ArrayList<>();
      for (int i = 0; i < rooms; i++) {
        Channel room = company.warRoom("inc-" + i);
        company.joe.in(room).types("/pm start Checkout is down");
        company.settled();
        chats.add(
            new Chat(room, List.of(company.joe, company.jane, company.ada), alerts, seed + i));
      }
      company.passes(Duration.ofSeconds(10));
      int[] counts = new int[2];
      for (int round = 1; round <= rounds; round++) {
        List<Delivery> events = talk(company, chats);
        counts[0] += events.size();
        counts[1] += deliver(company, events);
        reading.accept(company);
        for (int i = 0; i < rooms; i++) {
          assertThat(kept(company, i + 1))
              .as("round %d, channel %d, seed %d", round, i, seed)
              .isEqualTo(chats.get(i).standing());
        }
      }
      System.out.printf(
          "%d conversations, %d events, %d of them lost%n", rooms * rounds, counts[0], counts[1]);
      assertThat(counts[1]).isGreaterThan(counts[0] / 10);
    }
  }

  private List<Delivery> talk(Company company, List<Chat> chats) {
    company.slack.deliveries().outage();
    company.slack.journal().clear();
    for (int act = 0; act < ACTS; act++) {
      chats.forEach(Chat::goOn);
      company.clock.advance(Duration.ofMillis(700));
    }
    company.slack.deliveries().restored();
    return company.slack.journal().deliveries().stream()
        .filter(delivery -> delivery.outcome().equals("dropped"))
        .toList();
  }

  /** Answers how many were lost. */
  private int deliver(Company company, List<Delivery> events) {
    List<String> bodies = new ArrayList<>();
    int lost = 0;
    for (Delivery event : events) {
      int times = random.nextInt(4);
      lost += times == 0 ? 1 : 0;
      bodies.addAll(Collections.nCopies(Math.min(2, times), event.payload().toString()));
    }
    Collections.shuffle(bodies, random);
    IntStream.range(0, bodies.size())
        .parallel()
        .forEach(
            i ->
                assertThat(
                        company.slack.forgery().genuine("application/json", bodies.get(i)).status())
                    .isEqualTo(200));
    company.settled();
    return lost;
  }

  private static List<String> kept(Company company, long incident) {
    return company.bot().desk().store().read(records -> records.timelines().of(incident)).stream()
        .map(entry -> entry.message().plain() + " " + entry.tags())
        .toList();
  }
}
