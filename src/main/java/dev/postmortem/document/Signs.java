package dev.postmortem.document;

/** A few signs, to be found in a text quickly: most characters are none of them. */
public final class Signs {
  private static final int ASCII = 128;
  private static final String DELETE = "\u007F";

  private final boolean[] table = new boolean[ASCII];
  private final boolean beyond;

  private Signs(String signs, int below, boolean beyond) {
    for (char c = 0; c < ASCII; c++) {
      table[c] = c < below || signs.indexOf(c) >= 0;
    }
    this.beyond = beyond;
  }

  /** These signs of ASCII. */
  public static Signs of(String signs) {
    return new Signs(signs, 0, false);
  }

  /** The space, the control characters of ASCII, and these. */
  static Signs spacesAnd(String signs) {
    return new Signs(signs + DELETE, ' ' + 1, false);
  }

  /** The control characters of ASCII, all characters that are not of ASCII, and these. */
  static Signs oddAnd(String signs) {
    return new Signs(signs + DELETE, ' ', true);
  }

  /** Where the next of them stands, the length of the text when there is none. */
  public int next(String text, int from) {
    boolean[] signs = table;
    int length = text.length();
    for (int at = from; at < length; at++) {
      char c = text.charAt(at);
      if (c < ASCII ? signs[c] : beyond) {
        return at;
      }
    }
    return length;
  }
}
