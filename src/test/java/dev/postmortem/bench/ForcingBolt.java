package dev.postmortem.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A bare Bolt that writes each event over a file that is there already, and forces it to the disk
 * before it answers: the least that a durable answer costs on this machine.
 */
public final class ForcingBolt {
  private static final int LENGTH = 8 * 1024 * 1024;
  private final FileChannel file;
  private long at;

  private ForcingBolt(FileChannel file) {
    this.file = file;
  }

  /** Serves until the process is ended; the argument is the file. */
  public static void main(String[] args) throws Exception {
    FileChannel file =
        FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    file.write(ByteBuffer.allocate(LENGTH), 0);
    file.force(true);
    ForcingBolt forcing = new ForcingBolt(file);
    BareBolt.serveAfter(forcing::keep);
  }

  private synchronized void keep(String event) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(event.getBytes(StandardCharsets.UTF_8));
    at = at + bytes.remaining() > LENGTH ? 0 : at;
    at += file.write(bytes, at);
    file.force(false);
  }
}
