package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Template;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Witness;
import java.util.Optional;
import java.util.Set;

/**
 * Files a message under a section, or no longer, as people mark it. Under tasks and questions it
 * becomes one.
 */
public final class RecordMark {
  private static final Set<String> LISTED = Set.of("task", "question");
  private final Desk desk;

  public RecordMark(Desk desk) {
    this.desk = desk;
  }

  /**
   * Keeps the mark.
   *
   * @return whether the marked message still has to be read from Slack, as it was said before the
   *     bot listened
   */
  public boolean keep(Mark mark) {
    return desk.store().write(records -> keep(records, mark));
  }

  static boolean keep(Records records, Mark mark) {
    MessageKey key = mark.key();
    Optional<Draft> draft =
        records
            .drafts()
            .ofChannel(key.team(), key.channel())
            .filter(found -> found.state().isWritable())
            .flatMap(found -> records.drafts().forChange(found.id()));
    if (draft.isEmpty()) {
      return false;
    }
    records.timelines().mark(draft.get().id(), mark);
    Optional<Entry> entry = records.timelines().find(draft.get().id(), key);
    entry.ifPresent(known -> follow(records, draft.get(), known, mark));
    return mark.on() && entry.isEmpty();
  }

  /** Only what makes a task or a question changes more than the timeline. */
  private static void follow(Records records, Draft draft, Entry entry, Mark mark) {
    if (!LISTED.contains(mark.tag())) {
      FollowMarks.follow(records, draft, entry);
      return;
    }
    Witness witness = Witness.of(records, draft);
    FollowMarks.follow(records, draft, entry);
    witness.writeDown(records, Template.DEFAULT, mark.by(), mark.at());
  }
}
