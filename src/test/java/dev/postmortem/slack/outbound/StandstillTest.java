package dev.postmortem.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox.State;
import dev.postmortem.delivery.Outbox.Taken;
import dev.postmortem.draft.Template;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.HeldClock;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.slack.SlackLink;
import dev.postmortem.slack.text.SlackMessage;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.Postgres;
import dev.postmortem.workflow.Desk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process stands still for minutes in the middle of a letter, and then goes on. */
class StandstillTest {
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Letter LETTER =
      new Letter("notice/1/a", 1, Letter.Kind.NOTICE, "C1", "hello");
  private final HeldClock clock = HeldClock.at("2026-11-18T14:00:00Z");
  private final List<String> sent = new CopyOnWriteArrayList<>();
  private Database database;
  private Desk desk;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(Postgres.database(), "", "");
    desk = new Desk(database.store(), clock, Template.DEFAULT, "/pm");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void put(Letter letter) {
    desk.store().change(records -> records.outbox().put(letter, clock.instant()));
  }

  private State state() {
    return desk.store().read(r -> r.outbox().status(LETTER.key())).orElseThrow().state();
  }

  @Test
  void a_letter_that_another_process_wrote_is_found_within_seconds_without_a_bell() {
    try (Postman postman = new Postman(desk, kind -> (letter, trip) -> sent.add(letter.key()))) {
      postman.start();
      put(LETTER);
      await().atMost(Duration.ofSeconds(10)).until(() -> state() == State.SENT);
    }
    assertThat(sent).containsExactly(LETTER.key());
  }

  @Test
  void whoever_comes_back_after_others_took_its_letter_over_sends_it_no_more() throws Exception {
    CountDownLatch inHand = new CountDownLatch(1);
    CountDownLatch standstill = new CountDownLatch(1);
    Carrier slow =
        (letter, trip) -> {
          inHand.countDown();
          try {
            standstill.await();
          } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
          }
          trip.goOn();
          sent.add("the first");
        };
    Carrier quick =
        (letter, trip) -> {
          assertThat(trip.inDoubt()).isTrue();
          trip.goOn();
          sent.add("the second");
        };
    put(LETTER);
    try (Postman first = new Postman(desk, kind -> slow);
        Postman second = new Postman(desk, kind -> quick)) {
      first.start();
      inHand.await();
      clock.advance(LEASE);
      second.start();
      await().atMost(Duration.ofSeconds(10)).until(() -> state() == State.SENT);
      standstill.countDown();
      assertThat(first.settle(Duration.ofSeconds(10))).isTrue();
    }

    assertThat(sent).containsExactly("the second");
    assertThat(state()).isEqualTo(State.SENT);
  }

  @Test
  void whoever_stands_still_for_less_keeps_its_letter_though_clocks_differ() throws Exception {
    HeldClock ahead = HeldClock.at("2026-11-18T14:00:20Z");
    Desk other = new Desk(database.store(), ahead, Template.DEFAULT, "/pm");
    put(LETTER);
    Carrier slow =
        (letter, trip) -> {
          ahead.advance(Duration.ofSeconds(90));
          Optional<Taken> taken = other.store().write(r -> r.outbox().take(ahead.instant()));
          assertThat(taken).isEmpty();
          clock.advance(Duration.ofSeconds(90));
          trip.goOn();
          sent.add("the first");
        };
    try (Postman first = new Postman(desk, kind -> slow)) {
      first.start();
      assertThat(first.settle(Duration.ofSeconds(10))).isTrue();
    }
    assertThat(sent).containsExactly("the first");
    assertThat(state()).isEqualTo(State.SENT);
  }

  @Test
  void when_both_post_in_the_same_moment_one_takes_its_own_away() throws Exception {
    String manifest = Files.readString(Path.of("manifest.yml"));
    try (Workspace slack = Workspace.open(Workspace.plan().manifest(manifest).build());
        SlackLink link = new SlackLink(slack.apiUrl(), slack.botToken(), clock)) {
      Channel room = slack.channel("inc-1").invite(slack.bot());
      Parts parts = new Parts(desk, link.calls());
      SlackMessage message = new SlackMessage("hello", "[]");
      Trip theirs = new Trip(true, () -> true);
      Trip ours = new Trip(false, () -> post(parts, room, message, theirs));

      parts.part(LETTER.key(), 0, room.id(), "", message, ours);

      assertThat(room.messages()).filteredOn(it -> it.text().equals("hello")).hasSize(1);
      assertThat(parts.postings(LETTER.key())).hasSize(1);
      assertThat(room.messages())
          .anyMatch(it -> it.ts().equals(parts.postings(LETTER.key()).get(0).ts()));
    }
  }

  private static boolean post(Parts parts, Channel room, SlackMessage message, Trip trip) {
    try {
      parts.part(LETTER.key(), 0, room.id(), "", message, trip);
      return true;
    } catch (SlackFault | Undelivered failed) {
      throw new AssertionError(failed);
    }
  }
}
