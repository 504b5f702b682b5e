package dev.postmortem.review.wording;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A phrase that is advised.
 *
 * @param kind what is said about it
 * @param phrase its words in lower case; {@code *} stands for any one
 * @param unless words of which one follows closely: then something else is meant
 */
record Rule(String kind, Where where, List<String> phrase, Set<String> unless) {

  /** Where the phrase is advised; the resource {@code rules.tsv} says more. */
  enum Where {
    ANYWHERE,
    REMEDIATION,
    PERSON,
    HUMAN,
    OTHERS,
    CLAUSE;

    static Where named(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  private static final int NEAR = 3;

  /** The last word of the phrase when it stands at this place, else -1. */
  int match(Words words, int at) {
    for (int i = 0; i < phrase.size(); i++) {
      Token token = words.at(at + i);
      if (!token.isWord() || !(phrase.get(i).equals("*") || token.is(phrase.get(i)))) {
        return -1;
      }
    }
    int last = at + phrase.size() - 1;
    return isSomethingElse(words, last) ? -1 : last;
  }

  private boolean isSomethingElse(Words words, int last) {
    for (int i = last + 1; i <= last + NEAR && words.at(i).isWord(); i++) {
      if (unless.contains(words.at(i).word())) {
        return true;
      }
    }
    return false;
  }
}
