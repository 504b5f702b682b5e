package dev.postmortem.storage.file;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import org.h2.engine.Constants;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A database file that stays open when a thread is interrupted while it works with it. Java closes
 * its usual channels then, and H2 closes the whole database after that; executors that stop
 * interrupt. H2's own answer, its {@code async:} files, hands each write to another thread, which
 * on a busy machine costs milliseconds.
 */
public final class SteadyFile extends FileBaseDefault {
  /** What a path begins with that is to be opened so. */
  public static final String SCHEME = "steady";

  static {
    FilePath.register(new Place());
  }

  private final RandomAccessFile file;

  /** Forces the same file; also this kind stays open when a thread is interrupted. */
  private final AsynchronousFileChannel forcing;

  private SteadyFile(RandomAccessFile file, AsynchronousFileChannel forcing) {
    this.file = file;
    this.forcing = forcing;
  }

  private static SteadyFile open(String name, String mode) throws IOException {
    RandomAccessFile file = new RandomAccessFile(name, mode);
    try {
      Path path = Path.of(name);
      return new SteadyFile(
          file, AsynchronousFileChannel.open(path, mode.equals("r") ? READ : WRITE));
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  /** From the first call on H2 knows such paths; further ones change nothing. */
  public static void register() {
    // was done when this class was loaded
  }

  @Override
  public synchronized int read(ByteBuffer into, long position) throws IOException {
    file.seek(position);
    byte[] bytes = into.hasArray() ? into.array() : new byte[into.remaining()];
    int from = into.hasArray() ? into.arrayOffset() + into.position() : 0;
    int read = file.read(bytes, from, into.remaining());
    if (read > 0 && into.hasArray()) {
      into.position(into.position() + read);
    } else if (read > 0) {
      into.put(bytes, 0, read);
    }
    return read;
  }

  /** All of it. */
  @Override
  public synchronized int write(ByteBuffer from, long position) throws IOException {
    int length = from.remaining();
    file.seek(position);
    if (from.hasArray()) {
      file.write(from.array(), from.arrayOffset() + from.position(), length);
      from.position(from.limit());
    } else {
      byte[] bytes = new byte[length];
      from.get(bytes);
      file.write(bytes);
    }
    return length;
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    if (size < file.length()) {
      file.setLength(size);
    }
  }

  @Override
  public long size() throws IOException {
    return file.length();
  }

  /**
   * All that is needed to read what was written, so also a new length, but not the time of the last
   * change: the file system would enter that into its journal each time.
   */
  @Override
  public void force(boolean metaData) throws IOException {
    forcing.force(false);
  }

  @Override
  public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.getChannel().tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    try (forcing) {
      file.close();
    }
  }

  /**
   * A path as the file system knows it, opened as such a file; public, as H2 makes it by itself.
   * The database is kept whole chunk by chunk; what else is written has checksums, or is not needed
   * after the end of the process.
   */
  public static class Place extends FilePathWrapper {
    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public final FileChannel open(String mode) throws IOException {
      FileChannel file = file(mode);
      return getName().endsWith(Constants.SUFFIX_MV_FILE) ? new ChunkFile(file) : file;
    }

    /** The file itself. */
    protected FileChannel file(String mode) throws IOException {
      return SteadyFile.open(getBase().toString(), mode);
    }
  }
}
