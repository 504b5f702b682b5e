package dev.postmortem.check;

/**
 * What was found out about one thing.
 *
 * @param about the thing, or the setting that names it
 * @param words one line, without anything secret
 */
public record Finding(Verdict verdict, String about, String words) {

  /** How good it is. */
  public enum Verdict {
    /** As it should be. */
    FINE("ok"),
    /** Worth knowing; the bot can start. */
    NOTE("note"),
    /** The bot cannot start with it, or cannot do what it is for. */
    FAULT("fault");

    private final String word;

    Verdict(String word) {
      this.word = word;
    }
  }

  static Finding fine(String about, String words) {
    return new Finding(Verdict.FINE, about, words);
  }

  static Finding note(String about, String words) {
    return new Finding(Verdict.NOTE, about, words);
  }

  /** Something that somebody has to mend; the words say how. */
  public static Finding fault(String about, String words) {
    return new Finding(Verdict.FAULT, about, words);
  }

  /** Whether somebody has to mend it. */
  public boolean isFault() {
    return verdict == Verdict.FAULT;
  }

  @Override
  public String toString() {
    return "%-6s%s%s".formatted(verdict.word, about.isEmpty() ? "" : about + ": ", words);
  }
}
