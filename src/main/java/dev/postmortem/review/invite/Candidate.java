package dev.postmortem.review.invite;

import java.util.Set;

/**
 * Somebody who could be invited, and what the incident knows of them.
 *
 * @param user the user id
 * @param title the title of the profile, or the role that was written down; empty when unknown
 * @param links what ties the person to the incident, other than words
 */
public record Candidate(String user, String title, Set<Link> links, Part part) {
  public Candidate {
    links = Set.copyOf(links);
  }

  /** What somebody did, counted. */
  public record Part(int messages, int marked, int mentions) {
    /** Nothing. */
    public static final Part NONE = new Part(0, 0, 0);

    public Part {
      if (messages < 0 || marked < 0 || mentions < 0) {
        throw new IllegalArgumentException("a negative count: " + messages + marked + mentions);
      }
    }
  }

  /** What ties a person to an incident. */
  public enum Link {
    POINT_PERSON("point person"),
    MODERATOR("moderator"),
    NOTE_TAKER("note-taker"),
    STAKEHOLDER("stakeholder"),
    TASK_OWNER("owns a task"),
    /** Added by hand to the participants. */
    LISTED("listed as a participant"),
    /** Named in the post-mortem's sections. */
    TAGGED("tagged in the post-mortem");

    private final String words;

    Link(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
