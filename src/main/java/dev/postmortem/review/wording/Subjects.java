package dev.postmortem.review.wording;

import dev.postmortem.review.wording.Subject.Who;
import dev.postmortem.review.wording.Token.Sort;

/**
 * Finds who does what a verb says, by looking at the words before it. This is no grammar of
 * English: it goes by word lists and the order of words, looks no further back than a bounded
 * number of words, and when in doubt holds the subject for a system.
 */
final class Subjects {
  private static final int PHRASE = 3;
  private static final int CLAUSE = 20;
  private static final int DEPTH = 3;

  private final Words words;

  Subjects(Words words) {
    this.words = words;
  }

  /**
   * The subject of the verb at a place.
   *
   * @param human whether the verb is one of which no program is capable
   */
  Subject of(int verb, boolean human) {
    int at = verb - 1;
    while (isBetween(at) && at > verb - CLAUSE) {
      at--;
    }
    if (words.is(at, Part.NEGATION)) {
      return Subject.NOBODY;
    }
    return of(at, human, DEPTH);
  }

  private boolean isBetween(int at) {
    String word = words.at(at).word();
    return words.is(at, Part.BETWEEN) || (word.length() > 4 && word.endsWith("ly"));
  }

  private Subject of(int at, boolean human, int depth) {
    if (!words.at(at).isWord() || depth == 0) {
      return Subject.NOBODY;
    }
    String word = words.at(at).word();
    if (words.is(at, Part.PRONOUN)) {
      return isConditional(at) ? Subject.NOBODY : new Subject(who(word), at);
    }
    if (words.is(at, Part.CONJUNCTION)) {
      return ofClause(at, human);
    }
    return switch (word) {
      case "they" -> they(at, human);
      case "who" -> relative(at);
      default -> ofPhrase(at, human, depth);
    };
  }

  private Who who(String word) {
    if (words.has(Part.SELF, word)) {
      return word.equals("i") ? Who.SELF : Who.US;
    }
    return words.has(Part.MANY, word) ? Who.MANY : Who.ONE;
  }

  /** Who "they" are, the sentence must tell. */
  private Subject they(int at, boolean human) {
    boolean people = human;
    for (int i = at - 1; !people && i > at - CLAUSE && words.at(i).sort() != Sort.END; i--) {
      people = words.isPerson(words.at(i).word());
    }
    return people && !isConditional(at) ? new Subject(Who.MANY, at) : Subject.NOBODY;
  }

  /** "Who" asks for a name, or follows the word for the people. */
  private Subject relative(int at) {
    if (!words.at(at - 1).isWord()) {
      return words.at(at - 1).sort() == Sort.END ? new Subject(Who.ONE, at) : Subject.NOBODY;
    }
    return of(at - 1, true, 1);
  }

  private Subject ofPhrase(int at, boolean human, int depth) {
    int from = start(at);
    int before = from - 1;
    if (words.is(before, Part.PREPOSITION) && words.at(before - 1).isWord()) {
      return beforePreposition(at, before, human, depth);
    }
    if (words.is(from - 1, Part.CONDITIONAL)) {
      return Subject.NOBODY;
    }
    if (isPerson(at, human) || (human && isName(at, from))) {
      return new Subject(who(words.at(at).word()), from);
    }
    return human ? ofClause(at, true) : Subject.NOBODY;
  }

  /** "One of the engineers", "the engineer on call": what stands before says who it is. */
  private Subject beforePreposition(int at, int preposition, boolean human, int depth) {
    if (words.is(preposition - 1, Part.PARTITIVE) && isPerson(at, human)) {
      return new Subject(Who.ONE, preposition - 1);
    }
    Subject before = of(preposition - 1, false, depth - 1);
    return before.isSomebody() || !human ? before : ofClause(preposition, true);
  }

  /** Where the words begin that belong to a noun. */
  private int start(int noun) {
    int from = noun;
    while (from > noun - PHRASE && isOfPhrase(from - 1)) {
      from--;
    }
    return words.is(from - 1, Part.DETERMINER) || words.is(from - 1, Part.PARTITIVE)
        ? from - 1
        : from;
  }

  private boolean isOfPhrase(int at) {
    return words.at(at).isWord()
        && !words.is(at, Part.PREPOSITION)
        && !words.is(at, Part.DETERMINER)
        && !words.is(at, Part.PARTITIVE)
        && !words.is(at, Part.CONJUNCTION)
        && !words.is(at, Part.CONDITIONAL)
        && !words.is(at, Part.PRONOUN)
        && !words.is(at, Part.NEGATION)
        && !isBetween(at);
  }

  private boolean isPerson(int at, boolean human) {
    return words.isPerson(words.at(at).word()) || (human && words.is(at, Part.ROLE));
  }

  /** A name stands alone: what has an article is a thing. */
  private boolean isName(int at, int from) {
    return from == at && words.isNamed(at);
  }

  private boolean isConditional(int at) {
    return words.is(at - 1, Part.CONDITIONAL);
  }

  /**
   * Somebody with whom the clause before this place begins, as far back as the sentence goes or the
   * next comma.
   */
  Subject ofClause(int at, boolean human) {
    for (int i = at - 1; i > at - CLAUSE && !isOver(i); i--) {
      if (words.is(i, Part.PRONOUN) || isPerson(i, human)) {
        int from = start(i);
        boolean opens = isOver(from - 1) || opensAfter(from - 1);
        if (opens || words.is(i, Part.PRONOUN)) {
          return isConditional(from) ? Subject.NOBODY : new Subject(who(words.at(i).word()), from);
        }
      }
    }
    return Subject.NOBODY;
  }

  private boolean isOver(int at) {
    return words.at(at).sort() == Sort.END || words.at(at).sort() == Sort.BREAK;
  }

  private boolean opensAfter(int at) {
    return words.is(at, Part.CONJUNCTION) || words.is(at, Part.CONDITIONAL) || isBetween(at);
  }
}
