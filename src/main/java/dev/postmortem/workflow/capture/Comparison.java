package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.WarRoom;
import dev.postmortem.draft.privacy.Pseudonym;
import dev.postmortem.timeline.Message;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.timeline.SlackTime;
import dev.postmortem.timeline.Stretches.Bounds;
import dev.postmortem.timeline.Stretches.KeptMark;
import dev.postmortem.workflow.capture.History.Heard;
import dev.postmortem.workflow.capture.History.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds a page of Slack's against what is kept, and makes good what was not heard. */
final class Comparison {
  /** What was kept so shortly before Slack was asked may be newer than what Slack shows. */
  static final Duration FRESH = Duration.ofSeconds(5);

  private final Records records;
  private final History history;
  private final PictureSource pictures;
  private final long incident;
  private final WarRoom room;

  Comparison(
      Records records, History history, PictureSource pictures, long incident, WarRoom room) {
    this.records = records;
    this.history = history;
    this.pictures = pictures;
    this.incident = incident;
    this.room = room;
  }

  /**
   * Keeps what the page holds.
   *
   * @param thread the message that the page's messages reply to, null for a page of the channel
   */
  void keep(Page page, @Nullable String thread) {
    Map<String, Message> kept = new HashMap<>();
    Map<String, List<KeptMark>> marks = Map.of();
    if (!page.shown().isEmpty()) {
      Bounds bounds = new Bounds(Collections.min(page.shown()), Collections.max(page.shown()));
      records
          .stretches()
          .messages(incident, thread, bounds)
          .forEach(message -> kept.put(message.key().ts(), message));
      marks =
          records.stretches().marks(incident, bounds).stream()
              .collect(Collectors.groupingBy(one -> one.mark().key().ts()));
    }
    for (Heard shown : page.heard()) {
      Heard heard = shown.without(records.forgotten());
      String ts = heard.message().key().ts();
      if (ts.equals(thread)) {
        RecordMessage.keep(records, heard.message());
      } else if (keep(heard.message(), kept.get(ts), page.asked())) {
        new Reactions(records, heard, marks.getOrDefault(ts, List.of())).follow(page.asked());
      }
      look(heard.message(), page.asked());
    }
    page.tombs().forEach(ts -> bury(ts, page.asked()));
  }

  /**
   * Takes in which pictures the message shows; a process may have ended before it looked. Whoever
   * edited it may have taken all out.
   */
  private void look(Message heard, Instant now) {
    if (heard.edited() || !pictures.shownIn(heard).isEmpty()) {
      records.pictures().look(heard.key(), pictures::shownIn, now);
    }
  }

  /** Answers whether the message is on the timeline. */
  private boolean keep(Message shown, @Nullable Message kept, Instant asked) {
    if (kept == null) {
      return RecordMessage.keep(records, shown);
    }
    if (shown.version().isAfter(kept.version())) {
      RecordMessage.keep(records, shown);
    } else if (changedSilently(shown, kept, asked)) {
      RecordMessage.keep(records, shown.asOf(asked));
    }
    return true;
  }

  /** A bot's update carries no mark of an edit; it was made at some time before Slack was asked. */
  private boolean changedSilently(Message shown, Message kept, Instant asked) {
    return !Pseudonym.isIn(kept.raw()) // what was taken out of it would come back
        && kept.version().isBefore(asked.minus(FRESH))
        && kept.edited() == shown.edited()
        && history.differ(shown, kept);
  }

  /** A message that was marked belongs to the incident, however old it is. */
  void adopt(Heard heard, Instant now) {
    records.timelines().keep(incident, heard.message());
    heard.marks().forEach(mark -> RecordMark.keep(records, mark));
    FollowMarks.follow(records, incident, heard.message().key());
    look(heard.message(), now);
  }

  /** Slack says that its author took it back. */
  void bury(String ts, Instant at) {
    MessageKey key = new MessageKey(room.team(), room.channel(), ts);
    if (SlackTime.isTs(ts)) {
      RecordMessage.delete(records, key, at);
    }
  }
}
