package dev.postmortem.workflow.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Directory;
import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Timelines;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Said;
import dev.postmortem.workflow.capture.Intake.TurnedAway;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

/** The door for what Slack tells, with a store that can be held up or be broken. */
class IntakeTest {
  private final List<List<String>> kept = Collections.synchronizedList(new ArrayList<>());
  private static final int KNOWN = 9;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private volatile Consumer<List<String>> before = words -> {};
  private Intake intake = new Intake(new ObservedStore(), Duration.ofSeconds(20));

  @AfterEach
  void close() {
    intake.close();
  }

  /** To make the first of them takes seconds on a busy machine, and nobody waits for so long. */
  @BeforeAll
  static void theMocksAreAtHand() {
    assertThat(Mockito.mock(Records.class)).isNotNull();
    assertThat(Mockito.mock(Timelines.class)).isNotNull();
  }

  @Test
  void what_waits_at_the_same_time_is_kept_together() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger pieces = new AtomicInteger();
    before = words -> awaited(pieces.getAndIncrement() == 0 ? gate : new CountDownLatch(0));
    intake.start();
    CompletableFuture<Effect> first = says(1);
    until(() -> pieces.get() == 1);
    List<CompletableFuture<Effect>> others = IntStream.range(2, 42).mapToObj(this::says).toList();
    until(() -> intake.waiting() == 40);
    gate.countDown();

    assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    for (CompletableFuture<Effect> other : others) {
      assertThat(other.get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    }
    assertThat(kept).hasSize(2);
    assertThat(kept.get(1)).hasSize(40);
  }

  @Test
  void one_that_cannot_be_kept_stands_in_nobodys_way() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger pieces = new AtomicInteger();
    before =
        words -> {
          pieces.incrementAndGet();
          awaited(gate);
          if (words.contains("7")) {
            throw new IllegalArgumentException("no room for 7");
          }
        };
    intake.start();
    CompletableFuture<Effect> first = says(100);
    until(() -> pieces.get() == 1);
    List<CompletableFuture<Effect>> all = IntStream.range(0, 20).mapToObj(this::says).toList();
    until(() -> intake.waiting() == 20);
    gate.countDown();

    assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    for (int i = 0; i < 20; i++) {
      CompletableFuture<Effect> one = all.get(i);
      if (i == 7) {
        assertThatThrownBy(() -> one.get(5, TimeUnit.SECONDS))
            .isInstanceOf(ExecutionException.class)
            .cause()
            .isInstanceOf(TurnedAway.class)
            .hasRootCauseMessage("no room for 7");
      } else {
        assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
      }
    }
    assertThat(kept.stream().flatMap(List::stream)).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void who_waits_for_a_store_that_hangs_is_turned_away_and_those_who_come_later_at_once()
      throws Exception {
    intake = new Intake(new ObservedStore(), Duration.ofMillis(100));
    CountDownLatch gate = new CountDownLatch(1);
    before = words -> awaited(gate);
    intake.start();
    assertThatThrownBy(() -> says(1).get(5, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(TurnedAway.class);
    assertThatThrownBy(() -> intake.keep(said(2)))
        .isInstanceOf(TurnedAway.class)
        .hasMessageContaining("too much waits");
    gate.countDown();
    until(() -> !kept.isEmpty() && !intake.isStuck());

    assertThat(says(3).get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    assertThat(kept).containsExactly(List.of("1"), List.of("3"));
  }

  @Test
  void who_comes_to_a_store_that_keeps_nothing_is_turned_away_at_once_until_it_keeps_again()
      throws Exception {
    before =
        words -> {
          throw new IllegalStateException("no space left");
        };
    intake.start();
    assertThatThrownBy(() -> says(1).get(5, TimeUnit.SECONDS)).hasRootCauseMessage("no space left");
    until(() -> !intake.isWell());
    assertThatThrownBy(() -> intake.keep(said(2)))
        .isInstanceOf(TurnedAway.class)
        .hasMessageContaining("at the moment");
    before = words -> {};
    until(() -> intake.isWell());

    assertThat(says(3).get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    assertThat(kept).containsExactly(List.of("trial"), List.of("3"));
  }

  @Test
  void what_cannot_be_kept_by_itself_does_not_close_the_door() throws Exception {
    before =
        words -> {
          if (words.contains("7")) {
            throw new IllegalArgumentException("no room for 7");
          }
        };
    intake.start();
    assertThatThrownBy(() -> says(7).get(5, TimeUnit.SECONDS)).hasRootCauseMessage("no room for 7");
    assertThat(says(8).get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    assertThat(intake.isWell()).isTrue();
  }

  @Test
  void while_one_hand_waits_for_the_disk_the_other_keeps_what_is_new() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    intake = new Intake(new TwoHands(), Duration.ofSeconds(20));
    before = words -> awaited(words.contains("1") ? gate : new CountDownLatch(0));
    intake.start();
    CompletableFuture<Effect> first = says(1);
    until(() -> intake.waiting() == 0 && underWay.contains("1"));

    assertThat(says(2).get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    assertThat(says(3).get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    assertThat(first).isNotDone();
    gate.countDown();
    assertThat(first.get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    assertThat(kept).containsExactly(List.of("2"), List.of("3"), List.of("1"));
  }

  @Test
  void what_is_known_already_is_kept_when_no_other_hand_keeps_anything() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    intake = new Intake(new TwoHands(), Duration.ofSeconds(20));
    before = words -> awaited(words.contains("1") ? gate : new CountDownLatch(0));
    intake.start();
    CompletableFuture<Effect> first = says(1);
    until(() -> underWay.contains("1"));
    CompletableFuture<Effect> known = says(KNOWN);
    until(() -> underWay.contains(String.valueOf(KNOWN)) && intake.waiting() == 0);
    assertThat(known).isNotDone();
    gate.countDown();

    assertThat(known.get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    assertThat(first).isCompletedWithValue(Effect.CHANGED);
    assertThat(kept).containsExactly(List.of("1"), List.of(String.valueOf(KNOWN)));
  }

  @Test
  void when_both_hands_hang_whoever_comes_is_turned_away_at_once() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    intake = new Intake(new TwoHands(), Duration.ofMillis(100));
    before = words -> awaited(gate);
    intake.start();
    CompletableFuture<Effect> first = says(1);
    until(() -> underWay.contains("1"));
    CompletableFuture<Effect> second = says(2);
    assertThatThrownBy(() -> first.get(5, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(TurnedAway.class);
    assertThatThrownBy(() -> second.get(5, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(TurnedAway.class);
    assertThatThrownBy(() -> intake.keep(said(3)))
        .isInstanceOf(TurnedAway.class)
        .hasMessageContaining("too much waits");
    gate.countDown();
    until(() -> !intake.isStuck());
    assertThat(says(4).get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
  }

  @Test
  void a_hand_that_leaves_the_crowd_to_the_other_does_not_try_a_broken_store_without_end()
      throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    Set<String> trying = ConcurrentHashMap.newKeySet();
    AtomicInteger trials = new AtomicInteger();
    intake = new Intake(new TwoHands(), Duration.ofSeconds(20));
    before = words -> awaited(gate);
    intake.start();
    says(1);
    until(() -> underWay.contains("1"));
    says(2);
    until(() -> underWay.contains("2"));
    IntStream.range(100, 140).forEach(this::says);
    until(() -> intake.waiting() == 40);
    before =
        words -> {
          if (words.contains("trial")) {
            trying.add(Thread.currentThread().getName());
            trials.incrementAndGet();
          }
          throw new IllegalStateException("no space left");
        };
    gate.countDown();
    until(() -> !intake.isWell());
    trying.clear();
    trials.set(0);

    until(() -> trials.get() >= 3);
    assertThat(trying).containsExactly("scribe-1");
  }

  /** A server that is away says so only after a while, each time that it is asked. */
  @Test
  void work_that_is_tried_by_halves_and_fails_each_time_is_one_piece_of_work() {
    Scribe scribe = new Scribe(new ObservedStore(), new ReentrantReadWriteLock());
    List<Boolean> busy = new ArrayList<>();
    before =
        words -> {
          busy.add(scribe.isBusyFor(Duration.ofMillis(300)));
          awaited(new CountDownLatch(1), 20);
          throw new IllegalStateException("away");
        };
    scribe.serve(IntStream.range(0, 16).mapToObj(i -> new Visit(said(i))).toList());

    assertThat(busy).hasSizeGreaterThanOrEqualTo(31).startsWith(false).endsWith(true);
  }

  @Test
  void who_waits_while_a_store_that_failed_is_tried_is_turned_away_as_soon_as_from_work()
      throws Exception {
    intake = new Intake(new ObservedStore(), Duration.ofMillis(100));
    CountDownLatch gate = new CountDownLatch(1);
    CountDownLatch trial = new CountDownLatch(1);
    before =
        words -> {
          if (words.contains("trial")) {
            trial.countDown();
            awaited(gate);
          }
          throw new IllegalStateException("away");
        };
    intake.start();
    says(1);
    assertThat(trial.await(20, TimeUnit.SECONDS)).isTrue();
    until(intake::isStuck);
    assertThatThrownBy(() -> intake.keep(said(2)))
        .isInstanceOf(TurnedAway.class)
        .hasMessageContaining("too much waits");
    gate.countDown();
  }

  @Test
  void when_very_many_come_whatever_can_wait_is_told() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger pieces = new AtomicInteger();
    before = words -> awaited(pieces.getAndIncrement() == 0 ? gate : new CountDownLatch(0));
    intake.start();
    says(1);
    until(() -> pieces.get() == 1);
    List<CompletableFuture<Effect>> many = IntStream.range(2, 122).mapToObj(this::says).toList();
    until(() -> intake.waiting() == 120);
    assertThat(intake.isRush()).as("one was served").isFalse();
    gate.countDown();
    until(intake::isRush);

    for (CompletableFuture<Effect> one : many) {
      assertThat(one.get(5, TimeUnit.SECONDS)).isEqualTo(Effect.CHANGED);
    }
  }

  @Test
  void before_it_opens_and_after_it_closed_nobody_is_let_in() {
    assertThatThrownBy(() -> intake.keep(said(1))).isInstanceOf(TurnedAway.class);
    intake.start();
    intake.close();
    assertThatThrownBy(() -> intake.keep(said(1))).isInstanceOf(TurnedAway.class);
    assertThat(kept).isEmpty();
  }

  private CompletableFuture<Effect> says(int number) {
    return CompletableFuture.supplyAsync(
        () -> intake.keep(said(number)), work -> new Thread(work).start());
  }

  private static Said said(int number) {
    String ts = (1_000_000 + number) + ".000100";
    return new Said(
        new Message(
            new MessageKey("T1", "C1", ts),
            Kind.MESSAGE,
            "U1",
            "",
            "{}",
            String.valueOf(number),
            null,
            SlackTime.instant(ts),
            false));
  }

  private static void awaited(CountDownLatch gate) {
    awaited(gate, 20_000);
  }

  private static void awaited(CountDownLatch gate, long millis) {
    try {
      gate.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    org.awaitility.Awaitility.await().until(holds::getAsBoolean);
  }

  /** Keeps what is new in two hands; one message is known to it. */
  private final class TwoHands extends ObservedStore {
    @Override
    public int hands() {
      return 2;
    }

    @Override
    public List<Fate> keepNew(List<Message> said) {
      List<String> words = said.stream().map(Message::plain).toList();
      underWay.addAll(words);
      if (words.contains(String.valueOf(KNOWN))) {
        return Collections.nCopies(said.size(), Fate.LEFT);
      }
      before.accept(words);
      kept.add(words);
      return Collections.nCopies(said.size(), Fate.KEPT);
    }
  }

  /** Remembers each piece of work by the words in it; what throws is not kept. */
  private class ObservedStore implements Store {
    @Override
    public <T> T write(Function<Records, T> work) {
      List<String> words = new ArrayList<>();
      Records records = Mockito.mock(Records.class);
      Drafts drafts = Mockito.mock(Drafts.class);
      Timelines timelines = Mockito.mock(Timelines.class);
      Mockito.when(records.drafts()).thenReturn(drafts);
      Directory directory = directory(words);
      Mockito.when(records.directory()).thenReturn(directory);
      Mockito.when(records.timelines()).thenReturn(timelines);
      Mockito.when(drafts.capturing("T1", Set.of("C1")))
          .thenReturn(Map.of("C1", new Capture(1, Instant.EPOCH)));
      Mockito.when(timelines.keep(Mockito.<List<Belonging>>any()))
          .thenAnswer(call -> note(words, call.getArgument(0)));
      T result = work.apply(records);
      before.accept(words);
      kept.add(List.copyOf(words));
      return result;
    }

    private static Directory directory(List<String> words) {
      Directory directory = Mockito.mock(Directory.class);
      Mockito.doAnswer(call -> words.add(call.getArgument(0))).when(directory).save(any(), any());
      return directory;
    }

    private static Set<MessageKey> note(List<String> words, List<Belonging> all) {
      all.forEach(one -> words.add(one.message().plain()));
      return all.stream().map(one -> one.message().key()).collect(Collectors.toSet());
    }

    @Override
    public <T> T read(Function<Records, T> work) {
      throw new UnsupportedOperationException();
    }
  }
}
