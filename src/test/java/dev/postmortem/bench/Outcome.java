package dev.postmortem.bench;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * What came of a run.
 *
 * @param acknowledged how many were answered with 200
 * @param refused how many were answered otherwise
 * @param nanos from the first request to the last answer
 * @param latencies of all answers in nanoseconds, in order of size
 */
record Outcome(int acknowledged, int refused, long nanos, long[] latencies) {
  static final Outcome NOTHING = new Outcome(0, 0, 0, new long[0]);

  /** The two together. */
  Outcome and(Outcome more) {
    long[] both =
        LongStream.concat(Arrays.stream(latencies), Arrays.stream(more.latencies))
            .sorted()
            .toArray();
    return new Outcome(
        acknowledged + more.acknowledged, refused + more.refused, nanos + more.nanos, both);
  }

  double perSecond() {
    return acknowledged * 1e9 / nanos;
  }

  double seconds() {
    return nanos / 1e9;
  }

  /** The latency in milliseconds that this share of all answers did not exceed. */
  double millis(double share) {
    int last = latencies.length - 1;
    return latencies[Math.min(last, (int) Math.ceil(share * last))] / 1e6;
  }

  /** How many answers took longer. */
  long over(double millis) {
    return Arrays.stream(latencies).filter(nanos -> nanos > millis * 1e6).count();
  }
}
