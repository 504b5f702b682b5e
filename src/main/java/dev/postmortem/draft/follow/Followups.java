package dev.postmortem.draft.follow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps what is followed up. */
public interface Followups {
  /** An offer by its number, also when it is settled. */
  Optional<Handover> handover(long incident, int number);

  /** The newest offer of a post-mortem, also when it is settled. */
  Optional<Handover> latestHandover(long incident);

  void save(Handover handover);

  /** The drafts that are to be finished by somebody, oldest first. */
  List<Unfinished> unfinished();

  /** From this day on the point person is asked about the draft; another one at any time. */
  void pause(long incident, String owner, LocalDate until);

  /**
   * The open tasks with an owner that are due on this day or before, of all that are not cancelled,
   * oldest first.
   */
  List<DueTask> dueTasks(LocalDate until);

  /** From this day on the owner is asked about the task again, unless it gets another date. */
  void pause(DueTask task, LocalDate until);
}
