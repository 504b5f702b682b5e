package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Store;
import dev.postmortem.workflow.capture.Happening.Effect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The door for what Slack tells. Who enters waits until it is on disk; those who wait at the same
 * time are kept by one piece of work, as forcing the disk costs the same for one as for a hundred.
 * Bounded in number and in patience: whoever cannot be served in time is turned away at once.
 */
public final class Intake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /** A piece of work that takes longer may never end: Slack is told within a second. */
  private static final Duration PATIENCE = Duration.ofMillis(800);

  /** While work goes on, however slowly, it is worth waiting almost as long as Slack does. */
  private static final Duration LONGEST = Duration.ofMillis(2_500);

  private static final long LOOK_MILLIS = 50;

  private static final int WAITING = 512;
  private static final int TOGETHER = 256;

  /** From so many on, those who were just served come back together. */
  private static final int CROWD = 12;

  /** So long another scribe leaves a crowd to the first, before it looks again. */
  private static final Duration ASIDE = Duration.ofMillis(50);

  private static final long GATHERING_NANOS = 1_500_000;

  private final Duration patience;
  private final BlockingQueue<Visit> queue = new ArrayBlockingQueue<>(WAITING);
  private final ReadWriteLock order = new ReentrantReadWriteLock(true);
  private final List<Scribe> scribes;
  private final List<Thread> threads;
  private final Rush rush = new Rush(System::nanoTime);
  private volatile boolean open;
  private volatile boolean failing;
  private volatile int crowd;

  public Intake(Store store) {
    this(store, PATIENCE);
  }

  Intake(Store store, Duration patience) {
    this.patience = patience;
    this.scribes = Stream.generate(() -> new Scribe(store, order)).limit(store.hands()).toList();
    this.threads =
        IntStream.range(0, scribes.size())
            .mapToObj(i -> new Thread(() -> write(scribes.get(i)), "scribe-" + (i + 1)))
            .toList();
  }

  /** Opens the door. */
  public void start() {
    open = true;
    threads.forEach(Thread::start);
  }

  /**
   * Keeps what happened; when this returns, it is on disk.
   *
   * @throws TurnedAway when it could not be kept in time, or at all; Slack must send it again
   */
  public Effect keep(Happening happening) {
    Visit visit = new Visit(happening);
    if (failing) {
      throw new TurnedAway("nothing can be kept at the moment", null);
    }
    if (!open || isStuck() || !queue.offer(visit)) {
      throw new TurnedAway("too much waits to be kept", null);
    }
    return await(visit);
  }

  private Effect await(Visit visit) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      while (!visit.isOver(LOOK_MILLIS)) {
        if (isStuck(visit) || System.nanoTime() > end) {
          visit.leave();
          throw new TurnedAway("it took too long to keep", null);
        }
      }
      return visit.effect();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new TurnedAway("the bot is stopping", null);
    }
  }

  /** How many wait for the piece of work after the present one. */
  public int waiting() {
    return queue.size();
  }

  /** Whether so many come that whatever can wait should. */
  public boolean isRush() {
    return rush.isOn();
  }

  /** Whether whoever came now would be served, as far as is known. */
  public boolean isWell() {
    return open && !failing && !isStuck();
  }

  /** Whoever came now would only wait behind pieces of work that do not end. */
  boolean isStuck() {
    return scribes.stream().allMatch(one -> one.isBusyFor(patience));
  }

  private boolean isStuck(Visit visit) {
    Scribe scribe = visit.scribe();
    return scribe == null ? isStuck() : scribe.isBusyFor(patience);
  }

  private void write(Scribe scribe) {
    List<Visit> visits = new ArrayList<>();
    while (open || !queue.isEmpty()) {
      try {
        Visit first = next(scribe);
        if (first != null) {
          gather(crowd);
          visits.add(first);
          queue.drainTo(visits, TOGETHER - 1);
          crowd = visits.size();
          rush.came(visits.size());
          failing = !scribe.serve(visits);
          visits.clear();
        } else if (failing && isFirst(scribe)) {
          failing = !scribe.isStoreWell();
        }
      } catch (InterruptedException stop) {
        open = false;
      } catch (RuntimeException | Error broken) {
        LOG.error("what waited could not be kept", broken);
        visits.forEach(visit -> visit.refuse(new TurnedAway("it could not be kept", broken)));
        visits.clear();
      }
    }
  }

  /** Nobody comes, or a crowd: that is served best by one, unless it takes long. */
  private @Nullable Visit next(Scribe scribe) throws InterruptedException {
    if (!isFirst(scribe) && crowd >= CROWD && !scribes.get(0).isBusyFor(ASIDE)) {
      TimeUnit.NANOSECONDS.sleep(ASIDE.toNanos());
      return null;
    }
    return queue.poll(200, TimeUnit.MILLISECONDS);
  }

  private boolean isFirst(Scribe scribe) {
    return scribe.equals(scribes.get(0));
  }

  /**
   * After many were served, many come at once, but not in the same instant. Whoever began with the
   * first of them would force the disk twice for what fits in once; few are never made to wait.
   */
  private void gather(int before) {
    long end = System.nanoTime() + GATHERING_NANOS;
    while (before >= CROWD && queue.size() < before / 2 && System.nanoTime() < end) {
      LockSupport.parkNanos(50_000);
    }
  }

  /** Lets nobody in any more and keeps what waits. */
  @Override
  public void close() {
    close(Duration.ofSeconds(5));
  }

  /** The same, within this time; who still waits then is turned away. */
  public void close(Duration most) {
    open = false;
    try {
      long end = System.nanoTime() + most.toNanos();
      for (Thread thread : threads) {
        thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** It is not kept, as far as anybody knows; it must be told again. */
  public static final class TurnedAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long incident;

    /** For this reason, which the log shows. */
    public TurnedAway(String why, @Nullable Throwable cause) {
      this(why, cause, 0);
    }

    TurnedAway(String why, @Nullable Throwable cause, long incident) {
      super(why, cause);
      this.incident = incident;
    }

    /** The incident it is about, 0 when that is not known. */
    public long incident() {
      return incident;
    }
  }
}
