package dev.postmortem.draft;

import org.jspecify.annotations.Nullable;

/**
 * Who does what, by user id. The moderator leads the meeting and cannot also write it down.
 *
 * @param owner the point person, empty when nobody knows any more
 */
public record Roles(String owner, @Nullable String moderator, @Nullable String noteTaker) {

  /** Whether one person would both lead the meeting and write it down. */
  public boolean clash() {
    return moderator != null && moderator.equals(noteTaker);
  }

  public Roles withOwner(String user) {
    return new Roles(user, moderator, noteTaker);
  }

  public Roles withModerator(@Nullable String user) {
    return new Roles(owner, user, noteTaker);
  }

  public Roles withNoteTaker(@Nullable String user) {
    return new Roles(owner, moderator, user);
  }
}
