package dev.postmortem.review.secret;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Finds all of many words in one pass over a text, whatever their number (Aho and Corasick, 1975).
 * Upper and lower case are the same.
 */
final class Keywords {
  private static final int ASCII = 128;
  private static final int[] NONE = {};

  /** The column of each character; characters that no keyword holds share column 0. */
  private final byte[] columns = new byte[ASCII];

  private final int width;
  private final int[] lengths;

  /** For each state, by column, the state that follows. */
  private short[] next;

  /** For each state the keywords that end in it. */
  private int[][] ending;

  private int states = 1;

  /** The words to find, in lower case. */
  Keywords(List<String> words) {
    width = count(words);
    lengths = words.stream().mapToInt(String::length).toArray();
    int most = 1 + Arrays.stream(lengths).sum();
    next = new short[most * width];
    ending = new int[most][];
    Arrays.fill(ending, NONE);
    for (int word = 0; word < words.size(); word++) {
      add(words.get(word), word);
    }
    next = Arrays.copyOf(next, states * width);
    ending = Arrays.copyOf(ending, states);
    connect();
  }

  private int count(List<String> words) {
    byte used = 0;
    for (String word : words) {
      for (int i = 0; i < word.length(); i++) {
        if (columns[word.charAt(i)] == 0) {
          columns[word.charAt(i)] = ++used;
        }
      }
    }
    for (char c = 'A'; c <= 'Z'; c++) {
      columns[c] = columns[c + 'a' - 'A'];
    }
    return used + 1;
  }

  private void add(String word, int number) {
    int state = 0;
    for (int i = 0; i < word.length(); i++) {
      int cell = state * width + columns[word.charAt(i)];
      if (next[cell] == 0) {
        next[cell] = (short) states++;
      }
      state = next[cell];
    }
    ending[state] = joined(ending[state], new int[] {number});
  }

  /** Fills in where to go on when the word that was begun does not go on. */
  private void connect() {
    int[] shorter = new int[states];
    Queue<Integer> queue = new ArrayDeque<>();
    for (int column = 1; column < width; column++) {
      if (next[column] != 0) {
        queue.add((int) next[column]);
      }
    }
    while (!queue.isEmpty()) {
      int state = queue.remove();
      ending[state] = joined(ending[state], ending[shorter[state]]);
      for (int column = 0; column < width; column++) {
        int cell = state * width + column;
        short other = next[shorter[state] * width + column];
        if (next[cell] == 0) {
          next[cell] = other;
        } else {
          shorter[next[cell]] = other;
          queue.add((int) next[cell]);
        }
      }
    }
  }

  private static int[] joined(int[] some, int[] more) {
    if (some.length == 0 || more.length == 0) {
      return some.length == 0 ? more : some;
    }
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** Tells of every keyword in the text, in the order in which they end. */
  void find(String text, Seen seen) {
    int state = 0;
    int length = text.length();
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      state = next[state * width + (c < ASCII ? columns[c] : 0)];
      int[] words = ending[state];
      if (words != NONE) {
        for (int word : words) {
          seen.keyword(word, at + 1 - lengths[word], at + 1);
        }
      }
    }
  }

  /** Hears of a keyword: its number, where it begins, and where it is over. */
  @FunctionalInterface
  interface Seen {
    void keyword(int word, int from, int to);
  }
}
