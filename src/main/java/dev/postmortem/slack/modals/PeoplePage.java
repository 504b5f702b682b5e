package dev.postmortem.slack.modals;

import static dev.postmortem.slack.views.Inputs.line;
import static dev.postmortem.slack.views.Inputs.optional;
import static dev.postmortem.slack.views.Inputs.required;
import static dev.postmortem.slack.views.Inputs.user;
import static dev.postmortem.slack.views.Inputs.users;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Roles;
import dev.postmortem.slack.views.Inputs;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.follow.HandOver;
import dev.postmortem.workflow.meet.ProposeAttendees;
import dev.postmortem.workflow.writing.AssignRole;
import dev.postmortem.workflow.writing.Participants;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page with who took part and who does what. */
public final class PeoplePage {
  private final Participants participants;
  private final AssignRole roles;
  private final HandOver handOver;
  private final Named named;
  private final Desk desk;

  public PeoplePage(Desk desk, Verbs verbs, Named named) {
    this.desk = desk;
    this.participants = verbs.participants();
    this.roles = verbs.roles();
    this.handOver = verbs.handOver();
    this.named = named;
  }

  /** What can be done about people. */
  public record Verbs(Participants participants, AssignRole roles, HandOver handOver) {}

  /** Is told who was given a role, and by whom. */
  @FunctionalInterface
  public interface Named {
    void named(Draft draft, String by, Collection<String> users);
  }

  List<JsonNode> draw(Draft draft) {
    Roles now = draft.roles();
    List<JsonNode> blocks = new ArrayList<>();
    blocks.add(
        Inputs.hinted(
            optional("participants", "Participants", users(participants.of(draft))),
            "Everybody who spoke in the war room is proposed."));
    blocks.add(optional("whose", "Correct somebody's role", user(null)));
    blocks.add(
        Inputs.hinted(
            optional("role", "Role", line("").put("max_length", 100)),
            "As readers should see it, for example: Database engineer."));
    blocks.add(Inputs.hinted(required("owner", "Point person", user(now.owner())), asked(draft)));
    blocks.add(optional("moderator", "Moderator of the meeting", user(now.moderator())));
    blocks.add(
        Inputs.hinted(
            optional("notetaker", "Note-taker of the meeting", user(now.noteTaker())),
            "Somebody else than the moderator."));
    return blocks;
  }

  /** Somebody else who is named has to accept; until then the field shows who it is now. */
  private String asked(Draft draft) {
    return desk.store()
        .read(records -> HandOver.open(records, draft))
        .map(offer -> desk.name(offer.to()) + " is asked to take over and has not answered yet.")
        .orElse("Somebody else gets a message and has to accept.");
  }

  private Outcome handOver(Draft draft, Form form) {
    Optional<String> owner = form.user("owner");
    return owner.isEmpty() || form.isUntouched("owner")
        ? desk.mayChange(draft)
        : handOver.offer(form.which(), form.user(), owner.get());
  }

  Optional<Reply> save(Draft draft, Form form) {
    Outcome assigned = assign(form);
    Optional<Reply> fault = EditModal.fault(assigned, "notetaker");
    if (fault.isPresent()) {
      return fault;
    }
    if (assigned instanceof Outcome.Done done) {
      tell(draft.roles(), done.draft(), form.user());
    }
    fault = EditModal.fault(handOver(draft, form), "owner");
    if (fault.isPresent()) {
      return fault;
    }
    Which which = form.which();
    fault =
        EditModal.fault(
            participants.change(
                which, form.usersBefore("participants"), form.users("participants")),
            "participants");
    if (fault.isPresent()) {
      return fault;
    }
    Optional<String> whose = form.user("whose");
    return whose.isEmpty()
        ? Optional.empty()
        : EditModal.fault(participants.role(which, whose.get(), form.text("role")), "role");
  }

  private void tell(Roles before, Draft now, String by) {
    Set<String> users = people(now.roles());
    users.removeAll(people(before));
    if (!users.isEmpty()) {
      named.named(now, by, users);
    }
  }

  private static Set<String> people(Roles roles) {
    return Stream.of(roles.moderator(), roles.noteTaker())
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What should be known of the one who was just made moderator, if anything. */
  Optional<String> advice(Draft before, Draft now) {
    return Optional.ofNullable(now.roles().moderator())
        .filter(moderator -> !moderator.equals(before.roles().moderator()))
        .flatMap(
            moderator ->
                desk.store().read(records -> ProposeAttendees.involved(records, now, moderator)));
  }

  private Outcome assign(Form form) {
    return roles.assign(
        form.which(),
        before ->
            new Roles(
                before.owner(),
                form.isUntouched("moderator")
                    ? before.moderator()
                    : form.user("moderator").orElse(null),
                form.isUntouched("notetaker")
                    ? before.noteTaker()
                    : form.user("notetaker").orElse(null)));
  }
}
