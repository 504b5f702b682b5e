package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.workflow.Desk;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps what is said in the war room of an open incident. What is said elsewhere, or before it, is
 * not kept.
 */
public final class RecordMessage {
  private final Desk desk;

  public RecordMessage(Desk desk) {
    this.desk = desk;
  }

  /** Keeps a message or its newer version; answers whether the timeline changed. */
  public boolean keep(Message message) {
    return desk.store().write(records -> keep(records, message));
  }

  /** Takes a deleted message out of the timeline. */
  public void delete(MessageKey key, Instant at) {
    desk.store()
        .change(
            records ->
                incident(records, key)
                    .flatMap(draft -> records.drafts().forChange(draft.id()))
                    .ifPresent(draft -> delete(records, draft, key, at)));
  }

  private static void delete(Records records, Draft draft, MessageKey key, Instant at) {
    records.timelines().delete(draft.id(), key, at);
    FollowMarks.gone(records, draft, key);
  }

  static boolean keep(Records records, Message message) {
    Optional<Draft> draft = incident(records, message.key());
    boolean changed = draft.isPresent() && records.timelines().keep(draft.get().id(), message);
    if (changed) {
      followEarlierMarks(records, draft.get().id(), message.key());
    }
    return changed;
  }

  /** Few messages are marked before they are kept; the others must not wait for the draft. */
  private static void followEarlierMarks(Records records, long incident, MessageKey key) {
    boolean marked =
        records
            .timelines()
            .find(incident, key)
            .filter(entry -> !entry.tags().isEmpty())
            .isPresent();
    if (marked) {
      FollowMarks.follow(records, incident, key);
    }
  }

  /**
   * The incident a message belongs to: its channel's open one, when the message is not older, or
   * known already.
   */
  static Optional<Draft> incident(Records records, MessageKey key) {
    return records
        .drafts()
        .capturing(key.team(), key.channel())
        .filter(
            draft ->
                !SlackTime.instant(key.ts()).isBefore(draft.headline().started())
                    || records.timelines().find(draft.id(), key).isPresent());
  }
}
