package dev.postmortem.review.wording;

/**
 * One word of a text, or what stands between words.
 *
 * @param start where it begins, in chars
 * @param end where it is over
 * @param word in lower case and with a straight apostrophe; empty unless it is a word
 * @param capital whether it begins with a capital letter
 */
record Token(int start, int end, Sort sort, String word, boolean capital) {
  /** What stands before the first and behind the last word. */
  static final Token NOTHING = new Token(0, 0, Sort.END, "", false);

  enum Sort {
    WORD,
    /** Code, an address, or something else that nobody reads as a word. */
    OPAQUE,
    /** A comma, a colon, a dash, a bracket or a quotation mark. */
    BREAK,
    /** A sentence is over. */
    END
  }

  boolean isWord() {
    return sort == Sort.WORD;
  }

  boolean is(String other) {
    return word.equals(other);
  }

  /** Whose something is: the word before {@code 's}, empty when nobody's. */
  String possessor() {
    if (word.endsWith("'s")) {
      return word.substring(0, word.length() - 2);
    }
    return word.endsWith("s'") ? word.substring(0, word.length() - 1) : "";
  }
}
