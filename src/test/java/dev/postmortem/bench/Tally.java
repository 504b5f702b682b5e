package dev.postmortem.bench;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Counts the answers of a run, and how long each took. */
final class Tally {
  private static final int OK = 200;
  private final LongConsumer acknowledged;
  private final long start = System.nanoTime();
  private long end = start;
  private int good;
  private int refused;
  private long[] latencies = new long[1 << 16];

  /**
   * Counts from now on.
   *
   * @param acknowledged is told of each message that was answered with 200
   */
  Tally(LongConsumer acknowledged) {
    this.acknowledged = acknowledged;
  }

  synchronized void answered(Connection connection, int status) {
    end = System.nanoTime();
    if (count() == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * latencies.length);
    }
    latencies[count()] = end - connection.due();
    if (status == OK) {
      good++;
      acknowledged.accept(connection.message());
    } else {
      refused++;
    }
  }

  private int count() {
    return good + refused;
  }

  synchronized Outcome outcome() {
    long[] all = Arrays.copyOf(latencies, count());
    Arrays.sort(all);
    return new Outcome(good, refused, end - start, all);
  }
}
