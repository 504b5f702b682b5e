package dev.postmortem.draft;

/**
 * Something that stands between a draft and its readers.
 *
 * @param about which one: the key of a section, the number of a task or question, the name of a
 *     role, the place of a secret; empty where there is only one
 * @param words what it is, to be read in a list
 */
public record Gap(Kind kind, String about, String words) {

  /** What is missing, in the order in which it is worked off. */
  public enum Kind {
    /** The incident goes on. */
    RESOLVED,
    /** A section that must not be empty is. */
    SECTION,
    /** Nobody has the role, or one person has two that exclude each other. */
    ROLE,
    /** A task to be done has no owner, and nobody said that this is meant so. */
    TASK,
    /** A question has no answer, and nobody said that this is meant so. */
    QUESTION,
    /** The review meeting was not held. */
    MEETING,
    /** A text holds what should be secret. */
    SECRET
  }

  /**
   * Whether a reason lets it pass. There is no reason to publish a secret, and no document of an
   * incident that goes on.
   */
  public boolean canBeWaived() {
    return kind != Kind.RESOLVED && kind != Kind.SECRET;
  }
}
