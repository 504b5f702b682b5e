package dev.postmortem.rehearsal.wire;

import java.time.Duration;
import java.time.Instant;

/** One request and its answer, in either direction. */
public sealed interface Exchange permits ApiCall, Delivery {
  /** When it was asked, by the workspace's clock. */
  Instant at();

  /** How long the answer took, in real time. */
  Duration latency();

  /** The HTTP status; 0 if no answer came. */
  int status();
}
