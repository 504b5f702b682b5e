package dev.postmortem.review.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a task. */
final class TaskWords {
  /** As much of a task is read; nobody writes more into one. */
  private static final int MOST = 4_000;

  private TaskWords() {}

  /**
   * A word and where it stands.
   *
   * @param word in lower case
   */
  record Word(String word, int start, int end) {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int end = Math.min(text.length(), MOST);
    int at = 0;
    while (at < end) {
      int from = at;
      while (at < end && isOfWord(text.charAt(at))) {
        at++;
      }
      if (at > from) {
        String word = text.substring(from, at).toLowerCase(Locale.ROOT).replace('’', '\'');
        words.add(new Word(word, from, at));
      } else {
        at++;
      }
    }
    return words;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || "'’-@_".indexOf(c) >= 0;
  }
}
