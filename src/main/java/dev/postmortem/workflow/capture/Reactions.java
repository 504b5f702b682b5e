package dev.postmortem.workflow.capture;

import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Mark;
import dev.postmortem.timeline.Stretches.KeptMark;
import dev.postmortem.workflow.capture.History.Heard;
import dev.postmortem.workflow.capture.History.Reaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes the marks on a message agree with the reactions that Slack shows. Slack does not say when
 * somebody reacted, so a mark is dated as early as it can be: whatever else Slack says of it wins.
 */
final class Reactions {
  private final Records records;
  private final Heard heard;
  private final List<KeptMark> kept;

  Reactions(Records records, Heard heard, List<KeptMark> kept) {
    this.records = records;
    this.heard = heard;
    this.kept = kept;
  }

  void follow(Instant asked) {
    heard.marks().forEach(mark -> set(mark, asked));
    kept.forEach(one -> takeAway(one.mark(), asked));
  }

  private void set(Mark shown, Instant asked) {
    Optional<KeptMark> known = kept.stream().filter(one -> isSame(one.mark(), shown)).findFirst();
    if (known.isEmpty()) {
      RecordMark.keep(records, shown);
    } else if (!known.get().withdrawn() && !known.get().mark().on() && isOld(known.get(), asked)) {
      RecordMark.keep(records, turned(known.get().mark()));
    }
  }

  private void takeAway(Mark mark, Instant asked) {
    if (mark.on() && mark.at().isBefore(asked.minus(Comparison.FRESH)) && !mayStand(mark)) {
      RecordMark.keep(records, turned(mark));
    }
  }

  /** Slack leaves people out where they are many, so then nobody is missed. */
  private boolean mayStand(Mark mark) {
    List<Reaction> same =
        heard.reactions().stream().filter(one -> one.emoji().equals(mark.via())).toList();
    return same.stream().anyMatch(one -> !one.all() || one.users().contains(mark.by()));
  }

  private static boolean isOld(KeptMark one, Instant asked) {
    return one.mark().at().isBefore(asked.minus(Comparison.FRESH));
  }

  private static boolean isSame(Mark one, Mark other) {
    return one.tag().equals(other.tag())
        && one.by().equals(other.by())
        && one.via().equals(other.via());
  }

  private static Mark turned(Mark mark) {
    return new Mark(
        mark.key(), mark.tag(), mark.by(), mark.via(), !mark.on(), mark.at().plusNanos(1_000));
  }
}
