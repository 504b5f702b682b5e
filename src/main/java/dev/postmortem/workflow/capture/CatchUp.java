package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.capture.History.Heard;
import dev.postmortem.workflow.capture.History.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads from Slack what the bot did not hear: said before it came, or while it was away. */
public final class CatchUp {
  /** How far back is read when nothing says that anything is missing. */
  public static final Duration LATELY = Duration.ofHours(1);

  private final Desk desk;
  private final History history;

  public CatchUp(Desk desk, History history) {
    this.desk = desk;
    this.history = history;
  }

  /**
   * Reads an incident's channel from the incident's start on.
   *
   * @throws Unreadable when Slack does not let the bot read it; what was read until then is kept
   */
  public void read(Draft draft) throws Unreadable {
    history.read(draft.room(), draft.headline().started(), this::keep);
  }

  /**
   * Reads what was said within the last hour: events may have been lost without anybody noticing.
   *
   * @throws Unreadable when Slack does not let the bot read it; what was read until then is kept
   */
  public void readLately(Draft draft) throws Unreadable {
    Instant lately = desk.now().minus(LATELY);
    Instant started = draft.headline().started();
    history.read(draft.room(), started.isAfter(lately) ? started : lately, this::keep);
  }

  /** Reads one message that somebody marked, although it is older than the incident. */
  public void readOne(Draft draft, String ts) throws Unreadable {
    WarRoom room = draft.room();
    List<Heard> found = history.readOne(room, ts);
    desk.store().change(records -> found.forEach(heard -> adopt(records, draft.id(), heard)));
  }

  private void keep(List<Heard> page) {
    desk.store()
        .change(
            records -> {
              for (Heard heard : page) {
                RecordMessage.keep(records, heard.message());
                heard.marks().forEach(mark -> RecordMark.keep(records, mark));
              }
            });
  }

  private static void adopt(Records records, long incident, Heard heard) {
    records.timelines().keep(incident, heard.message());
    heard.marks().forEach(mark -> RecordMark.keep(records, mark));
    FollowMarks.follow(records, incident, heard.message().key());
  }
}
