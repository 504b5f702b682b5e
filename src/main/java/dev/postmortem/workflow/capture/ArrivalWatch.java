package dev.postmortem.workflow.capture;

/**
 * Is told what came from Slack and how it was answered, to be counted. It is called for every
 * event, so it costs next to nothing, and it never throws.
 */
public interface ArrivalWatch {
  /** Nobody counts. */
  ArrivalWatch NONE =
      new ArrivalWatch() {
        @Override
        public void came(Kind kind, Fate fate) {}

        @Override
        public void answered(Way way, long nanos) {}

        @Override
        public void refused() {}

        @Override
        public void withheld() {}
      };

  /** Something came, and that became of it. */
  void came(Kind kind, Fate fate);

  /** Slack had its answer, so long after its request was taken up. */
  void answered(Way way, long nanos);

  /** A request was not Slack's own. */
  void refused();

  /** Slack says that it keeps events back, as there were too many. */
  void withheld();

  /** What came; the words of others are never more than {@link #OTHER}. */
  enum Kind {
    MESSAGE,
    EDIT,
    DELETION,
    REACTION,
    MENTION,
    DIRECT,
    HOME,
    MEMBER,
    CHANNEL,
    PERSON,
    REVOKED,
    COMMAND,
    CLICK,
    WINDOW,
    SHORTCUT,
    OTHER
  }

  /** What became of it. */
  enum Fate {
    /** What it says of an incident is on the disk, or is being done. */
    KEPT,
    /** Nothing of it is to be kept: known already, of no incident, or of a kind that is not. */
    SKIPPED,
    /** There was no room or no store for it; Slack has to send it again. */
    TURNED_AWAY,
    /** It failed unexpectedly. */
    FAILED
  }

  /** How it came. */
  enum Way {
    HTTP,
    SOCKET
  }
}
