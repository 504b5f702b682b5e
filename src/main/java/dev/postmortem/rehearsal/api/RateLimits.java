package dev.postmortem.rehearsal.api;

/** The rate limits of the Web API: on by default, with the bursts that Slack tolerates. */
public final class RateLimits {
  /** Limits nothing. */
  public RateLimits off() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Limits as by default. */
  public RateLimits on() {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }

  /** Tolerates bursts of this many calls only. */
  public RateLimits burst(int calls) {
    return dev.postmortem.rehearsal.text.Unplayed.yet();
  }
}
