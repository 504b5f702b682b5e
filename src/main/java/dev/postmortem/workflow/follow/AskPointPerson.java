package dev.postmortem.workflow.follow;

import dev.postmortem.delivery.Letter;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.draft.follow.Unfinished;
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
import java.util.Optional;

/**
 * Once a working day the point person is asked about a draft that is neither published nor
 * cancelled, unless they said when they want to be asked again.
 */
public final class AskPointPerson {
  private final Desk desk;
  private final Mornings mornings;

  public AskPointPerson(Desk desk) {
    this.desk = desk;
    this.mornings = Mornings.of(desk.template().meeting());
  }

  /** Writes the letters for those whose morning it is; the key holds the day, so once a day. */
  void ask() {
    desk.store()
        .change(
            records ->
                records.followups().unfinished().forEach(draft -> ask(records, draft, desk.now())));
  }

  private void ask(Records records, Unfinished draft, Instant now) {
    ZoneId zone = Zones.of(records, draft.owner(), draft.zone());
    mornings
        .today(now, zone)
        .filter(draft::isDue)
        .ifPresent(
            day -> {
              String key = "nudge/" + draft.incident() + "/" + draft.owner() + "/" + day;
              records
                  .outbox()
                  .put(
                      new Letter(
                          key, draft.incident(), Letter.Kind.NUDGE, draft.owner(), day.toString()),
                      now);
            });
  }

  /** Whether a letter that was written for that day still makes sense now that it is sent. */
  public boolean isTimely(Draft draft, String reader, String day) {
    return draft.state() == State.RESOLVED
        && draft.roles().owner().equals(reader)
        && desk.store()
            .read(records -> today(records, draft))
            .filter(today -> today.toString().equals(day))
            .isPresent();
  }

  private Optional<LocalDate> today(Records records, Draft draft) {
    ZoneId zone = Zones.of(records, draft.roles().owner(), draft.headline().zone());
    return mornings.today(desk.now(), zone);
  }

  /** The point person wants to be asked later; refused to others. */
  public Outcome putOff(Which which, String by, Later later) {
    return desk.lock(
        which,
        (records, draft) -> {
          if (!draft.roles().owner().equals(by)) {
            return new Refused(
                "You are not the point person of "
                    + draft.name()
                    + " any more, so you are not asked. Nothing was changed.");
          }
          if (draft.state() != State.RESOLVED) {
            return new Done(
                draft,
                draft.name() + " is " + draft.state().word() + ", so you are not asked about it.");
          }
          ZoneId zone = Zones.of(records, by, draft.headline().zone());
          LocalDate day = later.from(LocalDate.ofInstant(desk.now(), zone));
          records.followups().pause(draft.id(), by, day);
          String when = Printed.withWeekday(mornings.next(desk.now(), day, zone), zone);
          return new Done(draft, "I ask you about " + draft.name() + " again on " + when + ".");
        });
  }
}
