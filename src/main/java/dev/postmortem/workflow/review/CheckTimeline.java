package dev.postmortem.workflow.review;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Waiver;
import dev.postmortem.review.checkup.Checkup;
import dev.postmortem.review.checkup.Finding;
import dev.postmortem.review.checkup.Scope;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.KnownNames;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes through a timeline, and leaves out what somebody has ticked off. */
public final class CheckTimeline {
  /** Longer ones are gone through when somebody asks for it, not for a number in passing. */
  private static final int QUICK = 5_000;

  private final Desk desk;

  public CheckTimeline(Desk desk) {
    this.desk = desk;
  }

  /** What is left to look at. Takes time in proportion to the timeline. */
  public List<Finding> of(Draft draft) {
    return desk.store().read(records -> of(records, draft));
  }

  /** How much is left to look at; empty when counting would take long. */
  public OptionalInt count(Draft draft) {
    return desk.store()
        .read(
            records ->
                records.timelines().size(draft.id()) > QUICK
                    ? OptionalInt.empty()
                    : OptionalInt.of(of(records, draft).size()));
  }

  private static List<Finding> of(Records records, Draft draft) {
    Set<String> seen =
        Waiver.Subject.FINDING.of(records.waivers().of(draft.id())).stream()
            .map(Waiver::about)
            .collect(Collectors.toSet());
    Scope scope = new Scope(draft.headline(), new KnownNames(records));
    return Checkup.of(scope, records.timelines().of(draft.id()).stream()).stream()
        .filter(finding -> !seen.contains(finding.key()))
        .toList();
  }
}
