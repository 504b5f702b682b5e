package dev.postmortem.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * The load generator: a few connections that stay open, and one thread that serves them all. It is
 * made to be cheap, as it runs on the same processors as the server.
 */
final class Load implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final Selector selector = Selector.open();
  private final List<Connection> connections = new ArrayList<>();
  private final Events events;
  private final LongConsumer acknowledged;
  private boolean again;

  /**
   * Connects, to each port in turn: every process hears what is said in every room.
   *
   * @param acknowledged is told the number of each message that was answered with 200
   */
  Load(List<Integer> ports, int connections, Events events, LongConsumer acknowledged)
      throws IOException {
    this.events = events;
    this.acknowledged = acknowledged;
    for (int i = 0; i < connections; i++) {
      this.connections.add(new Connection(ports.get(i % ports.size()), selector));
    }
  }

  /** From now on every message bears the headers of a redelivery. */
  Load redelivered() {
    again = true;
    return this;
  }

  /** Closed loop: each connection sends the next message as soon as its last was answered. */
  Outcome flood(PrimitiveIterator.OfLong messages, Duration most) throws IOException {
    Tally tally = new Tally(acknowledged);
    long end = System.nanoTime() + most.toNanos();
    int underWay = 0;
    for (Connection connection : connections) {
      underWay += next(connection, messages, end);
    }
    while (underWay > 0) {
      for (Connection connection : answered(tally)) {
        underWay += next(connection, messages, end) - 1;
      }
    }
    return tally.outcome();
  }

  private int next(Connection connection, PrimitiveIterator.OfLong messages, long end)
      throws IOException {
    long now = System.nanoTime();
    if (now - end >= 0 || !messages.hasNext()) {
      return 0;
    }
    connection.send(events, messages.nextLong(), again, now);
    return 1;
  }

  /**
   * Open loop: a message is due at a fixed rate, whatever becomes of those before, and its latency
   * counts from then.
   */
  Outcome pace(PrimitiveIterator.OfLong messages, int perSecond) throws Exception {
    BlockingQueue<Connection> idle =
        new ArrayBlockingQueue<>(connections.size(), false, connections);
    Tally tally = new Tally(acknowledged);
    Thread reader = new Thread(() -> read(tally, idle), "reader");
    reader.start();
    try {
      long start = System.nanoTime();
      for (long i = 0; messages.hasNext(); i++) {
        long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
        awaitTime(due);
        free(idle).send(events, messages.nextLong(), again, due);
      }
      for (int i = 0; i < connections.size(); i++) {
        free(idle);
      }
    } finally {
      reader.interrupt();
      reader.join();
    }
    return tally.outcome();
  }

  private static void awaitTime(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Connection free(BlockingQueue<Connection> idle)
      throws InterruptedException, IOException {
    Connection connection = idle.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (connection == null) {
      throw new SocketTimeoutException("no answer within " + PATIENCE);
    }
    return connection;
  }

  /** When this fails, the connections run out, and the sender gives up. */
  private void read(Tally tally, BlockingQueue<Connection> idle) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        idle.addAll(answered(tally));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Waits for answers, and gives the connections that have one. */
  private List<Connection> answered(Tally tally) throws IOException {
    int ready = selector.select(PATIENCE.toMillis());
    if (ready == 0 && !Thread.currentThread().isInterrupted()) {
      throw new SocketTimeoutException("no answer within " + PATIENCE);
    }
    List<Connection> done = new ArrayList<>(ready);
    for (SelectionKey key : selector.selectedKeys()) {
      Connection connection = (Connection) key.attachment();
      int status = connection.answer();
      if (status != 0) {
        tally.answered(connection, status);
        done.add(connection);
      }
    }
    selector.selectedKeys().clear();
    return done;
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
