package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Store.Fate;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
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

  private static final long GATHERING_NANOS = 1_500_000;

  private final Store store;
  private final Duration patience;
  private final BlockingQueue<Visit> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread scribe = new Thread(this::write, "scribe");
  private volatile boolean open;
  private volatile boolean failing;
  private volatile long busySince;
  private boolean kept;

  public Intake(Store store) {
    this(store, PATIENCE);
  }

  Intake(Store store, Duration patience) {
    this.store = store;
    this.patience = patience;
  }

  /** Opens the door. */
  public void start() {
    open = true;
    scribe.start();
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
        if (isStuck() || System.nanoTime() > end) {
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

  /** Whether whoever came now would be served, as far as is known. */
  public boolean isWell() {
    return open && !failing && !isStuck();
  }

  /** Whoever came now would only wait behind a piece of work that does not end. */
  boolean isStuck() {
    long since = busySince;
    return since != 0 && System.nanoTime() - since > patience.toNanos();
  }

  private void write() {
    List<Visit> visits = new ArrayList<>();
    int crowd = 0;
    while (open || !queue.isEmpty()) {
      try {
        Visit first = queue.poll(200, TimeUnit.MILLISECONDS);
        if (first != null) {
          gather(crowd);
          visits.add(first);
          queue.drainTo(visits, TOGETHER - 1);
          crowd = visits.size();
          serve(visits);
          visits.clear();
        } else if (failing) {
          failing = !isStoreWell();
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

  /**
   * What was said locks nothing and goes together. Marks and deletions wait for whoever changes the
   * draft at that moment, and must not hold up the rest.
   */
  private void serve(List<Visit> visits) {
    kept = false;
    try {
      Predicate<Visit> isSaid = visit -> visit.happening() instanceof Said;
      keepNew(visits.stream().filter(isSaid).filter(Visit::isWaiting).toList());
      keep(visits.stream().filter(isSaid).toList());
      keep(visits.stream().filter(isSaid.negate()).toList());
      failing = !kept && !isStoreWell();
    } finally {
      busySince = 0;
    }
  }

  /** What cannot be kept may itself be at fault; so something is kept that never is. */
  private boolean isStoreWell() {
    try {
      store.change(records -> records.directory().save("trial", "kept"));
      return true;
    } catch (RuntimeException failed) {
      LOG.debug("the store does not keep anything", failed);
      return false;
    }
  }

  /** Almost all that is said is new. What cannot be kept so is left to {@link #keep}. */
  private void keepNew(List<Visit> said) {
    if (said.isEmpty()) {
      return;
    }
    busySince = System.nanoTime();
    try {
      List<Fate> fates =
          store.keepNew(said.stream().map(visit -> message(visit.happening())).toList());
      for (int i = 0; i < said.size(); i++) {
        if (fates.get(i) != Fate.LEFT) {
          kept = true;
          said.get(i).serve(fates.get(i) == Fate.KEPT ? Effect.CHANGED : Effect.NONE);
        }
      }
    } catch (RuntimeException failed) {
      LOG.debug("what is new could not be kept by itself", failed);
    }
  }

  private static Message message(Happening happening) {
    return ((Said) happening).message();
  }

  /** When work fails it is tried by halves, so that what cannot be kept stands in nobody's way. */
  private void keep(List<Visit> all) {
    List<Visit> waiting = all.stream().filter(Visit::isWaiting).toList();
    if (waiting.isEmpty()) {
      return;
    }
    busySince = System.nanoTime();
    try {
      List<Happening> happenings = waiting.stream().map(Visit::happening).toList();
      IdentityHashMap<Happening, Effect> effects =
          store.write(records -> new KeepTogether(records).keep(happenings));
      kept = true;
      waiting.forEach(visit -> visit.serve(effects.getOrDefault(visit.happening(), Effect.NONE)));
    } catch (RuntimeException failed) {
      keepByHalves(waiting, failed);
    }
  }

  private void keepByHalves(List<Visit> waiting, RuntimeException failed) {
    if (waiting.size() == 1) {
      giveUp(waiting.get(0), failed);
    } else {
      LOG.warn("{} events could not be kept together", waiting.size());
      keep(waiting.subList(0, waiting.size() / 2));
      keep(waiting.subList(waiting.size() / 2, waiting.size()));
    }
  }

  private void giveUp(Visit visit, RuntimeException failed) {
    long incident = incident(visit.happening().key());
    About.incident(
        incident,
        () -> {
          // without the stack and its words: while the store is away this is said for every event
          LOG.error("an event could not be kept: {}", failed.getClass().getSimpleName());
          LOG.debug("why it could not", failed);
        });
    visit.refuse(new TurnedAway("it could not be kept", failed, incident));
  }

  /** Which incident it is about, for the log; 0 when the store does not even say that. */
  private long incident(MessageKey key) {
    try {
      return store
          .read(records -> records.drafts().capturing(key.team(), key.channel()))
          .map(Capture::incident)
          .orElse(0L);
    } catch (RuntimeException away) {
      return 0;
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
      scribe.join(Math.max(1, most.toMillis()));
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
