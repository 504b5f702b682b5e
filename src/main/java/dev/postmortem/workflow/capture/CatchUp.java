package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Reading;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Step;
import dev.postmortem.timeline.Stretches.Bounds;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.History.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads from Slack what the bot did not hear: said before it came, or while it was away. A reading
 * is kept: each {@link #step} makes one call, and keeps what it brought together with how far it
 * has come. So it goes on where it stopped, whatever stopped it.
 */
public final class CatchUp {
  private static final Duration LATELY = Duration.ofHours(1);

  /** What Slack could not deliver it sends again for as long (docs.slack.dev, "Events API"). */
  private static final Duration MADE_GOOD_BY_SLACK = Duration.ofMinutes(5);

  private final Desk desk;
  private final History history;
  private final ReadOn readOn;

  /**
   * Reads by pages.
   *
   * @param pictures finds the pictures in what is read; fetching them is left to others
   */
  public CatchUp(Desk desk, History history, PictureSource pictures) {
    this.desk = desk;
    this.history = history;
    this.readOn = new ReadOn(desk, history, pictures);
  }

  /**
   * An incident's channel is to be read from the incident's start on. While it is being read, it is
   * read once more when that is done.
   */
  public void want(Draft draft) {
    want(draft, draft.headline().started(), true);
  }

  /**
   * Its last hour is to be read: events may have been lost without anybody noticing. Nobody waits
   * for that.
   */
  public void wantLately(Draft draft) {
    Instant lately = desk.now().minus(LATELY);
    Instant started = draft.headline().started();
    want(draft, started.isAfter(lately) ? started : lately, false);
  }

  /**
   * The bot starts. A reading that was under way a moment ago goes on, now without rests; after a
   * longer absence the channel has to be read from the incident's start.
   */
  public void resume(Draft draft) {
    boolean momentary =
        desk.store()
            .writeBeside(
                records -> {
                  Optional<Reading> reading =
                      records.readings().forChange(draft.id()).filter(this::isOfAMomentAgo);
                  reading.ifPresent(found -> records.readings().save(found.awaited(true)));
                  return reading.isPresent();
                });
    if (!momentary) {
      want(draft);
    }
  }

  private boolean isOfAMomentAgo(Reading reading) {
    return reading.isUnderWay()
        && reading.place().at().plus(MADE_GOOD_BY_SLACK).isAfter(desk.now());
  }

  private void want(Draft draft, Instant from, boolean awaited) {
    desk.store()
        .writeBeside(
            records -> {
              Optional<Reading> underWay =
                  records.readings().forChange(draft.id()).filter(Reading::isUnderWay);
              boolean either = awaited || underWay.filter(Reading::awaited).isPresent();
              if (underWay.isEmpty() || isToBeReplaced(underWay.get(), from)) {
                Reading fresh = Reading.of(draft.id(), from, desk.now());
                return begin(records, draft, fresh.awaited(either));
              }
              Reading now = underWay.get().awaited(either);
              records.readings().save(now.isFresh() ? now : now.again(from));
              return now;
            });
  }

  private static boolean isToBeReplaced(Reading reading, Instant from) {
    return reading.isFresh() && from.isBefore(reading.from());
  }

  /**
   * Takes up the marks on what the store does not know; the threads that it knows of are taken up
   * page by page.
   */
  static Reading begin(Records records, Draft draft, Reading fresh) {
    long id = draft.id();
    Instant started = draft.headline().started();
    boolean all = !fresh.from().isAfter(started);
    Instant since = all ? Instant.EPOCH : fresh.from();
    records.readings().clear(id);
    records.readings().save(fresh);
    records
        .readings()
        .add(id, records.stretches().unseen(id, since).stream().map(Step::marked).toList());
    if (all) {
      Bounds before = new Bounds("0", SlackTime.ts(started));
      records
          .readings()
          .add(id, records.stretches().said(id, null, before).stream().map(Step::thread).toList());
    }
    return fresh;
  }

  /** Makes the next call of an incident's reading, and says how to go on. */
  public Next step(long incident) {
    return readOn.step(incident);
  }

  /** Whether a step could be made now. */
  public boolean isWaiting(long incident) {
    return waiting(incident).isPresent();
  }

  /** Whether a step could be made now, and somebody waits for it. */
  public boolean isAwaited(long incident) {
    return waiting(incident).filter(Reading::awaited).isPresent();
  }

  private Optional<Reading> waiting(long incident) {
    return desk.store()
        .read(records -> records.readings().of(incident))
        .filter(Reading::isUnderWay)
        .filter(reading -> reading.hitch().fault().isEmpty());
  }

  /**
   * Reads one message that somebody marked, although it is older than the incident.
   *
   * @throws Unreadable when Slack does not show it; the next reading tries again
   */
  public void readOne(Draft draft, String ts) throws Unreadable {
    Instant asked = desk.now();
    history
        .readOne(draft.room(), ts)
        .ifPresent(
            heard ->
                desk.store()
                    .change(records -> readOn.comparison(records, draft).adopt(heard, asked)));
  }
}
