package dev.postmortem.workflow.meet;

import dev.postmortem.draft.Draft;
import dev.postmortem.draft.Roles;
import dev.postmortem.meeting.Meeting;
import dev.postmortem.meeting.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as somebody wants it.
 *
 * @param at the epoch while none is planned
 * @param reason why it is late or long all the same, empty for none
 */
public record Wish(Instant at, Duration length, String where, String reason, People people) {

  /**
   * Who meets.
   *
   * @param invited user ids; those with a role need not be among them
   */
  public record People(
      List<String> invited, @Nullable String moderator, @Nullable String noteTaker) {
    public People {
      invited = List.copyOf(invited);
    }

    /** Everybody who has to be there, each once. */
    List<String> all() {
      List<String> all = new ArrayList<>(invited);
      Stream.of(moderator, noteTaker).filter(Objects::nonNull).forEach(all::add);
      return all.stream().distinct().toList();
    }
  }

  /** What is planned, if it is still ahead. */
  static Wish of(Draft draft, Optional<Meeting> ahead, Policy policy) {
    Roles roles = draft.roles();
    List<String> invited = ahead.map(Meeting::attendees).orElse(List.of());
    return new Wish(
        ahead.map(Meeting::at).orElse(Instant.EPOCH),
        ahead.map(Meeting::length).orElse(policy.length().proposed()),
        ahead.map(Meeting::where).orElse(""),
        ahead.map(Meeting::reason).orElse(""),
        new People(invited, roles.moderator(), roles.noteTaker()));
  }

  /** Whether a meeting is ahead that this one takes the place of. */
  public boolean isPlanned() {
    return !at.equals(Instant.EPOCH);
  }

  Roles roles(Roles before) {
    return before.withModerator(people.moderator()).withNoteTaker(people.noteTaker());
  }
}
