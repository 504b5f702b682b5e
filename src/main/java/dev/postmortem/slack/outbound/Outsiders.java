package dev.postmortem.slack.outbound;

import dev.postmortem.draft.Draft;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Rooms;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tells whoever plans the meeting of a private war room, or gives somebody a role in it, that
 * somebody invited is not in the room, and so cannot read the draft. Slack is asked after the
 * person has their answer.
 */
public final class Outsiders {
  private final Desk desk;
  private final Rooms rooms;
  private final Errands errands;
  private final PrivateReplies replies;

  public Outsiders(Desk desk, Rooms rooms, Errands errands, PrivateReplies replies) {
    this.desk = desk;
    this.rooms = rooms;
    this.errands = errands;
    this.replies = replies;
  }

  /** Whoever set or changed the meeting hears of everybody who is outside; nothing if nobody is. */
  public void warn(Draft draft, String by) {
    warn(draft, by, user -> true);
  }

  /** Whoever gave these people a role hears which of them are invited by it, and outside. */
  public void warnOf(Draft draft, String by, Collection<String> named) {
    warn(draft, by, Set.copyOf(named)::contains);
  }

  private void warn(Draft draft, String by, Predicate<String> concerned) {
    if (draft.room().isPrivate()) {
      errands.run("look for outsiders", () -> look(draft, by, concerned));
    }
  }

  private void look(Draft draft, String by, Predicate<String> concerned) throws SlackFault {
    List<String> outside =
        desk
            .store()
            .read(records -> records.meetings().of(draft.id()))
            .filter(meeting -> meeting.isAhead(desk.now()))
            .map(Meeting::attendees)
            .orElse(List.of())
            .stream()
            .filter(concerned)
            .filter(user -> !rooms.hasMember(draft.room().channel(), user))
            .toList();
    if (!outside.isEmpty()) {
      String names = outside.stream().map(desk::name).collect(Collectors.joining(", "));
      WayBack back = new WayBack(by, draft.room().channel(), "", null, "", "");
      replies.reply(back, Answer.say(sentence(draft, names)));
    }
  }

  private static String sentence(Draft draft, String names) {
    return "Invited to the review of "
        + draft.name()
        + ", but not in its private channel: "
        + names
        + ". They hear when and where, and nothing of the incident, and cannot read the draft. Add"
        + " them to #"
        + draft.room().name()
        + ", if they may know of it.";
  }
}
