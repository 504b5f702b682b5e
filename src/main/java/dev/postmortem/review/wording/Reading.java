package dev.postmortem.review.wording;

import dev.postmortem.review.wording.Rule.Where;
import dev.postmortem.review.wording.Subject.Who;
import dev.postmortem.review.wording.Token.Sort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One text being read, from its first word to its last. */
final class Reading {
  private static final int NEAR = 3;
  private static final int SPAN = 6;

  private final Words words;
  private final Rulebook rules;
  private final String section;
  private final Subjects subjects;
  private final Hindsight hindsight;
  private final Blame blame;

  /** Whether the sentence is an apology. */
  private boolean apology;

  /** Whether this is what somebody, or a log, is quoted with. */
  private boolean quoted;

  Reading(Words words, Rulebook rules, Lexicon lexicon, String section) {
    this.words = words;
    this.rules = rules;
    this.section = section;
    this.subjects = new Subjects(words);
    this.hindsight = new Hindsight(words, subjects, lexicon);
    this.blame = new Blame(words);
  }

  List<Found> found() {
    List<Found> all = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      if (at == 0 || words.at(at - 1).sort() == Sort.END) {
        apology = isApology(at);
        quoted = false;
      }
      quoted ^= words.isQuote(at);
      Found one = words.at(at).isWord() ? look(at) : null;
      if (one != null) {
        all.add(one);
        at = Math.max(at, one.to());
      }
    }
    return all;
  }

  private boolean isApology(int start) {
    for (int at = start; words.at(at).sort() != Sort.END; at++) {
      if (words.is(at, Part.APOLOGY)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Found look(int at) {
    for (Rule rule : rules.beginningWith(words.at(at).word())) {
      int last = rule.match(words, at);
      Found found = last < 0 ? null : judge(rule, at, last);
      if (found != null) {
        return found;
      }
    }
    if (quoted) {
      return null;
    }
    Found later = hindsight.look(at, apology);
    return later != null ? later : blame.look(at);
  }

  private @Nullable Found judge(Rule rule, int at, int last) {
    if (rule.where() == Where.ANYWHERE || rule.where() == Where.REMEDIATION) {
      boolean here = rule.where() == Where.ANYWHERE || section.equals("remediation");
      return here && !isDenied(at) ? new Found(rule.kind(), at, last, last + 1) : null;
    }
    boolean clause = rule.where() == Where.CLAUSE;
    Subject subject =
        clause ? subjects.ofClause(at, false) : subjects.of(at, rule.where() == Where.HUMAN);
    boolean meant =
        subject.isSomebody() && !(rule.where() == Where.OTHERS && subject.who() == Who.US);
    if (quoted || !meant || (apology && subject.isSpeaker())) {
      return null;
    }
    int from = at - subject.from() > SPAN ? at : subject.from();
    return new Found(rule.kind(), from, last, last + 1);
  }

  private boolean isDenied(int at) {
    for (int i = at - 1; i >= at - NEAR && words.at(i).isWord(); i--) {
      if (words.is(i, Part.DENIAL)) {
        return true;
      }
    }
    return false;
  }
}
