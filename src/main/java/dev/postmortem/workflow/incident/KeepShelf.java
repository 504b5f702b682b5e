package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Store;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.catalog.Shelf.Care;
import dev.postmortem.draft.catalog.Shelf.Step;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Keeps the library up with what is written and said, behind everybody's back. What is not taken in
 * yet is found all the same; it only takes longer.
 */
public final class KeepShelf {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** While there is much to be done, others get their turn. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private static final long AT_ONCE_NANOS = Duration.ofSeconds(2).toNanos();

  /**
   * What must be read again is let rest for so many times as long as that took: while people write
   * in a long incident there is always something, and the processors are needed for capturing.
   */
  private static final int REST = 50;

  /** While very many are captured everything takes so many times less of the time. */
  private static final int IN_A_RUSH = 10;

  private final Desk desk;
  private final Alarms alarms;
  private final BooleanSupplier rush;
  private final LongSupplier nanos;
  private final LongConsumer pause;

  /** New ones; all of them after an upgrade that finds words in another way. */
  private final Way unread = new Way(Care.UNREAD, 1);

  /** A war room at full speed: each step takes moments, and so many times as long is let pass. */
  private final Way fresh = new Way(Care.NEW, 20);

  private final Way again = new Way(Care.ALL, REST);

  private volatile long rested;

  /**
   * It may ring in one thread at a time.
   *
   * @param rush whether so many are captured that this should wait
   */
  public KeepShelf(Desk desk, Alarms alarms, BooleanSupplier rush) {
    this(desk, alarms, rush, System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * The same.
   *
   * @param nanos measures how long things take
   * @param pause lets so many nanoseconds pass
   */
  KeepShelf(
      Desk desk, Alarms alarms, BooleanSupplier rush, LongSupplier nanos, LongConsumer pause) {
    this.desk = desk;
    this.alarms = alarms;
    this.rush = rush;
    this.nanos = nanos;
    this.pause = pause;
    this.rested = nanos.getAsLong();
  }

  /** It is time. */
  public void ring() {
    setAlarm(desk.now().plus(work(nanos.getAsLong() + AT_ONCE_NANOS)));
  }

  /** Answers after how long to go on. */
  private Duration work(long end) {
    if (unread.goOn(end)) {
      return unread.rest();
    }
    if (fresh.goOn(end)) {
      return fresh.rest();
    }
    boolean isRested = nanos.getAsLong() - rested >= 0;
    return isRested && readAgain() ? again.rest() : PAUSE;
  }

  private boolean readAgain() {
    boolean more = again.step();
    rested = nanos.getAsLong() + again.rests;
    return more;
  }

  private static Step step(Store store, Care care, long below) {
    return store.write(records -> records.shelf().keepUp(care, below));
  }

  /** Takes in everything at once. */
  public static void all(Store store) {
    OptionalLong next = OptionalLong.of(Shelf.BEGINNING);
    while (next.isPresent()) {
      next = step(store, Care.ALL, next.getAsLong()).next();
    }
  }

  /** The first time, soon after the start. */
  public void setAlarm() {
    setAlarm(desk.now().plus(BREATH));
  }

  private void setAlarm(Instant due) {
    alarms.set(new Alarm("shelf", Alarms.Kind.SHELF, 0, due));
  }

  /** A way along the shelf, which may take several rings. */
  private final class Way {
    private final Care care;
    private final int times;
    private volatile long below = Shelf.BEGINNING;
    private volatile boolean isCut;
    private volatile long rests;

    /** A way after each step of which so many times as long as it took is let pass. */
    Way(Care care, int times) {
      this.care = care;
      this.times = times;
    }

    /** Answers whether there is more to be done than there was time for. */
    boolean goOn(long end) {
      while (step()) {
        if (nanos.getAsLong() + rests - end >= 0) {
          return true;
        }
        pause.accept(rests);
      }
      return false;
    }

    /**
     * Answers whether there is another step. Where something was left of any post-mortem, there is
     * another way after this one.
     */
    boolean step() {
      long begun = nanos.getAsLong();
      Step step = KeepShelf.step(desk.store(), care, below);
      int patience = rush.getAsBoolean() ? IN_A_RUSH * times : times;
      rests = patience * (nanos.getAsLong() - begun);
      boolean another = step.next().isPresent() || isCut;
      isCut = step.next().isPresent() && (isCut || step.isCut());
      below = step.next().orElse(Shelf.BEGINNING);
      return another;
    }

    /** From one ring to the next; what else there is must not wait for too long. */
    Duration rest() {
      return Duration.ofNanos(Math.max(BREATH.toNanos(), Math.min(rests, PAUSE.toNanos())));
    }
  }
}
