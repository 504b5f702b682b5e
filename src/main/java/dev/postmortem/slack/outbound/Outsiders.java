package dev.postmortem.slack.outbound;

import dev.postmortem.draft.Draft;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.slack.views.Answer;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Rooms;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells whoever plans the meeting of a private war room that somebody invited is not in it, and so
 * cannot read the draft. Slack is asked after the window has its answer.
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

  /** Says nothing when everybody can read the draft. */
  public void warn(Draft draft, String by) {
    if (draft.room().isPrivate()) {
      errands.run("look for outsiders", () -> look(draft, by));
    }
  }

  private void look(Draft draft, String by) throws SlackFault {
    List<String> outside =
        desk
            .store()
            .read(records -> records.meetings().of(draft.id()))
            .map(Meeting::attendees)
            .orElse(List.of())
            .stream()
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
