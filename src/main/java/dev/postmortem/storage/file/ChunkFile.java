package dev.postmortem.storage.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * H2's file, of which the parts are whole also after the power went.
 *
 * <p>H2 writes what a commit changed as one chunk, and takes a chunk for whole when its beginning
 * and its end are in the file. But of what is not yet forced the disk may have any part when the
 * power goes, so also these two without what is between them, and the database could not be read
 * any more. So the end of a chunk is written when the rest is on the disk, and a chunk when the one
 * before it is: after a cut the file is as it was before a chunk or after it.
 */
final class ChunkFile extends FileBeneath {
  /**
   * A disk writes so much at once or not at all; the footer of a chunk, its last 128 bytes, fits.
   */
  private static final int SECTOR = 512;

  /** Here stands the header of the file, twice and each with a checksum. */
  private static final long HEADER = 0;

  /** An earlier process may have left something that is not on the disk yet. */
  private boolean forced;

  ChunkFile(FileChannel file) {
    super(file);
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) throws IOException {
    int length = source.remaining();
    if (position == HEADER || length <= SECTOR) {
      put(source, position);
      return length;
    }
    if (!forced) {
      force(false);
    }
    int end = source.limit();
    source.limit(end - SECTOR);
    put(source, position);
    force(false);
    source.limit(end);
    put(source, position + length - SECTOR);
    return length;
  }

  private void put(ByteBuffer source, long position) throws IOException {
    forced = false;
    long at = position;
    while (source.hasRemaining()) {
      at += super.write(source, at);
    }
  }

  /** Not while something is written: it might not be on the disk when this returns. */
  @Override
  public synchronized void force(boolean metaData) throws IOException {
    super.force(metaData);
    forced = true;
  }
}
