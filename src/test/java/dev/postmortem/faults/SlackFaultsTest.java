package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.api.Fault;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.story.Company;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every third call of Slack's Web API goes wrong, in all the ways it can, from the start of an
 * incident to its publication. Slack is acknowledged all the same, and in the end everything stands
 * there once.
 */
class SlackFaultsTest {
  private static final int ROOMS = 3;
  private static final Duration DEADLINE = Duration.ofSeconds(3);
  @TempDir private Path data;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Map<String, Integer> faults = new ConcurrentHashMap<>();

  @Test
  void whatever_slack_answers_everything_is_there_once_in_the_end() throws Exception {
    System.out.println("seed " + seed);
    try (Company company = Company.in(data).started()) {
      company.slack.faults().drawn(this::draw);
      List<Channel> rooms = new ArrayList<>();
      for (int i = 0; i < ROOMS; i++) {
        rooms.add(live(company, i));
      }
      company.slack.faults().clear();
      for (int i = 0; i < 4; i++) {
        company.passes(Duration.ofMinutes(10));
      }
      Outgoing outgoing = new Outgoing(company.slack);
      Kept kept = Kept.at("jdbc:h2:steady:" + data.resolve("postmortem"), "sa");
      List<Delivery> events =
          company.slack.journal().deliveries().stream()
              .filter(delivery -> delivery.kind().equals("events_api"))
              .toList();
      Duration longest =
          events.stream().map(Delivery::latency).max(Duration::compareTo).orElseThrow();
      System.out.printf(
          "  %d calls, of them failed %s%n  %d events acknowledged, the longest after %d ms%n  sent: %s%n",
          company.slack.journal().calls().size(),
          faults,
          events.size(),
          longest.toMillis(),
          outgoing.kinds());

      assertThat(events).as("seed %d", seed).allMatch(event -> event.status() == 200);
      assertThat(longest).as("seed %d", seed).isLessThan(DEADLINE);
      assertThat(outgoing.twice()).as("sent twice, seed %d", seed).isEmpty();
      assertThat(kept.neverSent(outgoing)).as("never sent, seed %d", seed).isEmpty();
      for (Channel room : rooms) {
        assertThat(kept.words().get(room.id())).as("seed %d", seed).isEqualTo(said(room));
      }
      assertThat(faults.values().stream().mapToInt(n -> n).sum()).isGreaterThan(10);
    }
  }

  private Channel live(Company company, int number) {
    Channel room = company.warRoom("inc-" + number);
    Life life =
        new Life(
            company.joe, room, "Incident " + number, () -> company.passes(Duration.ofSeconds(20)));
    life.start();
    for (int i = 0; i < 10; i++) {
      company.jane.in(room).says("word " + i);
    }
    life.goOn();
    return room;
  }

  /** One hang only: the bot waits ten seconds for an answer. */
  private synchronized Optional<Fault> draw(String method) {
    if (random.nextInt(3) > 0) {
      return Optional.empty();
    }
    boolean posts = method.equals("chat.postMessage");
    if (posts && faults.merge("hangs", 0, Integer::sum) == 0) {
      return Optional.of(counted("hangs", Fault.slow(Duration.ofSeconds(12))));
    }
    return Optional.of(
        switch (random.nextInt(6)) {
          case 0 -> counted("429", Fault.ratelimited(1 + random.nextInt(30)));
          case 1 -> counted("500", Fault.http(500));
          case 2 -> counted("HTML with 200", Fault.http(200));
          case 3 -> counted("internal_error", Fault.error("internal_error"));
          case 4 -> counted("a while", Fault.slow(Duration.ofMillis(100)));
          default -> counted("dropped", Fault.drop());
        });
  }

  private Fault counted(String what, Fault fault) {
    faults.merge(what, 1, Integer::sum);
    return fault;
  }

  private static List<String> said(Channel room) {
    return room.messages().stream()
        .map(Message::rawText)
        .filter(text -> text.startsWith("word ") || text.startsWith("it is about"))
        .toList();
  }
}
