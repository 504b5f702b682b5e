package dev.postmortem.slack.outbound;

import dev.postmortem.workflow.About;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done after Slack has its answer: calls that take time. Bounded in threads and in waiting
 * work; what does not fit is refused, so that memory stays bounded and the person hears of it.
 * There are two, so that nobody who looks at the screen waits behind what may take minutes.
 */
public final class Errands implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Errands.class);
  private static final int WAITING = 1_000;

  private final AtomicInteger threads = new AtomicInteger();
  private final Object quiet = new Object();
  private final ThreadPoolExecutor pool;
  private int underWay;

  private Errands(String name, int most) {
    pool =
        new ThreadPoolExecutor(
            most,
            most,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            work -> new Thread(work, name + "-" + threads.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
  }

  /** For what somebody waits for: windows, private answers. */
  public static Errands prompt() {
    return new Errands("prompt", 8);
  }

  /** For what takes its time and may wait: reading history, meeting people, handing out files. */
  public static Errands patient() {
    return new Errands("patient", 4);
  }

  /**
   * Does something soon.
   *
   * @param about what it is, for the log
   * @return false when too much waits already
   */
  public boolean run(String about, Errand errand) {
    count(1);
    try {
      pool.execute(About.carried(() -> perform(about, errand)));
      return true;
    } catch (RejectedExecutionException full) {
      count(-1);
      LOG.warn("too much to do, dropped: {}", about);
      return false;
    }
  }

  private void perform(String about, Errand errand) {
    try {
      errand.run();
    } catch (SlackFault fault) {
      LOG.warn("{}: {}", about, fault.getMessage());
    } catch (RuntimeException unexpected) {
      LOG.error("{} failed", about, unexpected);
    } finally {
      count(-1);
    }
  }

  private void count(int change) {
    synchronized (quiet) {
      underWay += change;
      quiet.notifyAll();
    }
  }

  /** How much waits until somebody is free. */
  public int waiting() {
    return pool.getQueue().size();
  }

  /** Waits until nothing is under way, or until the time is up; answers whether it is quiet. */
  public boolean settle(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    synchronized (quiet) {
      while (underWay > 0) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        quiet.wait(left);
      }
      return true;
    }
  }

  /** Takes nothing more; what is under way and what waits goes on. */
  public void shut() {
    pool.shutdown();
  }

  /** Finishes what is under way and what waits, within ten seconds. */
  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }

  /** The same, within this time; what is left then is given up. */
  public void close(Duration most) {
    shut();
    try {
      if (!pool.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
        int waited = pool.shutdownNow().size();
        LOG.warn(
            "not finished: {} errands under way, {} that waited", pool.getActiveCount(), waited);
      }
    } catch (InterruptedException interrupted) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** Something that talks to Slack. */
  @FunctionalInterface
  public interface Errand {
    void run() throws SlackFault;
  }
}
