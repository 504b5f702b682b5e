package dev.postmortem.workflow.capture;

import dev.postmortem.workflow.capture.Happening.Effect;
import dev.postmortem.workflow.capture.Intake.TurnedAway;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Somebody at the door. One who gave up waiting is served no more. */
final class Visit {
  private final Happening happening;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile @Nullable Scribe scribe;
  private volatile @Nullable Effect effect;
  private volatile @Nullable TurnedAway refused;

  Visit(Happening happening) {
    this.happening = happening;
  }

  Happening happening() {
    return happening;
  }

  /** It waits no longer in the queue. */
  void comesTo(Scribe who) {
    scribe = who;
  }

  /** Who serves it, null while it stands in the queue. */
  @Nullable Scribe scribe() {
    return scribe;
  }

  boolean isWaiting() {
    return over.getCount() > 0;
  }

  /** Waits so long at the most. */
  boolean isOver(long millis) throws InterruptedException {
    return over.await(millis, TimeUnit.MILLISECONDS);
  }

  void serve(Effect done) {
    effect = done;
    over.countDown();
  }

  void refuse(TurnedAway why) {
    refused = why;
    over.countDown();
  }

  void leave() {
    over.countDown();
  }

  /** What came of it, when it is over. */
  Effect effect() {
    Effect done = effect;
    TurnedAway why = refused;
    if (done == null) {
      throw why == null ? new TurnedAway("it could not be kept", null) : why;
    }
    return done;
  }
}
