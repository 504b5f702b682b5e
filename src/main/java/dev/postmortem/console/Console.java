package dev.postmortem.console;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running bot's side: waits at a socket, and does errands, at most two at once. */
public final class Console implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final int AT_ONCE = 2;
  private static final long GOODBYE_SECONDS = 5;

  /** Whoever takes nothing for so long is let go: what is read for them is held back meanwhile. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path place;
  private final ServerSocketChannel socket;
  private final Map<String, Errand> errands;
  private final Duration patience;
  private final Set<Visit> visits = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(AT_ONCE + 1, Console::daemon);
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(Console::daemon);

  private Console(
      Path place, ServerSocketChannel socket, Map<String, Errand> errands, Duration patience) {
    this.place = place;
    this.socket = socket;
    this.errands = Map.copyOf(errands);
    this.patience = patience;
  }

  /**
   * Waits at a place in the file system. Whatever a process that was killed left there is replaced:
   * whoever opens this must know that no other process waits there.
   */
  public static Console open(Path place, Map<String, Errand> errands) throws IOException {
    return open(place, errands, PATIENCE);
  }

  static Console open(Path place, Map<String, Errand> errands, Duration patience)
      throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      bind(socket, place);
    } catch (IOException | RuntimeException failed) {
      socket.close();
      throw failed;
    }
    Console console = new Console(place, socket, errands, patience);
    console.begin();
    return console;
  }

  private void begin() {
    threads.execute(this::welcome);
    long often = patience.toMillis() / 4;
    var unused =
        watch.scheduleWithFixedDelay(
            () -> visits.forEach(visit -> visit.endIfIdle(patience)),
            often,
            often,
            TimeUnit.MILLISECONDS);
  }

  /** Made in a folder that is its owner's alone, so that it is never there for anybody else. */
  private static void bind(ServerSocketChannel socket, Path place) throws IOException {
    Path folder = place.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("no folder");
    }
    Path closed = Files.createTempDirectory(folder, ".pm");
    Path made = closed.resolve("s");
    try {
      socket.bind(UnixDomainSocketAddress.of(made));
      Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
      Files.move(made, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(made);
      Files.delete(closed);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "console");
    thread.setDaemon(true);
    return thread;
  }

  private void welcome() {
    while (socket.isOpen()) {
      try {
        Visit visit = new Visit(socket.accept());
        visits.add(visit);
        threads.execute(() -> attend(visit));
      } catch (IOException | RuntimeException closed) {
        LOG.debug("nobody is let in any more", closed);
      }
    }
  }

  private void attend(Visit visit) {
    try (visit;
        DataOutputStream out =
            new DataOutputStream(new BufferedOutputStream(visit.out(), 65_536))) {
      List<String> words = Frames.asked(visit.in());
      visit.heard();
      Frames.end(out, run(words, new Frames.Written(out)));
    } catch (IOException gone) {
      LOG.info("somebody who asked for something did not wait for it: {}", gone.getMessage());
    } finally {
      visits.remove(visit);
    }
  }

  private int run(List<String> words, Answer answer) throws IOException {
    Errand errand = errands.get(words.get(0));
    if (errand == null) {
      answer.refuse("The bot that runs does not know “" + words.get(0) + "”: it is older.");
      return 1;
    }
    LOG.info("asked by the operator for {}", words.get(0));
    try {
      return errand.run(words.subList(1, words.size()), answer);
    } catch (RuntimeException failed) {
      LOG.error("{} failed", words.get(0), failed);
      answer.refuse("Something went wrong that should not; the bot's log says what.");
      return 1;
    }
  }

  /** Lets nobody in any more, and ends what is under way. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(place);
      socket.close();
      for (Visit visit : visits) {
        visit.close();
      }
    } catch (IOException left) {
      LOG.debug("not closed cleanly", left);
    }
    watch.shutdownNow();
    threads.shutdown();
    try {
      if (!threads.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("an errand of the operator goes on");
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
