package dev.postmortem.slack.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.slack.outbound.SlackFault;
import dev.postmortem.workflow.Backoff;
import dev.postmortem.workflow.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Socket Mode, by our own client of its protocol (docs.slack.dev, "Using Socket Mode"). What comes
 * over it is the product's capture, and Bolt's client cannot keep what HTTP keeps: it has one
 * connection, so each refresh leaves a gap; it looks only every few seconds whether that one still
 * stands; what it has taken waits in its memory, and is forgotten when it ends.
 *
 * <p>Here two connections stand, and each that Slack wants to refresh is replaced before it ends.
 * An envelope is acknowledged on the connection that it came over, after its receiver kept it; else
 * Slack sends it again. Who takes too long to greet, or answers no ping, is given up. When none can
 * be opened it is tried again, with pauses that grow.
 */
public final class SocketMode implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SocketMode.class);

  /** Slack allows an app ten, over all its processes. */
  private static final int WANTED = 2;

  private static final int THREADS = 64;
  private static final int WAITING = 256;
  private static final Duration GREETING = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long GOODBYE_NANOS = 2_000_000;

  /** Slack announces the end of a connection about ten seconds ahead. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(30);

  private static final Set<String> REFUSALS = Set.of("link_disabled", "too_many_websockets");

  private final SocketAddresses addresses;
  private final Receiver receiver;
  private final OkHttpClient client;
  private final Pauses pauses;
  private final List<Connection> connections = new CopyOnWriteArrayList<>();
  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadPoolExecutor crew =
      new ThreadPoolExecutor(
          THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), this::thread);
  private final Thread keeper = new Thread(this::keep, "socket-keeper");
  private final Semaphore bell = new Semaphore(0);
  private @Nullable String firstAddress;
  private volatile boolean stopping;

  /**
   * Not yet connected.
   *
   * @param client pings; a connection that does not answer in time is at its end
   */
  public SocketMode(
      SocketAddresses addresses, Receiver receiver, OkHttpClient client, Backoff backoff) {
    this.addresses = addresses;
    this.receiver = receiver;
    this.client = client;
    this.pauses = new Pauses(backoff);
    crew.allowCoreThreadTimeOut(true);
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work, "socket-" + threads.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Asks Slack for the first address, and opens connections from now on, by itself.
   *
   * @throws SlackFault when Slack refuses or cannot be reached; then nothing has begun
   */
  public void start() throws SlackFault {
    firstAddress = addresses.next();
    keeper.setDaemon(true);
    keeper.start();
  }

  /** Whether Slack can reach the bot at this moment, as far as is known. */
  public boolean isStanding() {
    return connections.stream().anyMatch(Connection::isStanding);
  }

  private void keep() {
    while (!stopping) {
      try {
        connections.removeIf(Connection::isGone);
        long lasting = connections.stream().filter(Connection::isLasting).count();
        letGo();
        if (lasting < WANTED && pauses.left().isZero()) {
          openOne();
        } else {
          await();
        }
      } catch (InterruptedException stop) {
        return;
      } catch (RuntimeException unexpected) {
        LOG.error("a connection to Slack could not be opened", unexpected);
        pauses.failed(Duration.ZERO);
      }
    }
  }

  /**
   * Slack itself ends what it announced: whoever hung up first would lose what is on its way over
   * that connection. One that Slack forgot is ended here.
   */
  private void letGo() {
    connections.stream().filter(one -> one.isOverdue(FORGOTTEN)).forEach(Connection::leave);
    connections.stream()
        .filter(one -> one.isOverdue(FORGOTTEN.multipliedBy(2)))
        .forEach(Connection::cut);
  }

  private void openOne() throws InterruptedException {
    Connection fresh = new Connection(new Watch());
    try {
      String known = firstAddress;
      firstAddress = null;
      fresh.open(client, known == null ? addresses.next() : known);
    } catch (SlackFault fault) {
      Duration pause = fault.pause();
      pauses.failed(pause == null ? Duration.ZERO : pause);
      tell(fault);
      return;
    }
    connections.add(fresh);
    boolean greeted = false;
    try {
      greeted = !stopping && fresh.awaitGreeting(GREETING);
    } finally {
      if (!greeted) {
        fresh.cut();
      }
    }
  }

  private void tell(SlackFault fault) {
    if (fault.isPassing()) {
      LOG.warn("no connection to Slack: {}; it is tried again", fault.getMessage());
    } else {
      LOG.error("no connection to Slack: {}. {}", fault.getMessage(), fault.advice());
    }
  }

  private void await() throws InterruptedException {
    Duration rest = pauses.left();
    boolean shorter = !rest.isZero() && rest.compareTo(LOOK) < 0;
    long most = (shorter ? rest : LOOK).toMillis() + 1;
    if (bell.tryAcquire(most, TimeUnit.MILLISECONDS)) {
      bell.drainPermits();
    }
  }

  private void ring() {
    bell.release();
  }

  /** Keeps what came, and says so. */
  private void handle(Connection over, Envelope envelope) {
    @Nullable String acknowledgement = null;
    try {
      Optional<JsonNode> answer = receiver.receive(envelope);
      acknowledgement = answer.map(envelope::acknowledged).orElse(null);
    } catch (RuntimeException unexpected) {
      LOG.error("an envelope could not be handled; Slack will send it again", unexpected);
    } finally {
      over.done(acknowledgement);
    }
  }

  /** Takes nothing more, finishes and acknowledges what is under way, and says goodbye. */
  public void close(Duration most) {
    Deadline deadline = Deadline.in(most);
    stopping = true;
    keeper.interrupt();
    connections.forEach(Connection::leave);
    while (!deadline.isOver() && !connections.stream().allMatch(Connection::isGone)) {
      LockSupport.parkNanos(GOODBYE_NANOS);
    }
    connections.forEach(Connection::cut);
    crew.shutdownNow();
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(3));
  }

  private final class Watch implements Connection.Owner {
    @Override
    public void sent(Connection over, Envelope envelope) {
      try {
        crew.execute(() -> handle(over, envelope));
      } catch (RejectedExecutionException full) {
        LOG.warn("too much waits to be kept; Slack will send it again");
        over.done(null);
      }
    }

    @Override
    public void dismissed(String reason) {
      if (REFUSALS.contains(reason)) {
        LOG.error(
            "Slack ended a connection: {}. Is Socket Mode switched on, and has the app no more than"
                + " ten connections?",
            reason);
        pauses.failed(Duration.ZERO);
      } else {
        LOG.info("Slack wants a new connection: {}", reason);
      }
      ring();
    }

    @Override
    public void stands() {
      ring();
    }

    @Override
    public void ended(boolean expected) {
      if (!expected) {
        pauses.failed(Duration.ZERO);
      }
      ring();
    }
  }
}
