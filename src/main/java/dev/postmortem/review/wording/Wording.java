package dev.postmortem.review.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds wording that blames people, in English. What is advised, and why, follows PagerDuty's guide
 * to blameless post-mortems, Etsy's guide for facilitators ("how", not "why"), and Dekker's four
 * reactions to failure (retrospective, counterfactual, judgmental, proximal). What systems do, and
 * apologies, are nobody's blame. Takes time in proportion to the text, whatever it is. May be used
 * by many threads.
 */
public final class Wording {
  private final Rulebook rules;
  private final Lexicon lexicon;
  private final Set<String> names;

  private Wording(Rulebook rules, Lexicon lexicon, Set<String> names) {
    this.rules = rules;
    this.lexicon = lexicon;
    this.names = names;
  }

  /** All that the product knows of. */
  public static Wording known() {
    return new Wording(Rulebook.read(), Lexicon.read(), Set.of());
  }

  /**
   * The same for an incident with these people, so that "Tony forgot" is known to be said of a
   * person.
   *
   * @param people as they are called; of several words each counts
   */
  public Wording among(Collection<String> people) {
    Set<String> known = new HashSet<>();
    for (String name : people) {
      for (String word : Words.lower(name).split("[^\\p{L}\\p{N}'-]+", -1)) {
        if (word.length() > 2 && lexicon.isUnknown(word)) {
          known.add(word);
        }
      }
    }
    return new Wording(rules, lexicon, known);
  }

  /**
   * What is advised about a text, in its order; no two share a word.
   *
   * @param section the key of the section that it stands in: "fix" is advised under {@code
   *     remediation} only
   */
  public List<Advice> advise(String section, String text) {
    Words words = new Words(text, lexicon, names);
    List<Found> found = new Reading(words, rules, lexicon, section).found();
    List<Advice> advice = new ArrayList<>();
    int free = 0;
    for (Found one : found) {
      if (one.to() >= free) {
        advice.add(advice(words, one.notBefore(free)));
        free = one.to() + 1;
      }
    }
    return advice;
  }

  private Advice advice(Words words, Found found) {
    Rulebook.Said said = rules.said(found.kind());
    String rest = words.rest(found.rest());
    return new Advice(
        words.at(found.from()).start(),
        words.at(found.to()).end(),
        words.text(found.from(), found.to()),
        found.kind(),
        said.reason(),
        said.rewrite().replace("{rest}", rest.isEmpty() ? "do that" : rest));
  }
}
