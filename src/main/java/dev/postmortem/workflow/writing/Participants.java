package dev.postmortem.workflow.writing;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Participant;
import dev.postmortem.draft.Records;
import dev.postmortem.timeline.Kind;
import dev.postmortem.workflow.Desk;
import dev.postmortem.workflow.Outcome;
import dev.postmortem.workflow.Outcome.Done;
import dev.postmortem.workflow.Which;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who took part: everybody who spoke, unless somebody says otherwise. */
public final class Participants {
  private final Desk desk;

  public Participants(Desk desk) {
    this.desk = desk;
  }

  /** The ids of all who took part, in the order in which they were first heard. */
  public List<String> of(Draft draft) {
    return desk.store().read(records -> List.copyOf(of(records, draft)));
  }

  private static Set<String> of(Records records, Draft draft) {
    Set<String> users = spoke(records, draft);
    for (Participant word : draft.participants()) {
      if (word.removed()) {
        users.remove(word.user());
      } else {
        users.add(word.user());
      }
    }
    return users;
  }

  private static Set<String> spoke(Records records, Draft draft) {
    Set<String> users = new LinkedHashSet<>();
    records.timelines().voices(draft.id()).stream()
        .filter(voice -> voice.kind() != Kind.ALERT)
        .forEach(voice -> users.add(voice.author()));
    return users;
  }

  /**
   * Adds and removes participants; whoever spoke meanwhile, and so was not on the list, stays.
   *
   * @param before the list that somebody saw
   * @param users what they made of it
   */
  public Outcome change(Which which, Collection<String> before, Collection<String> users) {
    return desk.change(
        which,
        (records, draft) -> {
          Set<String> all = new LinkedHashSet<>(before);
          all.addAll(users);
          for (String user : all) {
            if (before.contains(user) != users.contains(user)) {
              records
                  .drafts()
                  .save(
                      draft.id(), new Participant(user, role(draft, user), !users.contains(user)));
            }
          }
          return new Done(draft, "Saved.");
        });
  }

  /** Says what somebody does; blank takes the profile's title again. */
  public Outcome role(Which which, String user, String role) {
    return desk.change(
        which,
        (records, draft) -> {
          String said = role.isBlank() ? null : role.strip();
          records.drafts().save(draft.id(), new Participant(user, said, false));
          return new Done(draft, "Saved.");
        });
  }

  private static @Nullable String role(Draft draft, String user) {
    Optional<Participant> before =
        draft.participants().stream().filter(p -> p.user().equals(user)).findFirst();
    return before.map(Participant::role).orElse(null);
  }
}
