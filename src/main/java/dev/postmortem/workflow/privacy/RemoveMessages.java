package dev.postmortem.workflow.privacy;

import dev.postmortem.draft.privacy.Removals.Piece;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Alarms.Alarm;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes the captured messages of finished post-mortems when they were kept long enough: once a
 * day, a little at a time, so that nobody waits for it.
 */
public final class RemoveMessages {
  private static final Logger LOG = LoggerFactory.getLogger(RemoveMessages.class);
  private static final String KEY = "retention";
  private static final Duration DAILY = Duration.ofDays(1);

  /** While there is much to be done, others get their turn. */
  private static final Duration BREATH = Duration.ofSeconds(1);

  private static final long AT_ONCE_NANOS = Duration.ofSeconds(3).toNanos();
  private static final int INCIDENTS = 100;
  private static final int MESSAGES = 500;

  private final Desk desk;
  private final Alarms alarms;
  private final @Nullable Duration kept;

  /**
   * Removes in the store of this desk.
   *
   * @param kept how long messages stay after their post-mortem was finished; null for ever
   */
  public RemoveMessages(Desk desk, Alarms alarms, @Nullable Duration kept) {
    this.desk = desk;
    this.alarms = alarms;
    this.kept = kept;
  }

  /** The first time, soon after the start; never, where everything is kept. */
  public void setAlarm() {
    if (kept == null) {
      alarms.cancel(KEY);
    } else {
      setAlarm(desk.now().plus(BREATH));
    }
  }

  /** It is time. */
  public void ring() {
    if (kept != null) {
      boolean more = removeSome(desk.now().minus(kept));
      setAlarm(desk.now().plus(more ? BREATH : DAILY));
    }
  }

  /** Answers whether something is left to do. */
  private boolean removeSome(Instant finished) {
    long end = System.nanoTime() + AT_ONCE_NANOS;
    List<Long> due = desk.store().read(records -> records.removals().due(finished, INCIDENTS));
    for (long incident : due) {
      if (!removeAll(incident, end)) {
        return true;
      }
    }
    return due.size() == INCIDENTS;
  }

  /** Answers whether there was time for all of them. */
  private boolean removeAll(long incident, long end) {
    int removed = 0;
    boolean more = true;
    while (more && System.nanoTime() < end) {
      Piece piece =
          desk.store()
              .write(records -> records.removals().removeSome(incident, MESSAGES, desk.now()));
      removed += piece.messages();
      more = piece.more();
    }
    LOG.info(
        "PM-{}: {} captured messages removed, {}",
        incident,
        removed,
        more ? "more to come" : "done");
    return !more;
  }

  private void setAlarm(Instant due) {
    alarms.set(new Alarm(KEY, Alarms.Kind.RETENTION, 0, due));
  }
}
