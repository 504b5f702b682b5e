package dev.postmortem.slack.modals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.meeting.Policy;
import dev.postmortem.meeting.Verdict;
import dev.postmortem.review.invite.Invitation;
import dev.postmortem.slack.views.Buttons;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.slack.views.Kit;
import dev.postmortem.timeline.Printed;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.meet.CancelMeeting;
import dev.postmortem.workflow.meet.ProposeAttendees;
import dev.postmortem.workflow.meet.ScheduleMeeting;
import dev.postmortem.workflow.meet.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Sets, moves or cancels the review meeting. */
public final class MeetingModal implements Modal {
  private static final List<Long> LENGTHS = List.of(15L, 30L, 45L, 60L, 90L, 120L, 180L);
  private final Desk desk;
  private final ProposeAttendees proposal;
  private final ScheduleMeeting schedule;
  private final CancelMeeting cancel;
  private final BiConsumer<Draft, String> planned;

  /**
   * The window.
   *
   * @param planned told whose meeting was set or changed, and by whom
   */
  public MeetingModal(Desk desk, Doings doings, BiConsumer<Draft, String> planned) {
    this.desk = desk;
    this.proposal = doings.proposal();
    this.schedule = doings.schedule();
    this.cancel = doings.cancel();
    this.planned = planned;
  }

  /** What can be done about a meeting. */
  public record Doings(ProposeAttendees proposal, ScheduleMeeting schedule, CancelMeeting cancel) {}

  @Override
  public String callback() {
    return "pm_meeting";
  }

  /** The modal, with what is planned, or with a proposal. */
  public ObjectNode draw(Draft draft) {
    return desk.store().read(records -> draw(records, draft));
  }

  private ObjectNode draw(Records records, Draft draft) {
    Optional<Meeting> planned = schedule.ahead(records, draft);
    Invitation invitation = proposal.propose(records, draft);
    Set<String> people = new LinkedHashSet<>(planned.map(Meeting::attendees).orElse(List.of()));
    if (planned.isEmpty()) {
      invitation.proposed().forEach(one -> people.add(one.candidate().user()));
    }
    Instant at = planned.map(Meeting::at).orElseGet(() -> schedule.propose(records, draft, people));
    List<JsonNode> blocks = new ArrayList<>();
    String when = Printed.withWeekday(at, ScheduleMeeting.zone(records, draft));
    blocks.add(Kit.section(intro(planned.isPresent(), when)));
    blocks.add(Inputs.required("at", "When", Inputs.moment(at)));
    blocks.add(Inputs.required("length", "How long", length(planned)));
    blocks.add(Inputs.required("attendees", "Who", Inputs.users(people)));
    new Whom(records, draft)
        .lines(people, invitation, proposal.unseenGroups())
        .forEach(line -> blocks.add(Kit.context(line)));
    roles(draft, blocks);
    rest(planned, blocks);
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.id());
    String title = planned.isPresent() ? "Move the meeting" : "Plan the meeting";
    return Inputs.modal(new Inputs.Frame(callback(), title, "Save", metadata), blocks);
  }

  private static void roles(Draft draft, List<JsonNode> blocks) {
    blocks.add(
        Inputs.hinted(
            Inputs.optional("moderator", "Moderator", Inputs.user(draft.roles().moderator())),
            "Leads the talk. Best somebody who did not work on the incident."));
    blocks.add(
        Inputs.hinted(
            Inputs.optional("notetaker", "Note-taker", Inputs.user(draft.roles().noteTaker())),
            "Writes down what is said. Somebody else than the moderator."));
  }

  private void rest(Optional<Meeting> planned, List<JsonNode> blocks) {
    blocks.add(
        Inputs.optional("where", "Where", Inputs.line(planned.map(Meeting::where).orElse(""))));
    blocks.add(
        Inputs.hinted(
            Inputs.optional(
                "reason", "Reason", Inputs.line(planned.map(Meeting::reason).orElse(""))),
            "Only needed more than "
                + policy().delay().refused()
                + " days after the incident, or for more than "
                + policy().length().refused().toMinutes()
                + " minutes."));
    if (planned.isPresent()) {
      Inputs.Choice keep = new Inputs.Choice("cancel", "Cancel the meeting");
      blocks.add(Inputs.optional("cancel", "Not at all", Inputs.boxes(List.of(keep), List.of())));
    }
  }

  private Policy policy() {
    return desk.template().meeting();
  }

  private String intro(boolean planned, String when) {
    return (planned ? "It is planned for " : "Proposed: ")
        + when
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
                LENGTHS.stream(),
                Stream.of(policy().length().proposed().toMinutes(), chosen.toMinutes()))
            .distinct()
            .sorted()
            .map(minutes -> new Inputs.Choice(String.valueOf(minutes), minutes + " minutes"))
            .toList();
    return Inputs.select(choices, String.valueOf(chosen.toMinutes()));
  }

  @Override
  public Reply submitted(Form form) {
    Which which = form.which();
    if (form.choices("cancel").contains("cancel")) {
      return EditModal.fault(cancel.cancel(which), "at").orElse(Reply.CLOSE);
    }
    UnaryOperator<Wish> change =
        before -> MeetingWish.of(form, before, policy().length().proposed());
    Verdict verdict = schedule.weigh(which, change);
    if (verdict.isRefused()) {
      return Reply.faults(faults(verdict));
    }
    Outcome outcome = schedule.schedule(which, change);
    if (outcome instanceof Outcome.Done done) {
      planned.accept(done.draft(), form.user());
    }
    return EditModal.fault(outcome, "at").orElseGet(() -> done(which, verdict));
  }

  private static Map<String, String> faults(Verdict verdict) {
    Map<String, String> faults = new LinkedHashMap<>();
    verdict
        .refusals()
        .forEach(
            (part, sentence) ->
                faults.put(
                    switch (part) {
                      case TIME -> "at";
                      case LENGTH -> "length";
                      case ROLES -> "notetaker";
                      case ATTENDEES -> "attendees";
                    },
                    sentence));
    return faults;
  }

  /** What should be known is said at once, and can be followed with one click. */
  private Reply done(Which which, Verdict verdict) {
    Optional<Draft> draft = desk.find(which);
    if (verdict.advice().isEmpty() || draft.isEmpty()) {
      return Reply.CLOSE;
    }
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(Kit.section("The meeting is set, and everybody invited is told. To think about:"));
    verdict.advice().forEach(sentence -> blocks.add(Kit.section("• " + sentence)));
    String id = String.valueOf(draft.get().id());
    blocks.add(Kit.actions("again", Kit.button("Change the meeting", Buttons.MEETING, id)));
    ObjectNode metadata = Kit.JSON.createObjectNode().put("id", draft.get().id());
    return Reply.update(
        Inputs.modal(new Inputs.Frame(callback(), "The meeting is set", "", metadata), blocks));
  }
}
