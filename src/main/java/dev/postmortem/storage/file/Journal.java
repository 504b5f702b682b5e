package dev.postmortem.storage.file;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.h2.store.fs.FilePath;

/**
 * A file that pieces of bytes are added to, each on the disk when the call returns, until all are
 * cleared at once. What was added and not cleared is found again when the file is opened, whatever
 * ended the process: a piece is there as a whole or not at all.
 *
 * <p>The file is filled with zeros ahead of what is added, as to force a file that grew costs
 * several times as much. A piece bears the number of the filling it belongs to, which is another
 * one after each clearing: so to clear costs no more than to add, and what is left of earlier
 * pieces behind the last is not taken for one.
 *
 * <p>Not for several threads at once.
 */
public final class Journal implements AutoCloseable {
  /** The first bytes of a piece; the last of them is the version of its form. */
  private static final int MAGIC = 0x504D_4A01;

  /** The magic word, the filling, the length and the checksum. */
  private static final int HEAD = Integer.BYTES + Long.BYTES + Integer.BYTES + Integer.BYTES;

  private static final int STEP = 256 * 1024;
  private static final int MOST = 8 * 1024 * 1024;

  private final FilePath path;
  private final FileChannel file;
  private final List<byte[]> left;
  private long filling;
  private int end;
  private boolean clear = true;
  private int dirty;
  private int filled;

  private Journal(FilePath path, FileChannel file, List<byte[]> left) {
    this.path = path;
    this.file = file;
    this.left = left;
  }

  /**
   * Opens a journal, or makes one.
   *
   * @param name as H2 names files, with a scheme before the path
   * @throws IOException when it cannot be read and written, or was written in a form of later
   */
  public static Journal open(String name) throws IOException {
    FilePath path = FilePath.get(name);
    FileChannel file = path.open("rw");
    try {
      Journal journal = new Journal(path, file, pieces(file));
      journal.dirty = (int) Math.min(MOST, file.size());
      journal.filled = journal.dirty;
      return journal;
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  /** How many pieces a journal holds that nobody has open; none when there is no such file. */
  public static int size(String name) throws IOException {
    FilePath path = FilePath.get(name);
    if (!path.exists()) {
      return 0;
    }
    try (FileChannel file = path.open("r")) {
      return pieces(file).size();
    }
  }

  private static List<byte[]> pieces(FileChannel file) throws IOException {
    byte[] all = new byte[(int) Math.min(MOST, file.size())];
    ByteBuffer into = ByteBuffer.wrap(all);
    while (into.hasRemaining() && file.read(into, into.position()) > 0) {
      // until it is whole
    }
    List<byte[]> pieces = new ArrayList<>();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(all));
    long filling = 0;
    while (in.available() >= HEAD) {
      int magic = in.readInt();
      boolean isOurs = magic >>> Byte.SIZE == MAGIC >>> Byte.SIZE;
      if (isOurs && magic != MAGIC && pieces.isEmpty()) {
        throw new IOException("written in a form of later");
      }
      long its = in.readLong();
      int length = in.readInt();
      int sum = in.readInt();
      boolean follows = magic == MAGIC && (pieces.isEmpty() || its == filling);
      if (!follows || length < 0 || length > in.available()) {
        return pieces;
      }
      byte[] piece = in.readNBytes(length);
      if (sum(its, piece) != sum) {
        return pieces;
      }
      filling = its;
      pieces.add(piece);
    }
    return pieces;
  }

  private static int sum(long filling, byte[] piece) {
    CRC32C sum = new CRC32C();
    sum.update(ByteBuffer.allocate(Long.BYTES).putLong(0, filling));
    sum.update(piece);
    return (int) sum.getValue();
  }

  /**
   * What was found when it was opened, in the order in which it was added. Until {@link #begin}
   * nothing may be added.
   */
  public List<byte[]> left() {
    return left;
  }

  /** Begins anew, with nothing in it. */
  public void begin() throws IOException {
    wipe();
    left.clear();
  }

  /** Whether a piece of this length can be added before the next clearing. */
  public boolean hasRoom(int length) {
    return end + HEAD + (long) length <= MOST;
  }

  /** Whether nothing was added since it was cleared, not even in vain. */
  public boolean isClear() {
    return clear;
  }

  /** Adds a piece; when it throws, the piece is not in it. */
  public void add(byte[] piece) throws IOException {
    ByteBuffer all =
        ByteBuffer.allocate(HEAD + piece.length)
            .putInt(MAGIC)
            .putLong(filling)
            .putInt(piece.length)
            .putInt(sum(filling, piece))
            .put(piece)
            .flip();
    int after = end + all.limit();
    clear = false;
    dirty = Math.max(dirty, after);
    fill(after);
    write(all, end);
    file.force(false);
    end = after;
  }

  /** Takes everything out. */
  public void clear() throws IOException {
    if (clear) {
      return;
    }
    write(ByteBuffer.allocate(HEAD), 0);
    file.force(false);
    end = 0;
    filling++;
    clear = true;
  }

  /** Whether something is left in the file of what was cleared. */
  public boolean isDirty() {
    return dirty > 0;
  }

  /** Takes everything out, and writes zeros over it. */
  public void wipe() throws IOException {
    clear();
    for (int at = 0; at < dirty; at += STEP) {
      write(ByteBuffer.allocate(Math.min(STEP, dirty - at)), at);
    }
    file.force(false);
    dirty = 0;
  }

  private void fill(int to) throws IOException {
    while (filled < to) {
      write(ByteBuffer.allocate(STEP), filled);
      filled += STEP;
    }
  }

  private void write(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += file.write(bytes, at);
    }
  }

  /** Closes it; the file goes, when nothing is in it. */
  @Override
  public void close() throws IOException {
    boolean isNeeded = !isClear() || !left.isEmpty();
    file.close();
    if (!isNeeded) {
      path.delete();
    }
  }
}
