package dev.postmortem.slack.pictures;

import dev.postmortem.slack.outbound.Errands;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.capture.CopyPictures;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Goes round for pictures: one round at a time, as an errand, and again when one is due later. */
public final class PictureRounds {
  private static final int WAITING = 1_000;
  private final CopyPictures copy;
  private final Errands errands;
  private final Alarms alarms;
  private final BlockingQueue<MessageKey> fresh = new LinkedBlockingQueue<>(WAITING);
  private final AtomicInteger rung = new AtomicInteger();

  public PictureRounds(CopyPictures copy, Errands errands, Alarms alarms) {
    this.copy = copy;
    this.errands = errands;
    this.alarms = alarms;
  }

  /**
   * A message was kept. Returns at once, and does nothing for one that never had files. One that
   * does not fit here is found by the next reading.
   */
  public void kept(Message message) {
    if (SharedFiles.mayBeIn(message) || message.edited()) {
      if (fresh.offer(message.key())) {
        ring();
      }
    }
  }

  /** Looks for pictures in all that is kept of an incident. Takes its time. */
  public void look(long incident) {
    copy.lookAll(incident);
    ring();
  }

  /** Something may be due. */
  public void ring() {
    if (rung.getAndIncrement() == 0 && !errands.run("copy pictures", this::round)) {
      rung.set(0);
    }
  }

  private void round() {
    int heard;
    do {
      heard = rung.get();
      try {
        goRound();
      } catch (RuntimeException failed) {
        rung.set(0);
        throw failed;
      }
    } while (!rung.compareAndSet(heard, 0));
  }

  private void goRound() {
    for (MessageKey key = fresh.poll(); key != null; key = fresh.poll()) {
      copy.look(key);
    }
    copy.copyDue()
        .ifPresent(due -> alarms.set(new Alarms.Alarm("pictures", Alarms.Kind.PICTURES, 0, due)));
  }
}
