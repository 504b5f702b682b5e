package dev.postmortem.workflow.meet;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Letter.Kind;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Countdown;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.workflow.Alarms;
import dev.postmortem.workflow.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells everybody what they need to hear before the meeting: each attendee the day before, the
 * moderator in the morning who has not read the draft, the war room that it begins. A letter's key
 * holds the time of the meeting, so each is written once for each time, however often this looks.
 */
public final class RemindAttendees {
  /** People move, change their zone and get roles; so it looks again before the next is due. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  private final Desk desk;
  private final Alarms alarms;

  public RemindAttendees(Desk desk, Alarms alarms) {
    this.desk = desk;
    this.alarms = alarms;
  }

  /** The key of the alarm that rings for an incident's meeting. */
  static String alarm(long incident) {
    return "reminder/" + incident;
  }

  static String key(Meeting meeting, String user) {
    return "reminder/" + meeting.incident() + "/" + meeting.at() + "/" + user;
  }

  /**
   * Looks after all meetings to come whose alarm was lost, as when a process died between keeping
   * the meeting and setting it. Doing so twice is harmless.
   */
  public void setAlarms() {
    desk.store()
        .read(records -> records.meetings().after(desk.now()))
        .forEach(meeting -> alarms.setUnlessSet(alarm(meeting.incident(), desk.now())));
  }

  void setAlarm(long incident, Instant due) {
    alarms.set(alarm(incident, due));
  }

  private static Alarms.Alarm alarm(long incident, Instant due) {
    return new Alarms.Alarm(alarm(incident), Alarms.Kind.REMINDER, incident, due);
  }

  /** Writes down what is due, and sets the next alarm; without a meeting to come does nothing. */
  public void ring(long incident) {
    desk.store()
        .write(records -> look(records, incident))
        .ifPresent(due -> setAlarm(incident, due));
  }

  /** The draft is held meanwhile, so that nobody moves the meeting under way. */
  private Optional<Instant> look(Records records, long incident) {
    Optional<Draft> draft = records.drafts().forChange(incident);
    Optional<Meeting> meeting =
        records
            .meetings()
            .of(incident)
            .filter(found -> !found.cancelled() && found.at().isAfter(desk.now()));
    return draft.isPresent() && meeting.isPresent()
        ? look(records, draft.get(), meeting.get())
        : Optional.empty();
  }

  private Optional<Instant> look(Records records, Draft draft, Meeting meeting) {
    Instant now = desk.now();
    Instant next = now.plus(LOOK_AGAIN);
    for (Call call : calls(records, draft, meeting, now)) {
      if (!call.due().isAfter(now)) {
        records.outbox().put(call.letter(), now);
      } else if (call.due().isBefore(next)) {
        next = call.due();
      }
    }
    return Optional.of(next).filter(due -> due.isBefore(meeting.at()));
  }

  /** All seen from one moment: what is due now must not be due a microsecond later. */
  private List<Call> calls(Records records, Draft draft, Meeting meeting, Instant now) {
    Countdown countdown = new Countdown(meeting, desk.template().meeting());
    List<Call> calls = new ArrayList<>();
    for (String user : meeting.attendees()) {
      Instant due = countdown.reminder(now, Invitations.zone(records, meeting, user));
      calls.add(new Call(due, letter(key(meeting, user), meeting, Kind.REMINDER, user)));
    }
    String about = meeting.incident() + "/" + meeting.at();
    String moderator = draft.roles().moderator();
    String leader = moderator == null ? draft.roles().owner() : moderator;
    countdown
        .unread(Invitations.zone(records, meeting, leader))
        .filter(due -> !leader.isEmpty())
        .map(
            due ->
                new Call(
                    due, letter("unread/" + about + "/" + leader, meeting, Kind.UNREAD, leader)))
        .ifPresent(calls::add);
    String room = draft.room().channel();
    calls.add(
        new Call(countdown.soon(), letter("soon/" + about, meeting, Kind.MEETING_SOON, room)));
    return calls;
  }

  private static Letter letter(String key, Meeting meeting, Kind kind, String to) {
    return new Letter(key, meeting.incident(), kind, to, meeting.at().toString());
  }

  /** Something to be said, and when. */
  private record Call(Instant due, Letter letter) {}
}
