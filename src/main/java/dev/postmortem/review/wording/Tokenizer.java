package dev.postmortem.review.wording;

import dev.postmortem.review.wording.Token.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes a text apart in one pass. Code between backticks is passed over as one piece. */
final class Tokenizer {
  private static final int LONGEST = 30;
  private static final String BREAKS = ",;:()[]{}\"“”«»—–|";
  private static final String ENDS = ".!?…";
  private static final String TRIMMED = "*_~<>'‘’#";
  private static final String BULLETS = "-*•#>0123456789";

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Tokenizer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    Tokenizer all = new Tokenizer(text);
    while (all.at < text.length()) {
      all.next();
    }
    return all.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      line();
    } else if (isSpace(c)) {
      at++;
    } else if (c == '`') {
      code();
    } else if (BREAKS.indexOf(c) >= 0) {
      add(Sort.BREAK, at + 1);
    } else if (ENDS.indexOf(c) >= 0) {
      add(Sort.END, at + 1);
    } else {
      word();
    }
  }

  /** A line goes on in the next one when that begins like the middle of a sentence. */
  private void line() {
    int from = at;
    int lines = 0;
    while (at < text.length() && isSpace(text.charAt(at))) {
      lines += text.charAt(at) == '\n' ? 1 : 0;
      at++;
    }
    boolean goesOn =
        lines < 2
            && at < text.length()
            && !Character.isUpperCase(text.charAt(at))
            && BULLETS.indexOf(text.charAt(at)) < 0;
    if (!goesOn) {
      tokens.add(new Token(from, from, Sort.END, "", false));
    }
  }

  private void code() {
    boolean fence = text.startsWith("```", at);
    int length = fence ? 3 : 1;
    int close = fence ? text.indexOf("```", at + length) : closeInLine(at + length);
    add(close < 0 ? Sort.BREAK : Sort.OPAQUE, (close < 0 ? at : close) + length);
  }

  private int closeInLine(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '`' && text.charAt(end) != '\n') {
      end++;
    }
    return end < text.length() && text.charAt(end) == '`' ? end : -1;
  }

  private void word() {
    int from = at;
    int end = at;
    while (end < text.length() && isOfWord(end)) {
      end++;
    }
    at = end;
    while (from < end && TRIMMED.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (end > from && TRIMMED.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end - from == 1 && text.charAt(from) == '-') {
      tokens.add(new Token(from, end, Sort.BREAK, "", false));
    } else if (end > from) {
      tokens.add(word(from, end));
    }
  }

  private Token word(int from, int end) {
    boolean capital = Character.isUpperCase(text.charAt(from));
    if (end - from > LONGEST) {
      return new Token(from, end, Sort.OPAQUE, "", capital);
    }
    String word = text.substring(from, end).toLowerCase(Locale.ROOT).replace('’', '\'');
    boolean opaque = word.contains("/") || word.contains("=") || word.contains("\\");
    return opaque
        ? new Token(from, end, Sort.OPAQUE, "", capital)
        : new Token(from, end, Sort.WORD, word, capital);
  }

  /** A full stop or a colon inside of a word, as in {@code docs.rs}, belongs to it. */
  private boolean isOfWord(int index) {
    char c = text.charAt(index);
    if (c == ':' || ENDS.indexOf(c) >= 0) {
      return index + 1 < text.length() && isLetterOrSlash(text.charAt(index + 1));
    }
    return !isSpace(c) && c != '`' && BREAKS.indexOf(c) < 0;
  }

  private static boolean isLetterOrSlash(char c) {
    return Character.isLetterOrDigit(c) || c == '/';
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isWhitespace(c) || c == '\u00a0';
  }

  private void add(Sort sort, int end) {
    tokens.add(new Token(at, end, sort, "", false));
    at = end;
  }
}
