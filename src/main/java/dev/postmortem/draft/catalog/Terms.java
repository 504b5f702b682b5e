package dev.postmortem.draft.catalog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * The words of a text, as they are kept and looked for: letters and digits, without accents, in
 * lower case. Where words are written without spaces between them, each two neighbouring characters
 * are one. A name such as {@code PM-12} is one word.
 */
public final class Terms {
  /** To be raised when the rules change: everything is then read anew. */
  public static final int VERSION = 1;

  /** Longer words are the same when they begin alike. In characters of Java. */
  static final int LONGEST = 40;

  private static final int SHORTEST = 2;
  private static final Pattern NAME = Pattern.compile("\\bpm-(\\d)");

  private final Consumer<String> words;
  private final StringBuilder word = new StringBuilder();
  private int neighbour = -1;

  private Terms(Consumer<String> words) {
    this.words = words;
  }

  /** Hands over each word of the text, some of them several times. */
  public static void each(String text, Consumer<String> words) {
    new Terms(words).read(folded(text));
  }

  private static String folded(String text) {
    boolean plain = text.chars().allMatch(c -> c < 128);
    String simple = plain ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
    String lower = simple.toLowerCase(Locale.ROOT);
    return lower.contains("pm-") ? NAME.matcher(lower).replaceAll("pm$1") : lower;
  }

  private void read(String text) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      if (isUnspaced(point)) {
        endWord();
        pair(point);
      } else if (Character.isLetterOrDigit(point)) {
        endRun();
        word.appendCodePoint(point);
      } else if (!isMark(point)) {
        endWord();
        endRun();
      }
      i += Character.charCount(point);
    }
    endWord();
    endRun();
  }

  private void pair(int point) {
    if (neighbour >= 0) {
      words.accept(Character.toString(neighbour) + Character.toString(point));
    }
    neighbour = point;
  }

  /** The last of a run stands alone too, so that each character begins something. */
  private void endRun() {
    if (neighbour >= 0) {
      words.accept(Character.toString(neighbour));
      neighbour = -1;
    }
  }

  private void endWord() {
    if (word.codePointCount(0, word.length()) >= SHORTEST) {
      words.accept(cut(word.toString()));
    }
    word.setLength(0);
  }

  private static String cut(String word) {
    if (word.length() <= LONGEST) {
      return word;
    }
    boolean halves = Character.isHighSurrogate(word.charAt(LONGEST - 1));
    return word.substring(0, halves ? LONGEST - 1 : LONGEST);
  }

  private static boolean isMark(int point) {
    return Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private static boolean isUnspaced(int point) {
    if (point < 0x0E00) {
      return false;
    }
    return switch (Character.UnicodeScript.of(point)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> Character.isLetter(point);
      default -> false;
    };
  }

  /**
   * What somebody looks for.
   *
   * @param words that must occur
   * @param beginnings of words that must occur: what was typed last
   */
  public record Wanted(List<String> words, List<String> beginnings) {
    public Wanted {
      words = List.copyOf(words);
      beginnings = List.copyOf(beginnings);
    }

    /** Whether nothing is left that could be looked for. */
    public boolean isEmpty() {
      return words.isEmpty() && beginnings.isEmpty();
    }
  }

  /** What somebody looks for who types this. */
  public static Wanted wanted(String text) {
    Set<String> all = new LinkedHashSet<>();
    List<String> inOrder = new ArrayList<>();
    each(text, inOrder::add);
    boolean ended = text.isEmpty() || !isPart(text.codePointBefore(text.length()));
    List<String> beginnings = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      String one = inOrder.get(i);
      if (isUnspaced(one.codePointAt(0))) {
        unspaced(inOrder, i, all, beginnings);
      } else if (i == inOrder.size() - 1 && !ended) {
        beginnings.add(one);
      } else {
        all.add(one);
      }
    }
    return new Wanted(List.copyOf(all), beginnings);
  }

  /** A character that ends a run is in the pair before it; one that stands alone begins a pair. */
  private static void unspaced(
      List<String> inOrder, int i, Set<String> words, List<String> beginnings) {
    String one = inOrder.get(i);
    boolean single = one.codePointCount(0, one.length()) == 1;
    boolean told = single && i > 0 && isPairEndingIn(inOrder.get(i - 1), one);
    if (!single) {
      words.add(one);
    } else if (!told) {
      beginnings.add(one);
    }
  }

  private static boolean isPairEndingIn(String before, String one) {
    return before.length() > one.length()
        && isUnspaced(before.codePointAt(0))
        && before.endsWith(one);
  }

  private static boolean isPart(int point) {
    return Character.isLetterOrDigit(point) || isMark(point);
  }
}
