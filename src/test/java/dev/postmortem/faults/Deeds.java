package dev.postmortem.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What was done to the files of a disk, in order, and what the disk holds of it when the power goes
 * at any moment. For several threads at once.
 */
final class Deeds {
  /** A disk writes so many bytes at once or not at all. */
  private static final int SECTOR = 512;

  private final List<Deed> all = new ArrayList<>();
  private final Semaphore added = new Semaphore(0);

  private sealed interface Deed {
    String file();
  }

  private record Written(String file, long position, byte[] bytes) implements Deed {}

  private record Shortened(String file, long length) implements Deed {}

  /** What was done to the file before so many deeds is on the disk. */
  private record Forced(String file, int before) implements Deed {}

  synchronized int count() {
    return all.size();
  }

  /** Waits for so many more, but not for long. */
  void awaitMore(int count, Duration most) throws InterruptedException {
    added.drainPermits();
    added.tryAcquire(count, most.toMillis(), TimeUnit.MILLISECONDS);
  }

  private synchronized void add(Deed deed) {
    all.add(deed);
    added.release();
  }

  void written(String file, long position, byte[] bytes) {
    add(new Written(file, position, bytes));
  }

  void shortened(String file, long length) {
    add(new Shortened(file, length));
  }

  /**
   * The file was forced.
   *
   * @param before how many deeds there were when that began
   */
  void forced(String file, int before) {
    add(new Forced(file, before));
  }

  /**
   * Makes the files as they are when the power goes after so many deeds.
   *
   * @param survives is asked for each sector that was written and not forced
   */
  synchronized void leave(int count, BooleanSupplier survives, Path directory) throws IOException {
    Map<String, Integer> safe = new HashMap<>();
    List<Deed> done = all.subList(0, count);
    for (Deed deed : done) {
      if (deed instanceof Forced forced) {
        safe.merge(forced.file(), forced.before(), Math::max);
      }
    }
    for (int i = 0; i < count; i++) {
      Deed deed = done.get(i);
      boolean isSafe = i < safe.getOrDefault(deed.file(), 0);
      Path file = directory.resolve(deed.file());
      if (deed instanceof Written written) {
        write(file, written, isSafe ? () -> true : survives);
      } else if (deed instanceof Shortened shortened && (isSafe || survives.getAsBoolean())) {
        try (FileChannel channel = open(file)) {
          channel.truncate(shortened.length());
        }
      }
    }
  }

  private static void write(Path file, Written written, BooleanSupplier survives)
      throws IOException {
    try (FileChannel channel = open(file)) {
      int from = 0;
      while (from < written.bytes().length) {
        long position = written.position() + from;
        int length = (int) Math.min(written.bytes().length - from, SECTOR - position % SECTOR);
        if (survives.getAsBoolean()) {
          channel.write(ByteBuffer.wrap(written.bytes(), from, length), position);
        }
        from += length;
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
