package dev.postmortem.workflow.meet;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Records;
import dev.postmortem.review.invite.Candidate;
import dev.postmortem.review.invite.Candidate.Link;
import dev.postmortem.review.invite.Candidate.Part;
import dev.postmortem.review.invite.Function;
import dev.postmortem.review.invite.Invitation;
import dev.postmortem.review.invite.Involvement;
import dev.postmortem.workflow.KnownNames;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom to invite, and what is to be said about those who are. */
public final class ProposeAttendees {
  private final Mentions mentions;
  private final Stakeholders stakeholders;

  public ProposeAttendees(Mentions mentions, Stakeholders stakeholders) {
    this.mentions = mentions;
    this.stakeholders = stakeholders;
  }

  /** Those who had a part in the incident or have a stake in it, the most concerned first. */
  public Invitation propose(Records records, Draft draft) {
    Gathering gathering = new Gathering(records, draft);
    gathering.roles();
    stakeholders.people().forEach(user -> gathering.add(user, Link.STAKEHOLDER));
    gathering.takingPart();
    gathering.named(mentions);
    return Invitation.of(gathering.people());
  }

  /** Groups of stakeholders whose people have to be invited by hand. */
  public List<String> unseenGroups() {
    return stakeholders.unseen();
  }

  /**
   * That those who are invited are many, or that some part of the company is missing. Of the latter
   * nothing is said while one of them is a stranger, who may be just that part.
   */
  public static List<String> advise(Records records, Draft draft, Collection<String> invited) {
    Gathering gathering = new Gathering(records, draft);
    List<Candidate> people =
        invited.stream().map(user -> gathering.candidate(user, Set.of(), Part.NONE)).toList();
    boolean known = invited.stream().allMatch(user -> records.people().find(user).isPresent());
    return Invitation.advise(people, known ? Function.DEFAULT : List.of());
  }

  /** That somebody worked on the incident too much to lead the talk about it. */
  public static Optional<String> involved(Records records, Draft draft, String moderator) {
    String name = new KnownNames(records).user(moderator).orElse(moderator);
    return Involvement.of(moderator, name, records.timelines().voices(draft.id()));
  }
}
