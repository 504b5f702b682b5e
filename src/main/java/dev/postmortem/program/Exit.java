package dev.postmortem.program;

import org.jspecify.annotations.Nullable;

/** How a command ends. */
public final class Exit {
  /** Done. */
  public static final int DONE = 0;

  /** Refused; the reason is on standard error, one line a fault. */
  public static final int REFUSED = 1;

  private Exit() {}

  /** The command cannot be done; each line of the message is a fault, for a person. */
  public static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    public Fault(@Nullable String why) {
      super(why);
    }
  }
}
