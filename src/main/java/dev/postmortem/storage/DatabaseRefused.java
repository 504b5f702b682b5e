package dev.postmortem.storage;

import org.jspecify.annotations.Nullable;

/** The database cannot be opened; the message is a sentence for whoever runs the bot. */
public final class DatabaseRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean inUse;

  DatabaseRefused(String sentence, @Nullable Throwable cause) {
    this(sentence, cause, false);
  }

  DatabaseRefused(String sentence, @Nullable Throwable cause, boolean inUse) {
    super(sentence, cause);
    this.inUse = inUse;
  }

  /** Whether another process has it open, most likely the bot, which may be asked then. */
  public boolean isInUse() {
    return inUse;
  }

  /** For an address that cannot be used; it may hold a password, so it is not repeated. */
  static DatabaseRefused address(String fault) {
    return new DatabaseRefused("The database address " + fault, null);
  }
}
