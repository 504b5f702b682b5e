package dev.postmortem.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened; the message is a sentence for whoever runs the bot. */
public final class DatabaseRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Hope hope;

  /** Whether it may be opened later, as it is. */
  public enum Hope {
    /** Somebody has to change something first. */
    NONE,
    /** Another process has it, and may be about to end. */
    SOON,
    /** It is away, and comes back by itself. */
    LATER
  }

  DatabaseRefused(String sentence, @Nullable Throwable cause) {
    this(sentence, Hope.NONE, cause);
  }

  DatabaseRefused(String sentence, Hope hope, @Nullable Throwable cause) {
    super(sentence, cause);
    this.hope = hope;
  }

  /** Whether it may be opened later, as it is. */
  public Hope hope() {
    return hope;
  }

  /** Whether another process has it open, most likely the bot, which may be asked then. */
  public boolean isInUse() {
    return hope == Hope.SOON;
  }

  /** For an address that cannot be used; it may hold a password, so it is not repeated. */
  static DatabaseRefused address(String fault) {
    return new DatabaseRefused("The database address " + fault, null);
  }
}
