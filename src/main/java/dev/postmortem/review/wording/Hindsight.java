package dev.postmortem.review.wording;

import dev.postmortem.review.wording.Token.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What people should have done, or could have. What a system should have done is a fact, and what a
 * team should have from now on, a plan.
 */
final class Hindsight {
  private static final int GAP = 3;

  private final Words words;
  private final Subjects subjects;
  private final Lexicon lexicon;

  Hindsight(Words words, Subjects subjects, Lexicon lexicon) {
    this.words = words;
    this.subjects = subjects;
    this.lexicon = lexicon;
  }

  /**
   * "Should [not] have", as it stands in the text.
   *
   * @param at the first word
   * @param next the word behind "have" and what adverbs follow
   */
  private record Modal(int at, int next, boolean must, boolean not) {}

  @Nullable Found look(int at, boolean apology) {
    if (words.at(at).is("had")) {
      return condition(at);
    }
    Modal modal = modal(at);
    if (modal == null || (modal.not() && !modal.must())) {
      return null;
    }
    boolean human = words.is(modal.next(), Part.HUMAN);
    Subject subject = subjects.of(at, human);
    if (subject.isSomebody()) {
      return apology && subject.isSpeaker() ? null : ofPeople(modal, subject);
    }
    return ofNobody(modal);
  }

  /** "If the engineer had read it", "had the engineer read it". */
  private @Nullable Found condition(int at) {
    int next = at + 1;
    while (isAdverb(next)) {
      next++;
    }
    boolean opens = !words.at(at - 1).isWord();
    int subject = opens ? personAfter(at) : personBefore(at);
    int deed = opens ? subject + 1 : next;
    boolean done = isDone(deed) && !words.is(deed, Part.EXPECTED);
    return subject >= 0 && done
        ? new Found("hindsight-if", Math.min(at, subject), deed, deed + 1)
        : null;
  }

  private int personAfter(int had) {
    for (int at = had + 1; at <= had + GAP && words.at(at).isWord(); at++) {
      if (words.is(at, Part.PRONOUN) || words.isPerson(words.at(at).word())) {
        return at;
      }
    }
    return -1;
  }

  private int personBefore(int had) {
    boolean person = words.is(had - 1, Part.PRONOUN) || words.isPerson(words.at(had - 1).word());
    for (int at = had - 2; person && at >= had - 2 - GAP && words.at(at).isWord(); at--) {
      if (words.at(at).is("if")) {
        return at;
      }
    }
    return -1;
  }

  private @Nullable Modal modal(int at) {
    String word = words.at(at).word();
    boolean must = word.startsWith("should") || word.equals("ought");
    if (!must && !word.startsWith("could")) {
      return null;
    }
    boolean not = word.endsWith("n't");
    boolean have = word.endsWith("'ve") || word.equals("shoulda") || word.equals("coulda");
    int next = at + 1;
    for (int end = next + GAP; !have && next < end; next++) {
      not |= words.at(next).is("not") || words.at(next).is("never");
      have = words.at(next).is("have");
    }
    while (isAdverb(next)) {
      next++;
    }
    return have ? new Modal(at, next, must, not) : null;
  }

  private boolean isAdverb(int at) {
    return (words.is(at, Part.BETWEEN) && !words.at(at).is("had"))
        || words.at(at).is("not")
        || words.at(at).word().endsWith("ly");
  }

  private @Nullable Found ofPeople(Modal modal, Subject subject) {
    Token first = words.at(subject.from());
    if (first.is("every") || first.is("each") || first.is("all")) {
      return null; // a rule for all of them
    }
    if (words.at(modal.next()).is("been")) {
      int how = modal.next() + 1;
      boolean manner =
          words.is(how, Part.MANNER) || words.at(how).word().endsWith("ing") || isAdverb(how);
      return manner ? new Found("hindsight-manner", subject.from(), how, how) : null;
    }
    boolean expected = words.is(modal.next(), Part.EXPECTED);
    if (!isDone(modal.next()) || expected || (!modal.must() && isWorse(modal.next()))) {
      return null;
    }
    String kind = modal.not() ? "hindsight-not" : "hindsight";
    return new Found(kind, subject.from(), modal.next(), modal.next());
  }

  /** "We could have noticed it later than we did": it is told that things went well. */
  private boolean isWorse(int at) {
    for (int i = at + 1; i <= at + 2 * GAP && words.at(i).isWord(); i++) {
      if (words.is(i, Part.WORSE)) {
        return true;
      }
    }
    return false;
  }

  /** A participle, and not one that says what a thing is like. */
  private boolean isDone(int at) {
    if (!lexicon.isParticiple(words.at(at).word())) {
      return false;
    }
    return !words.is(at, Part.ADJECTIVE)
        || !words.at(at + 1).isWord()
        || words.is(at + 1, Part.DETERMINER)
        || words.is(at + 1, Part.PREPOSITION)
        || words.is(at + 1, Part.BETWEEN)
        || words.at(at + 1).is("it")
        || words.at(at + 1).is("them");
  }

  private @Nullable Found ofNobody(Modal modal) {
    int next = modal.next();
    if (words.at(next).is("been")) {
      return passive(modal, next + 1);
    }
    int before = modal.at() - 1;
    boolean bare = modal.must() && words.at(before).sort() == Sort.END;
    if (bare && words.is(next, Part.THINKING)) {
      return new Found("hindsight", modal.at(), next, next);
    }
    int start = clause(before);
    boolean deed = words.at(start).word().endsWith("ing") && start < modal.at();
    return deed && isDone(next) ? new Found("hindsight", start, next, next) : null;
  }

  /** What people do, left undone: "should have been reviewed". */
  private @Nullable Found passive(Modal modal, int next) {
    int at = next;
    while (isAdverb(at)) {
      at++;
    }
    if (words.at(at + 1).is("by") && !isPersonAfter(at + 1)) {
      return null;
    }
    if (modal.not()) {
      return words.is(at, Part.DECIDED) ? new Found("hindsight-not", modal.at(), at, at) : null;
    }
    boolean human = words.is(at, modal.must() ? Part.THINKING : Part.FORESEEN);
    return human ? new Found("hindsight-passive", modal.at(), at, at) : null;
  }

  private boolean isPersonAfter(int by) {
    return personAfter(by) >= 0;
  }

  /** Where the clause begins that holds this place, not far before it. */
  private int clause(int at) {
    int start = at;
    while (start > at - 2 * GAP && words.at(start - 1).isWord()) {
      start--;
    }
    return words.at(start - 1).isWord() ? at + 1 : start;
  }
}
