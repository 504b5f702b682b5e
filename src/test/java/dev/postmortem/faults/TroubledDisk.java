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

/**
 * The disk under H2's files in one directory: it can run full, hang, and recover, and remembers
 * what was done to it. H2 finds its file systems by the first word of a path; this one takes the
 * place of the one that the bot uses.
 */
public final class TroubledDisk extends SteadyFile.Place {
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
  protected FileChannel file(String mode) throws IOException {
    FileChannel channel = super.file(mode);
    return DISKS.entrySet().stream()
        .filter(disk -> name.contains(disk.getKey()))
        .findFirst()
        .<FileChannel>map(disk -> new Channel(channel, getName(), disk.getValue()))
        .orElse(channel);
  }

  /** How a disk is at the moment. */
  static final class Disk implements AutoCloseable {
    private final String directory;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Deeds deeds = new Deeds();
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

    /** What was done to its files so far. */
    Deeds deeds() {
      return deeds;
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
    private final String name;
    private final Disk disk;

    Channel(FileChannel file, String name, Disk disk) {
      super(file);
      this.name = name;
      this.disk = disk;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      disk.use();
      byte[] bytes = new byte[source.remaining()];
      source.duplicate().get(bytes);
      // in the order in which the file gets them
      synchronized (disk.deeds) {
        disk.deeds.written(name, position, bytes);
        return super.write(source, position);
      }
    }

    @Override
    protected void implTruncate(long size) throws IOException {
      synchronized (disk.deeds) {
        disk.deeds.shortened(name, size);
        super.implTruncate(size);
      }
    }

    @Override
    public void force(boolean metaData) throws IOException {
      int before = disk.deeds.count();
      super.force(metaData);
      disk.deeds.forced(name, before);
    }
  }
}
