package dev.postmortem.review.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules and what is said about each kind of wording, resources of the product. */
final class Rulebook {
  private static final String RULES = "rules.tsv";
  private static final String SAID = "advice.tsv";

  /** By the first word of the phrase, the longest phrases first. */
  private final Map<String, List<Rule>> rules = new HashMap<>();

  private final Map<String, Said> said = new HashMap<>();

  private Rulebook() {}

  /** What is said about a kind. */
  record Said(String reason, String rewrite) {}

  static Rulebook read() {
    Rulebook book = new Rulebook();
    Table.read(SAID, 3).forEach(line -> book.said.put(line[0], new Said(line[1], line[2])));
    Table.read(RULES, 4).forEach(book::add);
    book.rules.values().forEach(same -> same.sort(Comparator.comparing(r -> -r.phrase().size())));
    return book;
  }

  private void add(String[] columns) {
    Set<String> unless = Set.of(columns[3].split(" ", -1));
    for (String phrase : columns[2].split(",", -1)) {
      List<String> words = Arrays.asList(phrase.split(" ", -1));
      Rule rule = new Rule(columns[0], Rule.Where.named(columns[1]), words, unless);
      rules.computeIfAbsent(words.get(0), any -> new ArrayList<>()).add(rule);
    }
  }

  List<Rule> beginningWith(String word) {
    return rules.getOrDefault(word, List.of());
  }

  Said said(String kind) {
    Said known = said.get(kind);
    if (known == null) {
      throw new IllegalStateException("nothing is said about " + kind);
    }
    return known;
  }
}
