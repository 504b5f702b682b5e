package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Roles;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Outcome.Refused;
import dev.postmortem.workflow.Which;
import java.util.function.UnaryOperator;

/** Names the point person, the moderator and the note-taker. */
public final class AssignRole {
  /** Why the moderator cannot also take the notes. */
  public static final String CLASH =
      "The moderator and the note-taker must be two people: who leads the talk cannot also write it down. Nothing was"
          + " changed; name somebody else for one of the two.";

  private final Desk desk;

  public AssignRole(Desk desk) {
    this.desk = desk;
  }

  /** Changes the roles; refused when one person would lead the meeting and write it down. */
  public Outcome assign(Which which, UnaryOperator<Roles> change) {
    return desk.change(
        which,
        (records, draft) -> {
          Roles roles = change.apply(draft.roles());
          if (roles.clash()) {
            return new Refused(CLASH);
          }
          records.drafts().save(draft.with(roles));
          return new Done(draft.with(roles), "Noted.");
        });
  }
}
