package dev.postmortem.slack.outbound;

import dev.postmortem.delivery.DeliveryWatch;
import dev.postmortem.delivery.DeliveryWatch.Fate;
import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Outbox;
import dev.postmortem.delivery.Outbox.Taken;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes letters out of the outbox and has each carried to where it goes, until it is there or never
 * can be.
 */
public final class Postman implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final Desk desk;
  private final Function<Letter.Kind, Carrier> carriers;
  private final DeliveryWatch watch;
  private final Thread round;
  private final Object bell = new Object();
  private volatile boolean running;
  private boolean rung;
  private boolean busy;

  public Postman(Desk desk, Function<Letter.Kind, Carrier> carriers) {
    this(desk, carriers, DeliveryWatch.NONE);
  }

  /** One whose deliveries are counted. */
  public Postman(Desk desk, Function<Letter.Kind, Carrier> carriers, DeliveryWatch watch) {
    this.desk = desk;
    this.watch = watch;
    this.carriers = carriers;
    this.round = new Thread(this::rounds, "postman");
  }

  /** Starts the rounds. Letters that an earlier process was carrying when it ended are in doubt. */
  public void start() {
    desk.store().change(records -> records.outbox().recover(desk.now()));
    running = true;
    round.start();
  }

  /** There may be something new in the outbox. */
  public void ring() {
    synchronized (bell) {
      rung = true;
      bell.notifyAll();
    }
  }

  private void rounds() {
    while (running) {
      try {
        setBusy(true);
        while (running && carryOne()) {
          LOG.trace("one letter carried");
        }
      } catch (RuntimeException unexpected) {
        LOG.error("the outbox cannot be read", unexpected);
      } finally {
        setBusy(false);
      }
      waitForWork();
    }
  }

  private void waitForWork() {
    long end = System.nanoTime() + LOOK_AGAIN.toNanos();
    synchronized (bell) {
      try {
        long left = LOOK_AGAIN.toMillis();
        while (!rung && running && left > 0) {
          bell.wait(left);
          left = (end - System.nanoTime()) / 1_000_000;
        }
        rung = false;
      } catch (InterruptedException stop) {
        running = false;
      }
    }
  }

  private void setBusy(boolean now) {
    synchronized (bell) {
      busy = now;
      bell.notifyAll();
    }
  }

  /** Looks first: whoever writes holds up those who tell what was said, though it be in vain. */
  private boolean carryOne() {
    if (!isAnythingDue()) {
      return false;
    }
    Optional<Taken> taken = desk.store().write(records -> records.outbox().take(desk.now()));
    taken.ifPresent(it -> About.incident(it.letter().incident(), () -> carry(it)));
    return taken.isPresent();
  }

  private void carry(Taken taken) {
    Letter letter = taken.letter();
    try {
      carriers.apply(letter.kind()).carry(letter, trip(taken));
      settle(taken, Fate.SENT, outbox -> outbox.sent(letter.key(), desk.now()));
    } catch (Undelivered undelivered) {
      if (undelivered.isFinal()) {
        LOG.error(
            "PM-{}: {} cannot be sent: {}", letter.incident(), letter.kind(), undelivered.logged());
        settle(
            taken,
            Fate.GIVEN_UP,
            outbox -> outbox.giveUp(letter.key(), undelivered.said(), desk.now()));
      } else {
        LOG.warn("PM-{}: {} waits: {}", letter.incident(), letter.kind(), undelivered.logged());
        postpone(taken, undelivered.said(), undelivered.pause());
      }
    } catch (RuntimeException unexpected) {
      LOG.error("PM-{}: {} failed", letter.incident(), letter.kind(), unexpected);
      postpone(taken, "it failed unexpectedly", null);
    }
  }

  private void postpone(Taken taken, String reason, @Nullable Duration wanted) {
    Letter letter = taken.letter();
    Duration backOff = Duration.ofSeconds(1L << Math.min(taken.attempts(), 9));
    Duration pause = wanted == null ? backOff : wanted;
    Instant until = desk.now().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    settle(taken, Fate.POSTPONED, outbox -> outbox.postpone(letter.key(), reason, until));
  }

  private Trip trip(Taken taken) {
    boolean inDoubt = taken.inDoubt() || taken.attempts() > 0;
    return new Trip(
        inDoubt, () -> desk.store().write(records -> records.outbox().hold(taken, desk.now())));
  }

  /** What became of a letter is for whoever carries it now to say. */
  private void settle(Taken taken, Fate fate, Consumer<Outbox> how) {
    Letter letter = taken.letter();
    boolean ours =
        desk.store()
            .write(
                records -> {
                  boolean held = records.outbox().hold(taken, desk.now());
                  if (held) {
                    how.accept(records.outbox());
                  }
                  return held;
                });
    if (ours) {
      watch.tried(letter.kind(), fate);
    } else {
      LOG.warn("PM-{}: {} was taken over meanwhile", letter.incident(), letter.kind());
    }
  }

  /** Waits until nothing is left that could be carried now, or until the time is up. */
  public boolean settle(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    ring();
    synchronized (bell) {
      while (busy || rung || isAnythingDue()) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return false;
        }
        bell.wait(Math.min(left, 50));
      }
      return true;
    }
  }

  private boolean isAnythingDue() {
    return desk.store().read(records -> records.outbox().isAnyDue(desk.now()));
  }

  /** Waits until no letter is in hand any more; answers whether that came to pass in time. */
  public boolean rests(Duration most) throws InterruptedException {
    round.join(Math.max(1, most.toMillis()));
    return !round.isAlive();
  }

  /** Takes no other letter; the one in hand goes on. */
  public void shut() {
    running = false;
    ring();
  }

  /** Finishes the letter in hand, within ten seconds. */
  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }

  /** The same, within this time; a letter still in hand then is in doubt at the next start. */
  public void close(Duration most) {
    shut();
    try {
      round.join(Math.max(1, most.toMillis()));
      if (round.isAlive()) {
        LOG.warn("a letter is still on its way; the next start looks whether it arrived");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
