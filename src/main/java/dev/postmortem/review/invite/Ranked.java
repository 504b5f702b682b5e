package dev.postmortem.review.invite;

import dev.postmortem.review.invite.Candidate.Link;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A candidate in the order of invitation.
 *
 * @param reason why, in plain words: {@code moderator; wrote 41 messages, 3 of them marked}
 */
public record Ranked(Candidate candidate, String reason) {
  /** Without them there is no meeting, or it misses its reader; in this order. */
  static final List<Link> NEEDED =
      List.of(Link.POINT_PERSON, Link.MODERATOR, Link.NOTE_TAKER, Link.STAKEHOLDER);

  /** A mark by somebody tells more than a message, to be mentioned as much. */
  private static final int MARKED = 5;

  private static final int MENTIONED = 2;

  /** Those with a role first, then stakeholders, then by how much they took part. */
  static final Comparator<Candidate> ORDER =
      Comparator.comparingInt(Ranked::rank)
          .thenComparing(Comparator.comparingLong(Ranked::weight).reversed())
          .thenComparing(Candidate::user);

  static Ranked of(Candidate candidate) {
    List<String> reasons = new ArrayList<>();
    candidate.links().stream().sorted().map(Link::words).forEach(reasons::add);
    Candidate.Part part = candidate.part();
    if (part.messages() > 0) {
      String marked = part.marked() > 0 ? ", " + part.marked() + " of them marked" : "";
      reasons.add("wrote " + counted(part.messages(), "message") + marked);
    }
    if (part.mentions() > 0) {
      reasons.add("mentioned " + counted(part.mentions(), "time"));
    }
    return new Ranked(candidate, String.join("; ", reasons));
  }

  private static int rank(Candidate candidate) {
    int rank = 0;
    while (rank < NEEDED.size() && !candidate.links().contains(NEEDED.get(rank))) {
      rank++;
    }
    return rank;
  }

  private static long weight(Candidate candidate) {
    long links = (long) candidate.links().size() * MARKED;
    Candidate.Part part = candidate.part();
    return links
        + part.messages()
        + (long) MARKED * part.marked()
        + (long) MENTIONED * part.mentions();
  }

  private static String counted(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
