package dev.postmortem.timeline;

/** What an entry is. Its lower-case name stands in the JSON form. */
public enum Kind {
  /** A person said it. */
  MESSAGE,
  /** Somebody wrote it down for the timeline, perhaps later. */
  NOTE,
  /** A bot or a webhook posted it. */
  ALERT,
  /** Slack reports a change of the channel: its topic, purpose or name. */
  EVENT;

  /** The name in the JSON form and in the store. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
