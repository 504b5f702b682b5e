package dev.postmortem.workflow.meet;

import dev.postmortem.delivery.Letter;
import dev.postmortem.delivery.Letter.Kind;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Roles;
import dev.postmortem.meeting.Countdown;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Desk;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes to those whom a change of the meeting concerns, and to nobody else. */
public final class Invitations {
  /** In the note of an invitation: they knew of the meeting, and it changed. */
  public static final String MOVED = "moved";

  /** In the note of an invitation: there is no time left to remind them later. */
  public static final String LATE = "late";

  private final Desk desk;

  public Invitations(Desk desk) {
    this.desk = desk;
  }

  /** Keeps the meeting, and tells whoever is invited, uninvited, or concerned by a move. */
  void change(Records records, Optional<Meeting> before, Meeting now) {
    records.meetings().save(now);
    for (String user : now.attendees()) {
      boolean known = before.isPresent() && before.get().attendees().contains(user);
      if (!known || isOther(before.get(), now)) {
        invite(records, now, user, known ? MOVED : "");
        Calendars.tell(records, now, user, desk.now());
      }
    }
    before.stream()
        .flatMap(meeting -> meeting.attendees().stream())
        .filter(user -> !now.attendees().contains(user))
        .forEach(
            user -> {
              put(records, now, Kind.MEETING_CANCELLED, user, "uninvited");
              Calendars.tell(records, now, user, desk.now());
            });
  }

  private static boolean isOther(Meeting before, Meeting now) {
    return !before.at().equals(now.at())
        || !before.where().equals(now.where())
        || !before.length().equals(now.length());
  }

  /** Whoever got a role is invited, if a meeting is ahead that they are not invited to yet. */
  public void join(Records records, Draft draft, Roles roles) {
    Optional<Meeting> ahead =
        records.meetings().of(draft.id()).filter(meeting -> meeting.isAhead(desk.now()));
    Set<String> people = new LinkedHashSet<>(ahead.map(Meeting::attendees).orElse(List.of()));
    int before = people.size();
    Stream.of(roles.owner(), roles.moderator(), roles.noteTaker())
        .filter(Objects::nonNull)
        .filter(user -> !user.isEmpty())
        .forEach(people::add);
    if (ahead.isPresent() && people.size() > before) {
      change(records, ahead, ahead.get().with(List.copyOf(people)));
    }
  }

  /**
   * Who could no longer be reminded gets the reminder with the invitation: it takes the reminder's
   * key, so that there never is another for this time.
   */
  private void invite(Records records, Meeting meeting, String user, String note) {
    Countdown countdown = new Countdown(meeting, desk.template().meeting());
    String late = note.isEmpty() ? LATE : note + " " + LATE;
    boolean sent =
        countdown.isLate(desk.now(), zone(records, meeting, user))
            && records
                .outbox()
                .put(
                    new Letter(
                        RemindAttendees.key(meeting, user),
                        meeting.incident(),
                        Kind.INVITATION,
                        user,
                        late),
                    desk.now());
    if (!sent) {
      put(records, meeting, Kind.INVITATION, user, note);
    }
  }

  private void put(Records records, Meeting now, Kind kind, String user, String note) {
    String key = "invite/" + now.incident() + "/" + now.revision() + "/" + user;
    records.outbox().put(new Letter(key, now.incident(), kind, user, note), desk.now());
  }

  /** Where somebody is; where the meeting is, if that is not known. */
  static ZoneId zone(Records records, Meeting meeting, String user) {
    return records.people().find(user).map(Person::zone).orElse(meeting.zone());
  }
}
