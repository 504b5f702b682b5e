package dev.postmortem.workflow.meet;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.State;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.meeting.Plan;
import dev.postmortem.meeting.Policy;
import dev.postmortem.meeting.Slot;
import dev.postmortem.meeting.Verdict;
import dev.postmortem.timeline.Person;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Sets the review meeting, or moves it, or changes who comes; whoever that concerns is told. What
 * is wanted is said as a change of what is planned at that moment, so that two people who plan at
 * once lose nothing.
 */
public final class ScheduleMeeting {
  private final Desk desk;
  private final RemindAttendees reminders;
  private final Invitations invitations;

  public ScheduleMeeting(Desk desk, RemindAttendees reminders) {
    this.desk = desk;
    this.reminders = reminders;
    this.invitations = new Invitations(desk);
  }

  /** When to meet: in the point person's working hours, and so that all can be reminded. */
  public Instant propose(Records records, Draft draft, Collection<String> people) {
    List<ZoneId> zones =
        people.stream()
            .map(user -> records.people().find(user).map(Person::zone).orElse(null))
            .filter(Objects::nonNull)
            .toList();
    return Slot.propose(desk.now(), zone(records, draft), policy(), zones);
  }

  /** The zone of the point person, as far as it is known. */
  public static ZoneId zone(Records records, Draft draft) {
    return records
        .people()
        .find(draft.roles().owner())
        .map(Person::zone)
        .orElse(draft.headline().zone());
  }

  /** The meeting that is planned and still ahead. */
  public Optional<Meeting> ahead(Records records, Draft draft) {
    return records.meetings().of(draft.id()).filter(meeting -> meeting.isAhead(desk.now()));
  }

  /** What is to be said about a change; nothing is changed. */
  public Verdict weigh(Which which, UnaryOperator<Wish> change) {
    return desk.store()
        .read(
            records ->
                which
                    .in(records)
                    .map(draft -> weigh(records, draft, wish(records, draft, change)))
                    .orElse(Verdict.FINE));
  }

  /** Sets or moves the meeting. Whoever can no longer be reminded later is told all at once. */
  public Outcome schedule(Which which, UnaryOperator<Wish> change) {
    Outcome outcome =
        desk.lock(
            which,
            (records, draft) ->
                draft.state() == State.CANCELLED
                    ? desk.mayChange(draft)
                    : schedule(records, draft, wish(records, draft, change)));
    if (outcome instanceof Done done) {
      reminders.setAlarm(done.draft().id(), desk.now());
    }
    return outcome;
  }

  private Wish wish(Records records, Draft draft, UnaryOperator<Wish> change) {
    Wish wish = change.apply(Wish.of(draft, ahead(records, draft), policy()));
    List<String> people =
        wish.people().all().stream()
            .filter(user -> !records.people().find(user).map(Person::bot).orElse(false))
            .toList();
    return new Wish(
        wish.at(),
        wish.length(),
        wish.where(),
        wish.reason(),
        new Wish.People(people, wish.people().moderator(), wish.people().noteTaker()));
  }

  private Policy policy() {
    return desk.template().meeting();
  }

  private Verdict weigh(Records records, Draft draft, Wish wish) {
    Wish.People people = wish.people();
    Plan plan =
        new Plan(
            wish.at(),
            wish.length(),
            zone(records, draft),
            people.moderator(),
            people.noteTaker(),
            wish.reason());
    Instant resolved = draft.headline().resolved();
    Instant over = resolved == null ? desk.now() : resolved;
    Verdict verdict =
        Verdict.of(plan, desk.now(), over, policy()).advising(advice(records, draft, people));
    return people.all().isEmpty()
        ? verdict.refusing(Verdict.Part.ATTENDEES, "Nobody is invited. Choose at least one person.")
        : verdict;
  }

  private static List<String> advice(Records records, Draft draft, Wish.People people) {
    List<String> sentences = new ArrayList<>();
    Optional.ofNullable(people.moderator())
        .flatMap(moderator -> ProposeAttendees.involved(records, draft, moderator))
        .ifPresent(sentences::add);
    sentences.addAll(ProposeAttendees.advise(records, draft, people.all()));
    return sentences;
  }

  private Outcome schedule(Records records, Draft draft, Wish wish) {
    Verdict verdict = weigh(records, draft, wish);
    if (verdict.isRefused()) {
      return new Refused(String.join(" ", verdict.refusals().values()));
    }
    records.drafts().save(draft.with(wish.roles(draft.roles())));
    invitations.change(records, ahead(records, draft), meeting(records, draft, wish));
    return new Done(draft, "The meeting is set; everybody invited is told.");
  }

  private Meeting meeting(Records records, Draft draft, Wish wish) {
    Optional<Meeting> last = records.meetings().of(draft.id());
    Instant planned =
        last.filter(meeting -> !meeting.cancelled() && meeting.at().equals(wish.at()))
            .map(Meeting::planned)
            .orElse(desk.now());
    return new Meeting(
        draft.id(),
        last.map(Meeting::revision).orElse(-1) + 1,
        wish.at(),
        wish.length(),
        draft.headline().zone(),
        wish.people().all(),
        wish.where(),
        false,
        wish.reason(),
        planned);
  }
}
