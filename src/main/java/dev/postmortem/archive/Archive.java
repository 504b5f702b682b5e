package dev.postmortem.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;

/**
 * The files of an export: an index at the top, and a folder for each channel. Nothing outside of it
 * can be reached, whatever the names in it say.
 */
interface Archive extends AutoCloseable {

  /** The names of the folders. */
  SortedSet<String> folders();

  /** The names of the files right within a folder; those at the top when it is empty. */
  SortedSet<String> files(String folder) throws IOException;

  /** Opens a file that {@link #files} named. */
  Bounded open(String folder, String file) throws IOException;

  /** What a file is called when a person is told of it. */
  String shown(String folder, String file);

  @Override
  void close() throws IOException;

  /**
   * Opens a zip or a folder.
   *
   * @throws Unusable when it is neither
   */
  static Archive open(Path path, Faults faults, Limits limits) throws Unusable {
    if (!Files.exists(path)) {
      throw new Unusable("There is no file or folder " + path + ".");
    }
    try {
      return Files.isDirectory(path)
          ? new FolderArchive(path.toRealPath(), faults, limits)
          : ZipArchive.open(path, faults, limits);
    } catch (IOException unreadable) {
      throw new Unusable(path + " cannot be read: " + unreadable.getMessage());
    }
  }
}
