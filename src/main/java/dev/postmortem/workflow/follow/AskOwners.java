package dev.postmortem.workflow.follow;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Task;
import dev.postmortem.draft.follow.DueTask;
import dev.postmortem.meeting.Later;
import dev.postmortem.meeting.Mornings;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.Zones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Owners are asked about their tasks on the day they are due and weekly after, until they are done:
 * one letter for a person and a day, with the tasks of all incidents.
 */
public final class AskOwners {
  private static final int WEEK = 7;

  /** A task due on Sunday is asked about on Friday, where it may be Friday already. */
  private static final int AHEAD = 3;

  private final Desk desk;
  private final Mornings mornings;

  public AskOwners(Desk desk) {
    this.desk = desk;
    this.mornings = Mornings.of(desk.template().meeting());
  }

  /** Writes the letters for those whose morning came since then. */
  void ask(Instant since) {
    desk.store().change(records -> ask(records, since, desk.now()));
  }

  private void ask(Records records, Instant since, Instant now) {
    LocalDate ahead = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(AHEAD);
    Map<String, List<DueTask>> byOwner =
        records.followups().dueTasks(ahead).stream()
            .collect(
                Collectors.groupingBy(DueTask::owner, LinkedHashMap::new, Collectors.toList()));
    byOwner.forEach(
        (owner, tasks) -> {
          ZoneId zone = Zones.of(records, owner, tasks.get(0).zone());
          mornings
              .today(now, zone)
              .filter(day -> !mornings.on(day, zone).isBefore(since))
              .ifPresent(
                  day -> write(records, day, tasks.stream().filter(t -> t.isDue(day)).toList()));
        });
  }

  private void write(Records records, LocalDate day, List<DueTask> tasks) {
    if (tasks.isEmpty()) {
      return;
    }
    DueTask first = tasks.get(0);
    String key = "tasks/" + first.owner() + "/" + day;
    String note =
        tasks.stream().map(t -> t.incident() + "/" + t.number()).collect(Collectors.joining(" "));
    Letter letter =
        new Letter(key, first.incident(), Letter.Kind.TASKS_DUE, first.owner(), day + " " + note);
    if (records.outbox().put(letter, desk.now())) {
      tasks.forEach(task -> records.followups().pause(task, day.plusDays(WEEK)));
    }
  }

  /** Whether a letter that was written for that day can still be sent: not at night. */
  public boolean isTimely(String reader, LocalDate day, ZoneId otherwise) {
    ZoneId zone = desk.store().read(records -> Zones.of(records, reader, otherwise));
    return mornings.today(desk.now(), zone).filter(day::equals).isPresent();
  }

  /** The letter came too late to be sent that day, so its tasks are asked about on the next. */
  public void again(Draft draft, Task task, LocalDate day) {
    due(draft, task)
        .ifPresent(
            due ->
                desk.store()
                    .change(records -> records.followups().pause(due, Later.TOMORROW.from(day))));
  }

  /** The owner wants to be asked later; refused to others, and when nothing is to be done. */
  public Outcome putOff(Which which, String by, int number, Later later) {
    return desk.lock(
        which,
        (records, draft) -> {
          Optional<DueTask> due =
              draft
                  .task(number)
                  .filter(task -> task.state() == Task.State.OPEN && by.equals(task.owner()))
                  .flatMap(task -> due(draft, task));
          return due.isPresent()
              ? putOff(records, draft, due.get(), later)
              : new Refused(
                  "Task "
                      + number
                      + " of "
                      + draft.name()
                      + " is not on your list any more, so you are not asked about it.");
        });
  }

  private Outcome putOff(Records records, Draft draft, DueTask due, Later later) {
    ZoneId zone = Zones.of(records, due.owner(), due.zone());
    LocalDate day = later.from(LocalDate.ofInstant(desk.now(), zone));
    records.followups().pause(due, day);
    String when = Printed.withWeekday(mornings.next(desk.now(), day, zone), zone);
    return new Done(
        draft,
        "I ask you about task " + due.number() + " of " + draft.name() + " again on " + when + ".");
  }

  private static Optional<DueTask> due(Draft draft, Task task) {
    String owner = task.owner();
    LocalDate due = task.due();
    return owner == null || due == null
        ? Optional.empty()
        : Optional.of(
            new DueTask(draft.id(), task.number(), owner, due, draft.headline().zone(), null));
  }
}
