package dev.postmortem.demo;

import dev.postmortem.workflow.Desk;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The bot as the demo needs it: running, with a look at what it keeps. */
public interface Bot extends AutoCloseable {
  /** The port that it listens at. */
  int port();

  /** Rings every alarm that the clock has passed. */
  void ringDue();

  /** Waits until nothing is left to do that could be done now. */
  boolean settle(Duration most) throws InterruptedException;

  /** What it keeps. */
  Desk desk();

  @Override
  void close();

  /** Starts the real bot with these settings. */
  interface Starter {
    /** Starts it, or says why it cannot. */
    Bot start(Map<String, String> environment, Clock clock) throws Refused;
  }
}
