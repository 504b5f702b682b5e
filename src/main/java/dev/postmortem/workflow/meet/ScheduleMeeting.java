package dev.postmortem.workflow.meet;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Roles;
import dev.postmortem.draft.State;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.writing.AssignRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sets the review meeting, or moves it; whoever is newly invited or concerned by the move is told.
 */
public final class ScheduleMeeting {
  private final Desk desk;
  private final Alarms alarms;
  private final RemindAttendees reminders;

  public ScheduleMeeting(Desk desk, Alarms alarms, RemindAttendees reminders) {
    this.desk = desk;
    this.alarms = alarms;
    this.reminders = reminders;
  }

  /** Sets or moves the meeting. When it is too late for a reminder, that goes out at once. */
  public Outcome schedule(Which which, Plan plan) {
    Outcome outcome =
        desk.lock(
            which,
            (records, draft) ->
                draft.state() == State.CANCELLED
                    ? desk.mayChange(draft)
                    : schedule(records, draft, plan));
    if (outcome instanceof Done done) {
      setAlarm(done.draft().id(), reminderOf(plan.at()));
    }
    return outcome;
  }

  /**
   * Sets the alarms of all meetings that stand, as after a restart; setting one twice is harmless.
   */
  public void setAlarms() {
    List<Meeting> standing = desk.store().read(records -> records.meetings().standing());
    standing.stream()
        .filter(meeting -> meeting.at().isAfter(desk.now()))
        .forEach(meeting -> setAlarm(meeting.incident(), reminderOf(meeting.at())));
  }

  private Instant reminderOf(Instant meeting) {
    return desk.template().meeting().reminderOf(meeting);
  }

  private void setAlarm(long incident, Instant due) {
    alarms.set(
        new Alarms.Alarm(RemindAttendees.alarm(incident), Alarms.Kind.REMINDER, incident, due));
  }

  private Outcome schedule(Records records, Draft draft, Plan plan) {
    Optional<String> fault = fault(draft, plan);
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    Optional<Meeting> before =
        records.meetings().of(draft.id()).filter(meeting -> !meeting.cancelled());
    int revision = records.meetings().of(draft.id()).map(Meeting::revision).orElse(-1) + 1;
    Meeting now =
        new Meeting(
            draft.id(),
            revision,
            plan.at(),
            plan.length(),
            draft.headline().zone(),
            plan.attendees(),
            plan.where(),
            false);
    records.meetings().save(now);
    records.drafts().save(draft.with(plan.roles(draft.roles())));
    invite(records, before, now);
    uninvite(records, before, now);
    return new Done(draft, "The meeting is set; everybody invited is told.");
  }

  private Optional<String> fault(Draft draft, Plan plan) {
    if (plan.roles(draft.roles()).clash()) {
      return Optional.of(AssignRole.CLASH);
    }
    if (!plan.at().isAfter(desk.now())) {
      return Optional.of("That time has passed. Choose one that is still to come.");
    }
    if (plan.attendees().isEmpty()) {
      return Optional.of("Nobody is invited. Choose at least one person.");
    }
    return Optional.empty();
  }

  private void invite(Records records, Optional<Meeting> before, Meeting now) {
    boolean changed =
        before.isEmpty()
            || !before.get().at().equals(now.at())
            || !before.get().where().equals(now.where())
            || !before.get().length().equals(now.length());
    for (String user : now.attendees()) {
      boolean known = before.isPresent() && before.get().attendees().contains(user);
      if (changed || !known) {
        put(records, now, Letter.Kind.INVITATION, user, known ? "moved" : "");
      }
    }
    if (!reminderOf(now.at()).isAfter(desk.now())) {
      reminders.remind(records, now, now.attendees());
    }
  }

  private void uninvite(Records records, Optional<Meeting> before, Meeting now) {
    before.stream()
        .flatMap(meeting -> meeting.attendees().stream())
        .filter(user -> !now.attendees().contains(user))
        .forEach(user -> put(records, now, Letter.Kind.MEETING_CANCELLED, user, "uninvited"));
  }

  private void put(Records records, Meeting now, Letter.Kind kind, String user, String note) {
    String key = "invite/" + now.incident() + "/" + now.revision() + "/" + user;
    records.outbox().put(new Letter(key, now.incident(), kind, user, note), desk.now());
    Calendars.tell(records, now, user, desk.now());
  }

  /** A meeting as somebody wants it. */
  public record Plan(
      Instant at,
      Duration length,
      List<String> attendees,
      String where,
      @Nullable String moderator,
      @Nullable String noteTaker) {
    Roles roles(Roles before) {
      return before.withModerator(moderator).withNoteTaker(noteTaker);
    }
  }
}
