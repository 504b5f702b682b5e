package dev.postmortem.bench;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who type a command every second, in one war room after the other. */
final class Typing implements AutoCloseable {
  private static final List<String> COMMANDS =
      List.of("status", "note The pool is full", "tasks", "timeline", "list", "search pool");
  private final ScheduledExecutorService people = Executors.newSingleThreadScheduledExecutor();
  private final Subject subject;
  private final int rooms;
  private final AtomicInteger answered = new AtomicInteger();

  /** Begins at once. */
  Typing(Subject subject, int rooms) {
    this.subject = subject;
    this.rooms = rooms;
    people.scheduleAtFixedRate(this::type, 1, 1, TimeUnit.SECONDS);
  }

  private void type() {
    int turn = answered.get();
    subject.command(turn % rooms, COMMANDS.get(turn % COMMANDS.size()));
    answered.incrementAndGet();
  }

  /** How many were answered; one that was refused ends it. */
  int answered() {
    return answered.get();
  }

  @Override
  public void close() {
    people.shutdownNow();
  }
}
