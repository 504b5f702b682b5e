package dev.postmortem.faults;

import dev.postmortem.storage.file.FileBeneath;
import dev.postmortem.storage.file.SteadyFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * The disk under H2's files in one directory: it can run full, hang, and recover. H2 finds its file
 * systems by the first word of a path; this one takes the place of the one that the bot uses.
 */
public final class TroubledDisk extends FilePathWrapper {
  private static final Map<String, Disk> DISKS = new ConcurrentHashMap<>();

  /** The disk under a directory, well until something is said. */
  static Disk under(Path directory) {
    SteadyFile.register();
    FilePath.register(new TroubledDisk());
    return DISKS.computeIfAbsent(directory.toString(), Disk::new);
  }

  /** H2 makes others from the first, by this constructor. */
  public TroubledDisk() {}

  @Override
  public String getScheme() {
    return SteadyFile.SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    FileChannel channel = new SteadyFile.Place().wrap(getBase()).open(mode);
    return DISKS.entrySet().stream()
        .filter(disk -> name.contains(disk.getKey()))
        .findFirst()
        .<FileChannel>map(disk -> new Channel(channel, disk.getValue()))
        .orElse(channel);
  }

  /** How a disk is at the moment. */
  static final class Disk implements AutoCloseable {
    private final String directory;
    private final AtomicInteger waiting = new AtomicInteger();
    private boolean full;
    private boolean hanging;

    private Disk(String directory) {
      this.directory = directory;
    }

    /** Nothing more can be written. */
    synchronized void runsFull() {
      full = true;
    }

    /** Whoever writes waits until it recovers; what was written before can still be forced. */
    synchronized void hangs() {
      hanging = true;
    }

    synchronized void recovers() {
      full = false;
      hanging = false;
      notifyAll();
    }

    /** How many threads wait for it. */
    int waiting() {
      return waiting.get();
    }

    private synchronized void use() throws IOException {
      waiting.incrementAndGet();
      try {
        while (hanging) {
          wait();
        }
      } catch (InterruptedException stop) {
        throw new IOException(stop);
      } finally {
        waiting.decrementAndGet();
      }
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void close() {
      recovers();
      DISKS.remove(directory);
    }
  }

  /** A file on a disk. */
  private static final class Channel extends FileBeneath {
    private final Disk disk;

    Channel(FileChannel file, Disk disk) {
      super(file);
      this.disk = disk;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      disk.use();
      return super.write(source, position);
    }
  }
}
