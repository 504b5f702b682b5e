package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.draft.Roles;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import dev.postmortem.workflow.meet.Invitations;
import dev.postmortem.workflow.meet.ProposeAttendees;
import java.util.function.UnaryOperator;

/** Names the point person, the moderator and the note-taker. */
public final class AssignRole {
  /** Why the moderator cannot also take the notes. */
  public static final String CLASH =
      "The moderator and the note-taker must be two people: who leads the talk cannot also write it down. Nothing was"
          + " changed; name somebody else for one of the two.";

  private final Desk desk;
  private final Invitations invitations;

  public AssignRole(Desk desk) {
    this.desk = desk;
    this.invitations = new Invitations(desk);
  }

  /**
   * Changes the roles; refused when one person would lead the meeting and write it down. Whoever
   * has a role is invited. What is said beyond that it is done is advice, empty for none.
   */
  public Outcome assign(Which which, UnaryOperator<Roles> change) {
    return desk.change(
        which,
        (records, draft) -> {
          Roles roles = change.apply(draft.roles());
          if (roles.clash()) {
            return new Refused(CLASH);
          }
          records.drafts().save(draft.with(roles));
          invitations.join(records, draft, roles);
          return new Done(draft.with(roles), noted(records, draft, roles));
        });
  }

  /** Somebody who worked on the incident much can lead the talk, but should know what it takes. */
  private static String noted(Records records, Draft draft, Roles roles) {
    String moderator = roles.moderator();
    return moderator == null || moderator.equals(draft.roles().moderator())
        ? ""
        : ProposeAttendees.involved(records, draft, moderator).orElse("");
  }
}
