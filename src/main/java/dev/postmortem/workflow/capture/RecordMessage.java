package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Capture;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Belonging;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what is said in the war room of an open incident. What is said elsewhere, or before it, is
 * not kept.
 */
public final class RecordMessage {
  private RecordMessage() {}

  /** Takes a deleted message out of the timeline. */
  static void delete(Records records, MessageKey key, Instant at) {
    incident(records, key)
        .flatMap(capture -> records.drafts().forChange(capture.incident()))
        .ifPresent(draft -> delete(records, draft, key, at));
  }

  private static void delete(Records records, Draft draft, MessageKey key, Instant at) {
    records.timelines().delete(draft.id(), key, at);
    FollowMarks.gone(records, draft, key);
  }

  /** Keeps a message or its newer version; answers whether the timeline changed. */
  static boolean keep(Records records, Message message) {
    Optional<Capture> capture = incident(records, message.key());
    boolean changed =
        capture.isPresent() && records.timelines().keep(capture.get().incident(), message);
    if (changed) {
      FollowMarks.followEarlier(records, List.of(new Belonging(capture.get().incident(), message)));
    }
    return changed;
  }

  /**
   * The incident a message belongs to: its channel's open one, when the message is not older, or
   * known already.
   */
  private static Optional<Capture> incident(Records records, MessageKey key) {
    return records
        .drafts()
        .capturing(key.team(), key.channel())
        .filter(
            capture ->
                capture.covers(SlackTime.instant(key.ts()))
                    || records.timelines().find(capture.incident(), key).isPresent());
  }
}
