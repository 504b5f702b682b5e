package dev.postmortem.review.wording;

import org.jspecify.annotations.Nullable;

/** People as the cause: "caused by an engineer", "the engineer's mistake". */
final class Blame {
  private static final int PHRASE = 4;

  private final Words words;

  Blame(Words words) {
    this.words = words;
  }

  @Nullable Found look(int at) {
    Found by = by(at);
    return by != null ? by : fault(at);
  }

  /** "Caused by an engineer", but not "caused by a developer tool". */
  private @Nullable Found by(int at) {
    if (!words.is(at, Part.CAUSED) || !words.at(at + 1).is("by")) {
      return null;
    }
    for (int i = at + 2; i <= at + 1 + PHRASE && words.at(i).isWord(); i++) {
      if (isPerson(i)) {
        return isHead(i) ? new Found("caused", at, i, i + 1) : null;
      }
    }
    return null;
  }

  private boolean isPerson(int at) {
    String word = words.at(at).word();
    return words.isPerson(word) || word.equals("us") || word.equals("me") || word.equals("him");
  }

  /** Whether no noun follows that the word only describes. */
  private boolean isHead(int at) {
    return !words.at(at + 1).isWord()
        || words.is(at + 1, Part.PREPOSITION)
        || words.is(at + 1, Part.BETWEEN)
        || words.is(at + 1, Part.CONJUNCTION)
        || words.is(at + 1, Part.DETERMINER)
        || words.at(at + 1).is("who")
        || words.at(at + 1).word().endsWith("ing");
  }

  /** "The engineer's mistake", "my fault"; "our error rate" is nobody's. */
  private @Nullable Found fault(int at) {
    String owner = words.at(at).possessor();
    boolean person = words.isPerson(owner) || words.has(Part.ROLE, owner);
    boolean named = words.isNamed(at) && !owner.isEmpty();
    if (!person && !named && !words.is(at, Part.POSSESSIVE)) {
      return null;
    }
    for (int i = at + 1; i <= at + PHRASE && words.at(i).isWord(); i++) {
      boolean slip = person && words.is(i, Part.SLIP) && isHead(i);
      if (words.is(i, Part.FAULT) || slip) {
        return new Found("fault", at, i, i + 1);
      }
      if (words.is(i, Part.PREPOSITION) || words.is(i, Part.BETWEEN)) {
        return null;
      }
    }
    return null;
  }
}
