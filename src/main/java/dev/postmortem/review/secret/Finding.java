package dev.postmortem.review.secret;

/**
 * A secret in a text.
 *
 * @param start where it begins, in chars
 * @param end where it is over
 * @param kind what it is, in plain words that hold nothing of it
 */
public record Finding(int start, int end, String kind) {
  /** What stands in the secret's place: words that are no markup in any form of the document. */
  public String mask() {
    return "[masked: " + kind + "]";
  }

  boolean touches(Finding other) {
    return start < other.end && other.start < end;
  }

  /** Both as one; the kind is the more telling of the two. */
  Finding with(Finding other) {
    boolean vague = kind.equals(AssignedToken.KIND) || kind.equals(Password.KIND);
    return new Finding(
        Math.min(start, other.start), Math.max(end, other.end), vague ? other.kind : kind);
  }
}
