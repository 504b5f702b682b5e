package dev.postmortem.slack.outbound;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A letter did not arrive. */
public final class Undelivered extends Exception {
  private static final long serialVersionUID = 1L;
  private final String said;
  private final boolean last;
  private final @Nullable Duration pause;
  private final String logged;

  private Undelivered(String said, boolean last, @Nullable Duration pause, String logged) {
    super(logged);
    this.said = said;
    this.logged = logged;
    this.last = last;
    this.pause = pause;
  }

  /** It may arrive later. */
  public static Undelivered later(String why, @Nullable Duration pause) {
    return new Undelivered(why, false, pause, why);
  }

  /** It never will. */
  public static Undelivered never(String why) {
    return new Undelivered(why, true, null, why);
  }

  /**
   * What Slack's refusal means: the bot waits to be invited, let in again, or for a channel to be
   * unarchived; what passes is tried again, and anything else is final.
   */
  public static Undelivered of(SlackFault fault) {
    if (fault.isPassing()) {
      return later(fault.code(), fault.pause());
    }
    return fault.is(
            "not_in_channel",
            "channel_not_found",
            "is_archived",
            "missing_scope",
            "invalid_auth",
            "token_revoked",
            "account_inactive")
        ? later(fault.code(), Duration.ofMinutes(5))
        : never(String.valueOf(fault.getMessage()));
  }

  /** The same, with other words in the log, where nobody is to be named or quoted. */
  public Undelivered logged(String words) {
    return new Undelivered(said, last, pause, words);
  }

  String logged() {
    return logged;
  }

  String said() {
    return said;
  }

  boolean isFinal() {
    return last;
  }

  @Nullable Duration pause() {
    return pause;
  }
}
