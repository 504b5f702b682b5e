package dev.postmortem.workflow.capture;

import java.time.Instant;

/** How a reading goes on after a step. */
public sealed interface Next {
  /**
   * There is more to read.
   *
   * @param awaited whether somebody waits for it
   */
  record More(boolean awaited) implements Next {}

  /** Not before this time. */
  record Later(Instant at) implements Next {}

  /**
   * Not until somebody does something.
   *
   * @param code Slack's word for what is wrong
   */
  record Shut(String code) implements Next {}

  /** All is read. */
  record Done() implements Next {}
}
