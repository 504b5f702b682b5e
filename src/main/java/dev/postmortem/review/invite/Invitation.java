package dev.postmortem.review.invite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is proposed for the meeting. A proposal only: everybody can be added and left out.
 *
 * @param proposed those to invite, the most concerned first, at most {@link #MANY} unless more have
 *     a role or are stakeholders
 * @param others who took part less, in the same order
 */
public record Invitation(List<Ranked> proposed, List<Ranked> others) {
  /** With more people than these a meeting becomes an audience. */
  public static final int MANY = 12;

  public Invitation {
    proposed = List.copyOf(proposed);
    others = List.copyOf(others);
  }

  /**
   * Ranks the candidates. Somebody who is given twice is one candidate with both.
   *
   * @param candidates people, no bots
   */
  public static Invitation of(List<Candidate> candidates) {
    Map<String, Candidate> once = new HashMap<>();
    candidates.forEach(one -> once.merge(one.user(), one, Invitation::both));
    List<Ranked> ranked =
        once.values().stream()
            .filter(Invitation::isConcerned)
            .sorted(Ranked.ORDER)
            .map(Ranked::of)
            .toList();
    long needed = ranked.stream().filter(one -> isNeeded(one.candidate())).count();
    int most = (int) Math.min(ranked.size(), Math.max(MANY, needed));
    return new Invitation(ranked.subList(0, most), ranked.subList(most, ranked.size()));
  }

  private static boolean isConcerned(Candidate one) {
    return !one.links().isEmpty() || !one.part().equals(Candidate.Part.NONE);
  }

  private static boolean isNeeded(Candidate one) {
    return one.links().stream().anyMatch(Ranked.NEEDED::contains);
  }

  private static Candidate both(Candidate one, Candidate other) {
    Set<Candidate.Link> links = new HashSet<>(one.links());
    links.addAll(other.links());
    Candidate.Part a = one.part();
    Candidate.Part b = other.part();
    return new Candidate(
        one.user(),
        one.title().isBlank() ? other.title() : one.title(),
        links,
        new Candidate.Part(
            a.messages() + b.messages(), a.marked() + b.marked(), a.mentions() + b.mentions()));
  }

  /**
   * What to say about the people who are invited now, each a sentence: that they are many, and
   * which functions nobody of them seems to have.
   */
  public static List<String> advise(List<Candidate> invited, List<Function> functions) {
    List<String> all = new ArrayList<>();
    long people = invited.stream().map(Candidate::user).distinct().count();
    if (people > MANY) {
      all.add(
          people
              + " people are invited. With more than "
              + MANY
              + " few of them speak: invite those who can add to the story, and send the document"
              + " to the others.");
    }
    List<String> missing =
        functions.stream()
            .filter(one -> invited.stream().noneMatch(person -> one.has(person.title())))
            .map(Function::name)
            .sorted(Comparator.naturalOrder())
            .toList();
    if (!missing.isEmpty()) {
      all.add(missing(invited, missing));
    }
    return all;
  }

  private static String missing(List<Candidate> invited, List<String> functions) {
    long untitled = invited.stream().filter(person -> person.title().isBlank()).count();
    String unsure =
        untitled == 0
            ? ""
            : " (" + untitled + " of " + invited.size() + " have no title in their profile)";
    return "Nobody from "
        + String.join(" or ", functions)
        + " is invited, as far as their titles tell"
        + unsure
        + ". They know what users noticed and what it meant to them.";
  }
}
