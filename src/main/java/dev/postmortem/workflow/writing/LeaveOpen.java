package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Waiver;
import dev.postmortem.draft.Waiver.Subject;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;

/**
 * Leaves something as it is on purpose: a task that nobody owns, a question that nobody answers, a
 * finding about the timeline that is right. Saying it twice is saying it once.
 */
public final class LeaveOpen {
  private final Desk desk;

  public LeaveOpen(Desk desk) {
    this.desk = desk;
  }

  /** Nobody owns the task, and that is meant so. */
  public Outcome task(Which which, int number) {
    return desk.change(
        which,
        (records, draft) ->
            draft.task(number).isEmpty()
                ? new Refused(draft.name() + " has no task " + number + ".")
                : leave(records, draft, waiver(Subject.TASK, number, which)));
  }

  /** The question stays open, and that is meant so. */
  public Outcome question(Which which, int number) {
    return desk.change(
        which,
        (records, draft) ->
            draft.question(number).isEmpty()
                ? new Refused(draft.name() + " has no question " + number + ".")
                : leave(records, draft, waiver(Subject.QUESTION, number, which)));
  }

  /**
   * The finding was looked at and does not have to come back.
   *
   * @param key the finding's own
   * @param sentence what was found, for the history
   */
  public Outcome finding(Which which, String key, String sentence) {
    return desk.change(
        which,
        (records, draft) ->
            leave(
                records,
                draft,
                new Waiver(Subject.FINDING, key, sentence, which.by(), desk.now())));
  }

  private Waiver waiver(Subject subject, int number, Which which) {
    return new Waiver(subject, String.valueOf(number), "", which.by(), desk.now());
  }

  private static Outcome leave(Records records, Draft draft, Waiver waiver) {
    boolean known =
        records.waivers().of(draft.id()).stream()
            .anyMatch(one -> one.isAbout(waiver.subject(), waiver.about()));
    if (!known) {
      records.waivers().save(draft.id(), waiver);
    }
    return new Done(draft, "Left as it is.");
  }
}
