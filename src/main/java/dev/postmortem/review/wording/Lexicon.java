package dev.postmortem.review.wording;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which words are what. */
final class Lexicon {
  private static final String RESOURCE = "words.tsv";

  private final Map<Part, Set<String>> words = new EnumMap<>(Part.class);
  private final Set<String> all = new HashSet<>();

  private Lexicon() {}

  static Lexicon read() {
    Lexicon lexicon = new Lexicon();
    for (Part part : Part.values()) {
      lexicon.words.put(part, new HashSet<>());
    }
    for (String[] line : Table.read(RESOURCE, 2)) {
      Set<String> listed = new HashSet<>(Arrays.asList(line[1].split(" ", -1)));
      lexicon.words.put(Part.valueOf(line[0].toUpperCase(Locale.ROOT)), listed);
      lexicon.all.addAll(listed);
    }
    return lexicon;
  }

  boolean has(Part part, String word) {
    return words.getOrDefault(part, Set.of()).contains(word);
  }

  /** Whether the word stands in no list. */
  boolean isUnknown(String word) {
    return !word.isEmpty() && !all.contains(word);
  }

  /** Whether something can have been done: a past participle, as far as its form tells. */
  boolean isParticiple(String word) {
    return has(Part.PARTICIPLE, word)
        || (word.length() > 3 && word.endsWith("ed") && !has(Part.NOPARTICIPLE, word));
  }
}
