package dev.postmortem.demo;

import dev.postmortem.draft.Draft;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.meeting.Mornings;
import dev.postmortem.meeting.Policy;
import dev.postmortem.workflow.Desk;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Something that the bot will do at a time to come, so that a visitor may want to jump there. */
record Due(String label, Instant at) {

  /** What is to come, the next first. */
  static List<Due> of(Desk desk, ZoneId zone) {
    Policy policy = desk.template().meeting();
    List<Due> all = new ArrayList<>();
    desk.store()
        .read(records -> records.meetings().standing())
        .forEach(meeting -> all.addAll(of(meeting, policy)));
    List<Draft> drafts = desk.store().read(records -> records.drafts().all());
    if (!drafts.isEmpty()) {
      Instant now = desk.now();
      Instant morning = Mornings.of(policy).next(now, LocalDate.ofInstant(now, zone), zone);
      all.add(new Due("the next working morning", morning));
    }
    return all.stream()
        .filter(due -> due.at().isAfter(desk.now()))
        .sorted(Comparator.comparing(Due::at))
        .toList();
  }

  private static List<Due> of(Meeting meeting, Policy policy) {
    return List.of(
        new Due("the reminder of the meeting", policy.reminderOf(meeting.at())),
        new Due("the meeting", meeting.at()));
  }

  /** The first before this time, where time must not just pass by. */
  static Optional<Instant> before(Instant then, Desk desk, ZoneId zone) {
    return of(desk, zone).stream().map(Due::at).filter(at -> at.isBefore(then)).findFirst();
  }
}
