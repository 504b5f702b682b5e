package dev.postmortem.review.checkup;

import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.Kind;
import dev.postmortem.timeline.MessageKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Notes in which different people tell the same at different times. Two notes tell the same when
 * most of their longer words are the same. Of each word only the latest few notes are compared, so
 * that many notes take little time.
 */
final class Contradictions implements Check {
  private static final Duration TOLERATED = Duration.ofMinutes(5);
  private static final int MOST = 5;
  private static final int WORDS = 12;
  private static final int ENOUGH = 2;
  private static final int LATEST = 4;
  private static final int LOOKED_AT = 400;
  private static final int SHORTEST = 4;

  private final Scope scope;
  private final Map<String, Deque<Told>> byWord = new HashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Contradictions(Scope scope) {
    this.scope = scope;
  }

  private record Told(MessageKey key, String author, Instant at, Set<String> words) {
    boolean isSameAs(Told other) {
      Set<String> common = new HashSet<>(words);
      common.retainAll(other.words);
      int all = words.size() + other.words.size() - common.size();
      return common.size() >= ENOUGH && common.size() * 3 >= all * 2;
    }

    boolean contradicts(Told other) {
      return !author.equals(other.author)
          && Duration.between(at, other.at).abs().compareTo(TOLERATED) > 0
          && isSameAs(other);
    }
  }

  @Override
  public void see(Entry entry) {
    String author = entry.message().author();
    if (author == null || entry.message().kind() != Kind.NOTE || findings.size() >= MOST) {
      return;
    }
    Told told = new Told(entry.key(), author, entry.at(), words(entry.message().plain()));
    candidates(told).stream()
        .filter(told::contradicts)
        .findFirst()
        .ifPresent(other -> findings.add(finding(other, told)));
    told.words().forEach(word -> remember(word, told));
  }

  private Set<Told> candidates(Told told) {
    Set<Told> all = new LinkedHashSet<>();
    told.words().forEach(word -> all.addAll(byWord.getOrDefault(word, new ArrayDeque<>())));
    return all;
  }

  private void remember(String word, Told told) {
    Deque<Told> latest = byWord.computeIfAbsent(word, any -> new ArrayDeque<>());
    latest.addLast(told);
    if (latest.size() > LATEST) {
      latest.removeFirst();
    }
  }

  private static Set<String> words(String plain) {
    Set<String> words = new HashSet<>();
    String start = plain.substring(0, Math.min(plain.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    for (String word : start.split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() >= SHORTEST && words.size() < WORDS) {
        words.add(word);
      }
    }
    return words;
  }

  private Finding finding(Told one, Told other) {
    String sentence =
        scope.name(one.author())
            + " and "
            + scope.name(other.author())
            + " noted what looks like the same at different times, "
            + scope.time(one.at())
            + " and "
            + scope.time(other.at())
            + ". Which of the two is right?";
    String about = "told/" + one.key().ts() + "/" + other.key().ts();
    return new Finding(Finding.Kind.CLOCKS, about, sentence, List.of(one.key(), other.key()));
  }

  @Override
  public List<Finding> found() {
    return List.copyOf(findings);
  }
}
