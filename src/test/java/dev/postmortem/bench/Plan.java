package dev.postmortem.bench;

import java.time.Duration;
import java.util.List;

/**
 * What is measured, and for how long.
 *
 * @param parts of closed, open, floor, replicas, rooms, growth, burst, words, library and soak
 * @param warmUp events that each server gets before it is compared; the JIT needs over 100,000
 * @param rounds of the closed loop
 * @param round the length of each
 * @param open the length of the open loop at each rate
 * @param messages in the incident that grows; the longest of the library has a part of them
 * @param burst events that come again after an outage
 */
record Plan(
    List<String> parts,
    int warmUp,
    int rounds,
    Duration round,
    Duration open,
    int messages,
    int burst) {
  static final int CONNECTIONS = 64;

  /** All but the soak and the floor, which take half an hour or more each by themselves. */
  private static final String PARTS = "closed,open,replicas,rooms,growth,library,burst,words";

  /** Reads {@code -Dbench=…}, {@code -Dbench.warmup=…} and their like. */
  static Plan read() {
    return new Plan(
        List.of(System.getProperty("bench", PARTS).split(",", -1)),
        Integer.getInteger("bench.warmup", 250_000),
        Integer.getInteger("bench.rounds", 5),
        Duration.ofSeconds(5),
        Duration.ofSeconds(Integer.getInteger("bench.seconds", 60)),
        Integer.getInteger("bench.messages", 100_000),
        10_000);
  }

  /** The same, but only this part of it. */
  Plan only(String part) {
    return new Plan(List.of(part), warmUp, rounds, round, open, messages, burst);
  }

  boolean has(String part) {
    return parts.contains(part);
  }
}
