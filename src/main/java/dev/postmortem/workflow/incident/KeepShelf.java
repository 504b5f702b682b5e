package dev.postmortem.workflow.incident;

import dev.postmortem.draft.Store;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.draft.catalog.Shelf.Care;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps the library up with what is written and said, behind everybody's back. What is not taken in
 * yet is found all the same; it only takes longer.
 */
public final class KeepShelf {
  private static final Duration PAUSE = Duration.ofSeconds(15);

  /** While there is much to be done, others get their turn. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private static final long AT_ONCE_NANOS = Duration.ofSeconds(3).toNanos();

  /**
   * What must be read again is let rest for so many times as long as that took: while people write
   * in a long incident there is always something, and the processors are needed for capturing.
   */
  private static final int REST = 50;

  private final Desk desk;
  private final Alarms alarms;
  private final LongSupplier nanos;
  private volatile long rested;
  private volatile long below = Shelf.BEGINNING;

  /** It may ring in one thread at a time. */
  public KeepShelf(Desk desk, Alarms alarms) {
    this(desk, alarms, System::nanoTime);
  }

  /**
   * The same.
   *
   * @param nanos measures how long things take
   */
  KeepShelf(Desk desk, Alarms alarms, LongSupplier nanos) {
    this.desk = desk;
    this.alarms = alarms;
    this.nanos = nanos;
    this.rested = nanos.getAsLong();
  }

  /** It is time. */
  public void ring() {
    long begun = nanos.getAsLong();
    boolean more = goOn(Care.NEW, Shelf.BEGINNING, begun).isPresent();
    if (!more && begun - rested >= 0) {
      long again = nanos.getAsLong();
      below = goOn(Care.ALL, below, begun).orElse(Shelf.BEGINNING);
      long done = nanos.getAsLong();
      rested = done + REST * (done - again);
    }
    setAlarm(desk.now().plus(more ? BREATH : PAUSE));
  }

  private OptionalLong goOn(Care care, long from, long begun) {
    return walk(desk.store(), care, from, () -> nanos.getAsLong() - begun < AT_ONCE_NANOS);
  }

  /** Takes in everything at once. */
  public static void all(Store store) {
    walk(store, Care.ALL, Shelf.BEGINNING, () -> true);
  }

  /** Answers from where something is left. */
  private static OptionalLong walk(Store store, Care care, long from, BooleanSupplier goes) {
    OptionalLong next = OptionalLong.of(from);
    while (next.isPresent() && goes.getAsBoolean()) {
      long place = next.getAsLong();
      next = store.write(records -> records.shelf().keepUp(care, place));
    }
    return next;
  }

  /** The first time, soon after the start. */
  public void setAlarm() {
    setAlarm(desk.now().plus(BREATH));
  }

  private void setAlarm(Instant due) {
    alarms.set(new Alarm("shelf", Alarms.Kind.SHELF, 0, due));
  }
}
