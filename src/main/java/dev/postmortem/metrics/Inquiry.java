package dev.postmortem.metrics;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks something that may fail or hang. Whoever wants to know waits a second at most, and what was
 * said, or that nothing was, holds for some seconds.
 */
final class Inquiry<T> implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private final Supplier<T> question;
  private final Duration holds;
  private final ExecutorService asker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "inquiry");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<T> said = Optional.empty();
  private @Nullable Long saidAt;
  private @Nullable Future<T> underWay;

  Inquiry(Supplier<T> question, Duration holds) {
    this.question = question;
    this.holds = holds;
  }

  /** The answer; empty when there was none in time. */
  synchronized Optional<T> answer() {
    if (saidAt == null || System.nanoTime() - saidAt > holds.toNanos()) {
      said = asked();
      saidAt = System.nanoTime();
    }
    return said;
  }

  /** A question that hangs is not asked a second time beside itself. */
  private Optional<T> asked() {
    Future<T> asking = underWay;
    if (asking == null || asking.isDone()) {
      asking = asker.submit(question::get);
      underWay = asking;
    }
    try {
      return Optional.of(asking.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException unanswered) {
      return Optional.empty();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    asker.shutdownNow();
  }
}
