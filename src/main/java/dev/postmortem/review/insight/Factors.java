package dev.postmortem.review.insight;

import dev.postmortem.draft.catalog.Card;
import dev.postmortem.draft.catalog.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what contributed more than once: phrases that return in the hypotheses, contributing
 * factors and learnings of several published post-mortems.
 */
final class Factors {
  private static final int ENOUGH = 2;
  private static final int MOST = 50;

  /** A word that stands in so many of them says nothing about any; counted from a few on. */
  private static final double EVERYWHERE = 0.5;

  private static final int FEW = 8;

  private Factors() {}

  static List<Factor> of(List<Fact> facts) {
    List<Fact> published = facts.stream().filter(Told::isPublished).toList();
    Set<String> again = again(published);
    Map<String, Found> found = new HashMap<>();
    for (Fact fact : published) {
      phrases(fact)
          .forEach(
              (normal, words) -> {
                if (again.contains(normal)) {
                  found.computeIfAbsent(normal, any -> new Found(words)).cards.add(fact.card());
                }
              });
    }
    double most = published.size() < FEW ? published.size() : EVERYWHERE * published.size();
    found.values().removeIf(one -> one.cards.size() > most);
    return largest(found);
  }

  /** Those that return, by hash alone: most phrases occur once, and are not to be kept. */
  private static Set<String> again(List<Fact> published) {
    Set<Integer> once = new HashSet<>();
    Set<String> again = new HashSet<>();
    for (Fact fact : published) {
      phrases(fact)
          .keySet()
          .forEach(
              phrase -> {
                if (!once.add(phrase.hashCode())) {
                  again.add(phrase);
                }
              });
    }
    return again;
  }

  private static Map<String, String> phrases(Fact fact) {
    Map<String, String> all = new HashMap<>();
    fact.factors().values().forEach(text -> Phrases.of(text).forEach(all::putIfAbsent));
    return all;
  }

  private static List<Factor> largest(Map<String, Found> found) {
    List<Map.Entry<String, Found>> sorted = new ArrayList<>(found.entrySet());
    sorted.removeIf(one -> one.getValue().cards.size() < ENOUGH);
    sorted.sort(
        Comparator.<Map.Entry<String, Found>>comparingInt(one -> -one.getValue().cards.size())
            .thenComparing(one -> -one.getKey().length())
            .thenComparing(Map.Entry::getKey));
    List<Map.Entry<String, Found>> kept = new ArrayList<>();
    for (Map.Entry<String, Found> one : sorted) {
      if (kept.size() < MOST && kept.stream().noneMatch(other -> isPart(one, other))) {
        kept.add(one);
      }
    }
    return kept.stream()
        .map(one -> new Factor(one.getValue().words, one.getValue().cards))
        .toList();
  }

  /** A part of a phrase that was said of the same incidents says nothing more. */
  private static boolean isPart(Map.Entry<String, Found> one, Map.Entry<String, Found> other) {
    return (" " + other.getKey() + " ").contains(" " + one.getKey() + " ")
        && one.getValue().cards.size() == other.getValue().cards.size();
  }

  private static final class Found {
    private final String words;
    private final List<Card> cards = new ArrayList<>();

    Found(String words) {
      this.words = words;
    }
  }
}
