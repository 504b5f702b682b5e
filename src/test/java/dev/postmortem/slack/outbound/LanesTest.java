package dev.postmortem.slack.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.postmortem.rehearsal.HeldClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each method, and each channel for posts, has a lane of its own. */
class LanesTest {
  private static final String POST = "chat.postMessage";
  private final HeldClock clock = HeldClock.at("2026-11-18T14:00:00Z");
  private final Lanes lanes = new Lanes(clock);
  private final AtomicInteger calls = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private int call(String method, String channel) throws SlackFault {
    return lanes.through(method, channel, calls::incrementAndGet);
  }

  private void isRefused(String method, String channel, int seconds) {
    assertThatThrownBy(
            () ->
                lanes.through(
                    method,
                    channel,
                    () -> {
                      calls.incrementAndGet();
                      throw SlackFault.busy(method, Duration.ofSeconds(seconds));
                    }))
        .isInstanceOf(SlackFault.class);
  }

  @Test
  void no_call_goes_out_before_the_time_is_over_that_slack_wants_to_be_left_alone()
      throws SlackFault {
    isRefused("users.info", "", 30);
    clock.advance(Duration.ofSeconds(29));
    assertThatThrownBy(() -> call("users.info", ""))
        .isInstanceOfSatisfying(
            SlackFault.class,
            fault -> {
              assertThat(fault.isPassing()).isTrue();
              assertThat(fault.pause()).isEqualTo(Duration.ofSeconds(1));
            });
    assertThat(calls).hasValue(1);
    clock.advance(Duration.ofSeconds(1));
    assertThat(call("users.info", "")).isEqualTo(2);
  }

  @Test
  void a_lane_that_rests_does_not_hold_up_the_others() throws SlackFault {
    isRefused("users.info", "", 30);
    isRefused(POST, "C1", 30);
    assertThat(call("views.open", "")).isEqualTo(3);
    assertThat(call(POST, "C2")).isEqualTo(4);
    assertThatThrownBy(() -> call(POST, "C1")).isInstanceOf(SlackFault.class);
  }

  @Test
  void the_limit_of_other_methods_is_one_for_all_channels() {
    isRefused("conversations.history", "C1", 30);
    assertThatThrownBy(() -> call("conversations.history", "C2")).isInstanceOf(SlackFault.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void what_waited_behind_the_call_that_was_refused_does_not_go_out_either() throws Exception {
    CountDownLatch refusing = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Future<?> first =
        threads.submit(
            () ->
                lanes.through(
                    POST,
                    "C1",
                    () -> {
                      refusing.countDown();
                      pass(go);
                      throw SlackFault.busy(POST, Duration.ofSeconds(30));
                    }));
    refusing.await();
    Future<Integer> second = threads.submit(() -> call(POST, "C1"));
    go.countDown();
    assertThatThrownBy(() -> first.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SlackFault.class);
    assertThatThrownBy(() -> second.get(10, TimeUnit.SECONDS))
        .hasRootCauseInstanceOf(SlackFault.class);
    assertThat(calls).hasValue(0);
  }

  @Test
  void calls_of_one_lane_go_one_after_another_in_their_order() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    AtomicInteger within = new AtomicInteger();
    CountDownLatch go = new CountDownLatch(1);
    Future<?> first = threads.submit(() -> inLine(order, within, 0, go));
    await().until(() -> order.contains(0));
    for (int i = 1; i <= 5; i++) {
      int number = i;
      Thread waiting = new Thread(() -> inLine(order, within, number, go));
      waiting.start();
      await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
    }
    go.countDown();
    first.get(10, TimeUnit.SECONDS);
    await().until(() -> order.size() == 6);
    assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
  }

  private Void inLine(List<Integer> order, AtomicInteger within, int number, CountDownLatch go) {
    try {
      return lanes.through(
          POST,
          "C1",
          () -> {
            order.add(within.incrementAndGet() == 1 ? number : -1);
            pass(go);
            within.decrementAndGet();
            return null;
          });
    } catch (SlackFault fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static void pass(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  @Test
  void a_lane_is_forgotten_when_nobody_uses_it_and_it_does_not_rest() throws SlackFault {
    for (int i = 0; i < 1_000; i++) {
      call(POST, "C" + i);
    }
    assertThat(lanes.remembered()).isZero();
    isRefused(POST, "C1", 30);
    assertThat(lanes.remembered()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(30));
    assertThat(lanes.remembered()).isZero();
  }
}
