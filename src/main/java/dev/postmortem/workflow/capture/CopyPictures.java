package dev.postmortem.workflow.capture;

import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.PictureCopy;
import dev.postmortem.timeline.Pictures.Wanted;
import dev.postmortem.timeline.SharedPicture;
import dev.postmortem.workflow.About;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.PictureSource.Fetched;
import dev.postmortem.workflow.capture.PictureSource.Here;
import dev.postmortem.workflow.capture.PictureSource.Later;
import dev.postmortem.workflow.capture.PictureSource.Never;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the pictures of war rooms into the store, one at a time. What is to be copied stands in
 * the store, so a process that ends forgets nothing.
 */
public final class CopyPictures {
  private static final Logger LOG = LoggerFactory.getLogger(CopyPictures.class);
  private static final int MOST_TRIES = 12;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
  private final Desk desk;
  private final PictureSource source;
  private volatile Instant leftAlone = Instant.EPOCH;

  public CopyPictures(Desk desk, PictureSource source) {
    this.desk = desk;
    this.source = source;
  }

  /** Takes in which pictures a message shows, as it stands now. */
  public void look(MessageKey key) {
    desk.store().change(records -> records.pictures().look(key, source::shownIn, desk.now()));
  }

  /** Takes in the pictures of an incident that nobody has seen yet. */
  public void lookAll(long incident) {
    desk.store().read(records -> records.pictures().unseen(incident)).forEach(this::look);
  }

  /** Copies what is due; answers when the next is, if there is any. */
  public Optional<Instant> copyDue() {
    Optional<Wanted> wanted = next();
    while (wanted.isPresent()) {
      Wanted picture = wanted.get();
      About.incident(incident(picture), () -> settle(picture, fetch(picture.picture())));
      wanted = next();
    }
    return desk.store()
        .read(records -> records.pictures().nextDue())
        .map(due -> due.isBefore(leftAlone) ? leftAlone : due);
  }

  private long incident(Wanted wanted) {
    return desk.store().read(records -> records.pictures().shownIn(wanted.picture()));
  }

  private Optional<Wanted> next() {
    Instant now = desk.now();
    return now.isBefore(leftAlone)
        ? Optional.empty()
        : desk.store().read(records -> records.pictures().due(now));
  }

  /** A picture that makes the source fail must not keep the others waiting. */
  private Fetched fetch(SharedPicture picture) {
    try {
      return source.fetch(picture);
    } catch (RuntimeException unexpected) {
      LOG.error("picture {} failed", picture.file(), unexpected);
      return new Later("it failed unexpectedly", null);
    }
  }

  private void settle(Wanted wanted, Fetched fetched) {
    SharedPicture picture = wanted.picture();
    if (fetched instanceof Here here) {
      PictureCopy copy = new PictureCopy(here.type(), here.bytes(), desk.now());
      desk.store().change(records -> records.pictures().keep(picture, copy));
    } else if (fetched instanceof Never never) {
      miss(picture, never.reason(), null);
    } else if (fetched instanceof Later later) {
      miss(picture, later.reason(), again(wanted.attempts(), later.pause()));
    }
  }

  /** Whoever asked for a pause meant all pictures. */
  private @Nullable Instant again(int attempts, @Nullable Duration pause) {
    if (pause != null) {
      leftAlone = desk.now().plus(pause);
      return leftAlone;
    }
    Duration growing = Duration.ofMinutes(1L << Math.min(attempts, 20));
    Duration wait = growing.compareTo(LONGEST_PAUSE) < 0 ? growing : LONGEST_PAUSE;
    return attempts + 1 < MOST_TRIES ? desk.now().plus(wait) : null;
  }

  private void miss(SharedPicture picture, String reason, @Nullable Instant again) {
    LOG.info(
        "picture {} is not copied: {}{}",
        picture.file(),
        reason,
        again == null ? "" : "; tried again at " + again);
    desk.store().change(records -> records.pictures().miss(picture, reason, again));
  }
}
