package dev.postmortem.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.postmortem.timeline.Belonging;
import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What stands in the journal wakes whoever enters it into the tables only when many wait. */
@Timeout(30)
class WaitingTest {
  private static final long LONG_MILLIS = 20_000;
  private static final Set<State> WAITS_OR_IS_OVER =
      EnumSet.of(State.TIMED_WAITING, State.TERMINATED);
  private final Waiting waiting = new Waiting();

  private static Belonging says(int number) {
    String ts = "1700000000.00000" + number;
    return new Belonging(1, Examples.message(ts, "words " + number));
  }

  /** How often a thread waits until it has seen so many, while they come one by one. */
  private long waitsUntil(int count) throws Exception {
    CompletableFuture<Long> waits = new CompletableFuture<>();
    CountDownLatch begun = new CountDownLatch(1);
    Thread clerk =
        new Thread(
            () -> {
              begun.countDown();
              try {
                waiting.await(count, LONG_MILLIS);
                long me = Thread.currentThread().getId();
                waits.complete(
                    ManagementFactory.getThreadMXBean().getThreadInfo(me).getWaitedCount());
              } catch (InterruptedException stop) {
                waits.completeExceptionally(stop);
              }
            });
    clerk.start();
    begun.await();
    for (int i = 0; i < count; i++) {
      await().until(() -> WAITS_OR_IS_OVER.contains(clerk.getState()));
      waiting.add(List.of(says(i)));
    }
    return waits.get();
  }

  @Test
  void whoever_waits_for_five_is_not_woken_by_the_first_four() throws Exception {
    assertThat(waitsUntil(5)).isOne();
  }

  @Test
  void whoever_waits_for_one_is_woken_by_it() throws Exception {
    assertThat(waitsUntil(1)).isOne();
    assertThat(waiting.first(9)).hasSize(1);
  }

  @Test
  void nobody_waits_any_more_when_it_is_over() throws Exception {
    waiting.end();
    assertThat(waiting.await(1, LONG_MILLIS)).isFalse();
  }
}
