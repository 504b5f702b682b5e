package dev.postmortem.workflow;

import java.time.Instant;

/** Wakes the workflow at a time, once, also after a restart. Setting an alarm again moves it. */
public interface Alarms {
  void set(Alarm alarm);

  /** Sets an alarm, unless one with its key is set already: then that one stays as it is. */
  void setUnlessSet(Alarm alarm);

  /** Takes an alarm back; one that is not set is no fault. */
  void cancel(String key);

  /**
   * Something to be done later.
   *
   * @param key unique; says what it is about
   */
  record Alarm(String key, Kind kind, long incident, Instant due) {}

  /** What is to be done. */
  enum Kind {
    /** Remind everybody of the meeting. */
    REMINDER,
    /**
     * Read what was lately said in every war room, as events may have been lost; or, of one
     * incident, read on where Slack wanted to be left alone.
     */
    RECONCILE,
    /** Ask the point persons whose morning it is about their unfinished drafts. */
    NUDGE,
    /** Ask the owners whose morning it is about the tasks that are due. */
    TASKS,
    /** Try again to fetch pictures that could not be fetched before. */
    PICTURES,
    /** Take in what is new for those who search. */
    SHELF,
    /** Remove the messages that were kept long enough. */
    RETENTION
  }

  /** Is told what became of the alarms, to be counted; it never throws. */
  interface Watch {
    /** Nobody counts. */
    Watch NONE =
        new Watch() {
          @Override
          public void rang(Kind kind, boolean well) {}

          @Override
          public void missed() {}
        };

    /** An alarm rang, and what it woke returned, or failed. */
    void rang(Kind kind, boolean well);

    /** An alarm could not ring when it was due, and rings late. */
    void missed();
  }
}
