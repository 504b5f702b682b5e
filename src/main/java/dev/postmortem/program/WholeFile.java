package dev.postmortem.program;

import dev.postmortem.program.Exit.Fault;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there whole or not at all, and that only its owner reads. It is written under
 * another name beside it.
 */
final class WholeFile implements Closeable {
  private final Path path;
  private final Path made;
  private final FileChannel channel;

  private WholeFile(Path path, Path made, FileChannel channel) {
    this.path = path;
    this.made = made;
    this.channel = channel;
  }

  /** Begins it; whether one that is there is replaced was decided before. */
  static WholeFile at(Path path) throws Fault {
    Path folder = path.toAbsolutePath().getParent();
    try {
      if (folder == null || Files.isDirectory(path)) {
        throw new Fault(path + " is a folder: name a file.");
      }
      Path made = Files.createTempFile(folder, path.getFileName() + ".", ".part");
      return new WholeFile(path, made, FileChannel.open(made, StandardOpenOption.WRITE));
    } catch (IOException refused) {
      throw new Fault(path + " cannot be written: " + why(refused));
    }
  }

  /** It cannot be written; the message is a sentence. */
  static final class CannotWrite extends IOException {
    private static final long serialVersionUID = 1L;

    CannotWrite(Path path, IOException why) {
      super(
          path
              + " cannot be written: "
              + why(why)
              + " Nothing of it was kept, and the database is as it was.",
          why);
    }
  }

  /** Closing it does not end the file. */
  OutputStream out() {
    return new FilterOutputStream(Channels.newOutputStream(channel)) {
      @Override
      public void write(byte[] some, int from, int length) throws IOException {
        try {
          out.write(some, from, length);
        } catch (IOException refused) {
          throw new CannotWrite(path, refused);
        }
      }

      @Override
      public void close() {}
    };
  }

  /** It is all there: from now on it has its name, also when the power fails. */
  long finish() throws CannotWrite {
    try {
      long size = channel.size();
      channel.force(true);
      channel.close();
      Files.move(made, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return size;
    } catch (IOException refused) {
      throw new CannotWrite(path, refused);
    }
  }

  /** Takes away what was not finished. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(made);
  }

  private static String why(IOException refused) {
    if (refused instanceof NoSuchFileException) {
      return "its folder is not there.";
    }
    if (refused instanceof AccessDeniedException) {
      return "this user may not write there.";
    }
    @Nullable String reason =
        refused instanceof FileSystemException system ? system.getReason() : refused.getMessage();
    return (reason == null ? refused.getClass().getSimpleName() : reason) + ".";
  }
}
