package dev.postmortem.workflow;

import java.time.Duration;

/** Is told of every call to Slack, to be counted; it never throws. */
public interface CallWatch {
  /** What stands for an error when there was none. */
  String WELL = "ok";

  /** Nobody counts. */
  CallWatch NONE =
      new CallWatch() {
        @Override
        public void called(String method, String error, long nanos) {}

        @Override
        public void heldBack(String method) {}

        @Override
        public void asksForRest(String method, Duration pause) {}
      };

  /**
   * A call was made.
   *
   * @param method one of those that the bot calls
   * @param error Slack's word for what was wrong, or {@link #WELL}
   */
  void called(String method, String error, long nanos);

  /** A call was not made, as Slack still wants to be left alone or others were before it. */
  void heldBack(String method);

  /** Slack wants to be left alone with this method for so long. */
  void asksForRest(String method, Duration pause);
}
