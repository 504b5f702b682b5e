package dev.postmortem.review.insight;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The phrases of a text: two or three words that follow each other within a sentence and say
 * something on their own, and single words that are long enough to do so.
 */
final class Phrases {
  private static final int LONGEST = 3;
  private static final int SHORTEST_WORD = 3;

  /** A single word says little, unless it is as long as {@code certificate}. */
  private static final int TELLING = 9;

  private static final int LOOKED_AT = 5_000;
  private static final String ENDS_SENTENCE = ".!?;:,()[]\"“”\n\r";

  private static final Set<String> STOP =
      Set.of(
          ("the and for but not with from into that this these those there then than them they their"
                  + " was were are been being have has had having did does doing done will would"
                  + " should could can cannot may might must shall our ours your yours his her hers"
                  + " its who whom whose which what when where why how all any both each few more"
                  + " most other some such only own same too very just also again once because"
                  + " while during before after above under over between through about"
                  + " against out off down upon onto until unless since without within one two"
                  + " three first last new old still yet ever never always often however"
                  + " think thought know known knew need needs needed make made makes get got gets"
                  + " use used uses using see seen saw say said let like well now here much many"
                  + " learned learn future next time incident problem issue everything something"
                  + " nothing anything everybody somebody nobody")
              .split(" "));

  private final Map<String, String> found;
  private final List<Word> run = new ArrayList<>();

  private Phrases(Map<String, String> found) {
    this.found = found;
  }

  /** By their normal form, with the words as they were written first. */
  static Map<String, String> of(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    String start = text.length() <= LOOKED_AT ? text : text.substring(0, LOOKED_AT);
    String folded = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Phrases phrases = new Phrases(found);
    int from = 0;
    for (int i = 0; i < folded.length(); ) {
      int point = folded.codePointAt(i);
      int next = i + Character.charCount(point);
      if (!isPart(point)) {
        phrases.word(folded.substring(from, i));
        phrases.gap(point);
        from = next;
      }
      i = next;
    }
    phrases.word(folded.substring(from));
    return found;
  }

  private static boolean isPart(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private void gap(int point) {
    if (ENDS_SENTENCE.indexOf(point) >= 0) {
      run.clear();
    }
  }

  /** A stop word ends a phrase, and the words around it are none. */
  private void word(String word) {
    if (word.isEmpty()) {
      return;
    }
    if (isStop(word)) {
      run.clear();
      return;
    }
    run.add(new Word(word, stem(word)));
    String words = "";
    String normal = "";
    for (int size = 1; size <= Math.min(LONGEST, run.size()); size++) {
      Word before = run.get(run.size() - size);
      words = size == 1 ? word : before.said() + " " + words;
      normal = size == 1 ? before.stem() : before.stem() + " " + normal;
      if (size > 1 || word.length() >= TELLING) {
        found.putIfAbsent(normal, words);
      }
    }
  }

  private record Word(String said, String stem) {}

  private static boolean isStop(String word) {
    return word.length() < SHORTEST_WORD
        || STOP.contains(word)
        || word.chars().allMatch(Character::isDigit);
  }

  /** One and many are the same: {@code timeouts}, {@code retries}. */
  private static String stem(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean many = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
    return many && !word.endsWith("us") && !word.endsWith("is")
        ? word.substring(0, word.length() - 1)
        : word;
  }
}
