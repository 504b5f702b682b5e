package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Roles;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.meeting.Policy;
import dev.postmortem.meeting.Slot;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.meet.CancelMeeting;
import dev.postmortem.workflow.meet.ScheduleMeeting;
import dev.postmortem.workflow.meet.ScheduleMeeting.Plan;
import dev.postmortem.workflow.writing.AssignRole;
import dev.postmortem.workflow.writing.Participants;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sets, moves or cancels the review meeting. */
public final class MeetingModal implements Modal {
  private final Desk desk;
  private final Participants participants;
  private final ScheduleMeeting schedule;
  private final CancelMeeting cancel;

  public MeetingModal(
      Desk desk, Participants participants, ScheduleMeeting schedule, CancelMeeting cancel) {
    this.desk = desk;
    this.participants = participants;
    this.schedule = schedule;
    this.cancel = cancel;
  }

  @Override
  public String callback() {
    return "pm_meeting";
  }

  /**
   * The modal, with what is planned, or with a proposal.
   *
   * @param stakeholders people who are always proposed
   */
  public ObjectNode draw(Draft draft, ZoneId ownersZone, List<String> stakeholders) {
    Optional<Meeting> planned =
        desk.store()
            .read(records -> records.meetings().of(draft.id()))
            .filter(meeting -> !meeting.cancelled());
    Instant at =
        planned.map(Meeting::at).orElseGet(() -> Slot.propose(desk.now(), ownersZone, policy()));
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.section(intro(planned.isPresent(), at, ownersZone)));
    blocks.add(Inputs.required("at", "When", Inputs.moment(at)));
    blocks.add(Inputs.required("length", "How long", length(planned)));
    Inputs.Choice keep = new Inputs.Choice("cancel", "Cancel the meeting");
    blocks.add(
        Inputs.required("attendees", "Who", Inputs.users(attendees(draft, planned, stakeholders))));
    blocks.add(
        Inputs.hinted(
            Inputs.optional("moderator", "Moderator", Inputs.user(draft.roles().moderator())),
            "Leads the talk. Best somebody who did not work on the incident."));
    blocks.add(
        Inputs.hinted(
            Inputs.optional("notetaker", "Note-taker", Inputs.user(draft.roles().noteTaker())),
            "Writes down what is said. Somebody else than the moderator."));
    blocks.add(
        Inputs.optional("where", "Where", Inputs.line(planned.map(Meeting::where).orElse(""))));
    if (planned.isPresent()) {
      blocks.add(Inputs.optional("cancel", "Not at all", Inputs.boxes(List.of(keep), List.of())));
    }
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    String title = planned.isPresent() ? "Move the meeting" : "Plan the meeting";
    return Inputs.modal(new Inputs.Frame(callback(), title, "Save", metadata), blocks);
  }

  private Policy policy() {
    return desk.template().meeting();
  }

  private String intro(boolean planned, Instant at, ZoneId zone) {
    return (planned ? "It is planned for " : "Proposed: ")
        + Printed.withWeekday(at, zone)
        + ". Soon is good, people forget. Everybody invited is told now and reminded "
        + before(policy().notice().toHours())
        + " before.";
  }

  private static String before(long hours) {
    return hours == 24 ? "a day" : hours == 1 ? "an hour" : hours + " hours";
  }

  /** What Slack shows as chosen must be among the choices, whatever the house thinks of it. */
  private ObjectNode length(Optional<Meeting> planned) {
    Duration chosen = planned.map(Meeting::length).orElse(policy().length().proposed());
    List<Inputs.Choice> choices =
        Stream.concat(
                Stream.of(15L, 30L, 45L, 60L, 90L)
                    .filter(minutes -> minutes <= policy().length().refused().toMinutes()),
                Stream.of(policy().length().proposed().toMinutes(), chosen.toMinutes()))
            .distinct()
            .sorted()
            .map(minutes -> new Inputs.Choice(String.valueOf(minutes), minutes + " minutes"))
            .toList();
    return Inputs.select(choices, String.valueOf(chosen.toMinutes()));
  }

  private Set<String> attendees(Draft draft, Optional<Meeting> planned, List<String> stakeholders) {
    if (planned.isPresent()) {
      return new LinkedHashSet<>(planned.get().attendees());
    }
    Set<String> people = new LinkedHashSet<>();
    people.add(draft.roles().owner());
    people.addAll(participants.of(draft));
    people.addAll(stakeholders);
    return people;
  }

  @Override
  public Reply submitted(Form form) {
    Which which = form.which();
    if (form.choices("cancel").contains("cancel")) {
      return EditModal.fault(cancel.cancel(which), "at").orElse(Reply.CLOSE);
    }
    Outcome outcome = schedule.schedule(which, plan(form, desk.find(which).map(Draft::roles)));
    String block = outcome.said().equals(AssignRole.CLASH) ? "notetaker" : "at";
    return EditModal.fault(outcome, block).orElse(Reply.CLOSE);
  }

  /** A role that nobody touched stays as it is now. */
  private Plan plan(Form form, Optional<Roles> now) {
    String moderator =
        form.isUntouched("moderator")
            ? now.map(Roles::moderator).orElse(null)
            : form.user("moderator").orElse(null);
    String noteTaker =
        form.isUntouched("notetaker")
            ? now.map(Roles::noteTaker).orElse(null)
            : form.user("notetaker").orElse(null);
    Set<String> people = new LinkedHashSet<>(form.users("attendees"));
    Stream.of(moderator, noteTaker).filter(Objects::nonNull).forEach(people::add);
    return new Plan(
        form.moment("at").orElse(Instant.EPOCH),
        form.choice("length")
            .map(minutes -> Duration.ofMinutes(Long.parseLong(minutes)))
            .orElse(policy().length().proposed()),
        List.copyOf(people),
        form.text("where"),
        moderator,
        noteTaker);
  }
}
