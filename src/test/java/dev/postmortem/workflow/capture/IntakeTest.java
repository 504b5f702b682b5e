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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
  private final List<List<String>> kept = new ArrayList<>();
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
    try {
      gate.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    org.awaitility.Awaitility.await().until(holds::getAsBoolean);
  }

  /** Remembers each piece of work by the words in it; what throws is not kept. */
  private final class ObservedStore implements Store {
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
