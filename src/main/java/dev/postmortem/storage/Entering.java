package dev.postmortem.storage;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Drafts;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Enters into the tables what stands in the journal, many at a time, in one thread at a time. */
final class Entering {
  private static final Logger LOG = LoggerFactory.getLogger(Entering.class);
  private static final int TOGETHER = 256;

  private static final Message TRIAL =
      new Message(
          new MessageKey("", "", "0"),
          Kind.MESSAGE,
          null,
          "",
          "{}",
          "",
          null,
          Instant.EPOCH,
          false);

  private final JdbiStore store;
  private final Waiting waiting;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean failing;

  Entering(JdbiStore store, Waiting waiting) {
    this.store = store;
    this.waiting = waiting;
  }

  /** Whether the last try was in vain, and what waits must wait on. */
  boolean isFailing() {
    return failing;
  }

  /** Waits until many are there, but not for long; answers whether any is. */
  boolean awaitMany(long millis) throws InterruptedException {
    return waiting.await(TOGETHER, millis);
  }

  /**
   * Returns when all that waited before the call is in the tables.
   *
   * @throws RuntimeException when the database does not take it now; it waits on
   */
  void enter() {
    long until = waiting.added();
    if (waiting.isTaken(until)) {
      return;
    }
    begin();
    try {
      while (!waiting.isTaken(until)) {
        List<Belonging> some = waiting.first(TOGETHER);
        enter(some);
        waiting.take(some.size());
      }
    } finally {
      lock.unlock();
    }
  }

  /** Not longer than for a connection. */
  private void begin() {
    try {
      if (!lock.tryLock(Database.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("what was said does not get into the database");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stop);
    }
  }

  /**
   * By halves, when one of them is at fault and not the tables, so that it stands in nobody's way.
   */
  private void enter(List<Belonging> some) {
    try {
      store.change(records -> enter(records, some));
      failing = false;
    } catch (RuntimeException failed) {
      failing = !takesAny();
      if (failing) {
        throw failed;
      }
      if (some.size() > 1) {
        enter(some.subList(0, some.size() / 2));
        enter(some.subList(some.size() / 2, some.size()));
      } else {
        enterOnceMore(some.get(0));
      }
    }
  }

  /** It may have failed for what has passed. */
  private void enterOnceMore(Belonging one) {
    try {
      store.change(records -> enter(records, List.of(one)));
    } catch (RuntimeException failed) {
      // without the words that an exception of the database may repeat
      String why = failed.getClass().getSimpleName();
      LOG.error("[PM-{}] a message of the journal is not kept: {}", one.incident(), why);
      LOG.debug("why it is not", failed);
    }
  }

  /** Whether the tables take a message that nobody could object to; it is not left in them. */
  private boolean takesAny() {
    try {
      store.change(
          records -> {
            records.timelines().keep(0, TRIAL);
            throw new Taken();
          });
      return true;
    } catch (Taken passed) {
      return true;
    } catch (RuntimeException failed) {
      return false;
    }
  }

  private static final class Taken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What an earlier process left may be of a war room that is none any more. */
  private static void enter(Records records, List<Belonging> some) {
    Map<MessageKey, Capture> captures =
        Drafts.capturing(records.drafts(), some.stream().map(one -> one.message().key()).toList());
    records.timelines().keep(some.stream().filter(one -> belongs(one, captures)).toList());
  }

  private static boolean belongs(Belonging one, Map<MessageKey, Capture> captures) {
    Capture capture = captures.get(one.message().key());
    return capture != null && capture.incident() == one.incident();
  }
}
