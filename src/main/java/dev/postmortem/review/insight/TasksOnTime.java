package dev.postmortem.review.insight;

import dev.postmortem.draft.Task;
import dev.postmortem.draft.catalog.Fact;
import dev.postmortem.draft.catalog.Fact.Duty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What became of the tasks. Those that were dropped, that have no due date, or of which nobody
 * knows when they were done, are neither on time nor late.
 *
 * @param open tasks still to be done, with or without a date
 * @param done tasks that were done
 * @param onTime done on their day or before
 * @param late done after their day, or still open after it
 */
public record TasksOnTime(int open, int done, int onTime, int late) {

  static TasksOnTime of(List<Fact> facts, ZoneId zone, LocalDate today) {
    List<Duty> all = facts.stream().flatMap(fact -> fact.tasks().stream()).toList();
    List<Boolean> told =
        all.stream().flatMap(duty -> isOnTime(duty, zone, today).stream()).toList();
    int onTime = (int) told.stream().filter(each -> each).count();
    return new TasksOnTime(
        count(all, Task.State.OPEN), count(all, Task.State.DONE), onTime, told.size() - onTime);
  }

  private static int count(List<Duty> all, Task.State state) {
    return (int) all.stream().filter(duty -> duty.state() == state).count();
  }

  private static Optional<Boolean> isOnTime(Duty duty, ZoneId zone, LocalDate today) {
    LocalDate due = duty.due();
    Instant settled = duty.settled();
    if (due == null || duty.state() == Task.State.DROPPED) {
      return Optional.empty();
    }
    if (duty.state() == Task.State.OPEN) {
      return today.isAfter(due) ? Optional.of(false) : Optional.empty();
    }
    return settled == null
        ? Optional.empty()
        : Optional.of(!LocalDate.ofInstant(settled, zone).isAfter(due));
  }

  /** How many of a hundred were on time; empty when that can be said of none. */
  public OptionalDouble percent() {
    int all = onTime + late;
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * onTime / all);
  }
}
