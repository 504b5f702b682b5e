package dev.postmortem.mail;

import org.jspecify.annotations.Nullable;

/** A mail was not sent, or not to everybody; the message says why. */
public final class MailRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean again;
  private final String brief;

  MailRefused(String reason, boolean again, @Nullable Throwable cause) {
    this(reason, reason, again, cause);
  }

  MailRefused(String reason, String brief, boolean again, @Nullable Throwable cause) {
    super(reason, cause);
    this.again = again;
    this.brief = brief;
  }

  /** The same for the log: without addresses, and without what the server quotes. */
  public String brief() {
    return brief;
  }

  /** Why, in a sentence a person can read. */
  public String reason() {
    return String.valueOf(getMessage());
  }

  /** Whether it may go through when it is tried later. */
  public boolean again() {
    return again;
  }
}
