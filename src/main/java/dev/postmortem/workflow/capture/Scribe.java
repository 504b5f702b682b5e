package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.Store.Fate;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Happening.Said;
import dev.postmortem.workflow.capture.Intake.TurnedAway;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what those who wait at the {@link Intake} tell, all of them by one piece of work if
 * possible. Several may keep what is new at the same time; whatever has to be held against what is
 * known already is kept by one alone, or two of them would miss what the other adds.
 */
final class Scribe {
  private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
  private final Store store;
  private final ReadWriteLock order;

  /**
   * Since when the store has done nothing but fail, or not answered at all; 0 when nothing is asked
   * of it. A store that is away fails slowly, and each time: that is not worth waiting for.
   */
  private volatile long busySince;

  private boolean kept;

  /**
   * One of several.
   *
   * @param order is shared by all of them
   */
  Scribe(Store store, ReadWriteLock order) {
    this.store = store;
    this.order = order;
  }

  /** Whether it works, and the store has done nothing for longer. */
  boolean isBusyFor(Duration time) {
    long since = busySince;
    return since != 0 && System.nanoTime() - since > time.toNanos();
  }

  /**
   * What was said locks nothing and goes together. Marks and deletions wait for whoever changes the
   * draft at that moment, and must not hold up the rest. Answers whether the store keeps anything.
   */
  boolean serve(List<Visit> visits) {
    kept = false;
    busySince = System.nanoTime();
    visits.forEach(visit -> visit.comesTo(this));
    try {
      Predicate<Visit> isSaid = visit -> visit.happening() instanceof Said;
      keepNew(visits.stream().filter(isSaid).filter(Visit::isWaiting).toList());
      keepAlone(visits.stream().filter(isSaid).toList());
      keepAlone(visits.stream().filter(isSaid.negate()).toList());
      return kept || isStoreWell();
    } finally {
      busySince = 0;
    }
  }

  /** Almost all that is said is new. What cannot be kept so is left to {@link #keepAlone}. */
  private void keepNew(List<Visit> said) {
    if (said.isEmpty()) {
      return;
    }
    order.readLock().lock();
    try {
      List<Fate> fates =
          store.keepNew(said.stream().map(visit -> message(visit.happening())).toList());
      busySince = System.nanoTime();
      for (int i = 0; i < said.size(); i++) {
        if (fates.get(i) != Fate.LEFT) {
          kept = true;
          said.get(i).serve(fates.get(i) == Fate.KEPT ? Effect.CHANGED : Effect.NONE);
        }
      }
    } catch (RuntimeException failed) {
      LOG.debug("what is new could not be kept by itself", failed);
    } finally {
      order.readLock().unlock();
    }
  }

  /** What cannot be kept may itself be at fault; so something is kept that never is. */
  boolean isStoreWell() {
    try {
      store.change(records -> records.directory().save("trial", "kept"));
      return true;
    } catch (RuntimeException failed) {
      LOG.debug("the store does not keep anything", failed);
      return false;
    }
  }

  private static Message message(Happening happening) {
    return ((Said) happening).message();
  }

  private void keepAlone(List<Visit> all) {
    if (all.stream().noneMatch(Visit::isWaiting)) {
      return;
    }
    order.writeLock().lock();
    try {
      keep(all);
    } finally {
      order.writeLock().unlock();
    }
  }

  /** When work fails it is tried by halves, so that what cannot be kept stands in nobody's way. */
  private void keep(List<Visit> all) {
    List<Visit> waiting = all.stream().filter(Visit::isWaiting).toList();
    if (waiting.isEmpty()) {
      return;
    }
    try {
      List<Happening> happenings = waiting.stream().map(Visit::happening).toList();
      IdentityHashMap<Happening, Effect> effects =
          store.write(records -> new KeepTogether(records).keep(happenings));
      busySince = System.nanoTime();
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
}
