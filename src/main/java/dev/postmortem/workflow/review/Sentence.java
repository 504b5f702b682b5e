package dev.postmortem.workflow.review;

import dev.postmortem.review.wording.Advice;

/** The sentence in which advised words stand. */
final class Sentence {
  private static final String ENDS = ".!?\n";
  private static final int FAR = 160;

  private Sentence() {}

  /** From the end of the sentence before to the end of its own; of a long one what is near. */
  static String around(String text, Advice advice) {
    int from = advice.start();
    int to = advice.end();
    int earliest = Math.max(0, from - FAR);
    int latest = Math.min(text.length(), to + FAR);
    while (from > earliest && !isEnd(text, from - 1)) {
      from--;
    }
    while (to < latest && !isEnd(text, to)) {
      to++;
    }
    if (to < latest && text.charAt(to) != '\n') {
      to++;
    }
    String before = from > 0 && from == earliest ? "…" : "";
    String after = to < text.length() && to == latest ? "…" : "";
    return before + text.substring(whole(text, from), whole(text, to)).strip() + after;
  }

  /** A dot within a number or an address ends nothing. */
  private static boolean isEnd(String text, int at) {
    boolean last = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
    return ENDS.indexOf(text.charAt(at)) >= 0 && (text.charAt(at) == '\n' || last);
  }

  /** Never inside a character. */
  private static int whole(String text, int at) {
    boolean inside =
        at > 0
            && at < text.length()
            && Character.isLowSurrogate(text.charAt(at))
            && Character.isHighSurrogate(text.charAt(at - 1));
    return inside ? at - 1 : at;
  }
}
