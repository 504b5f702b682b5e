package dev.postmortem.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** An export that was unpacked. Links are not followed: they may lead anywhere. */
final class FolderArchive implements Archive {
  private final Path root;
  private final Faults faults;
  private final Limits limits;
  private final Bounded.Budget budget;
  private final SortedSet<String> folders = new TreeSet<>();

  FolderArchive(Path root, Faults faults, Limits limits) throws IOException {
    this.root = root;
    this.faults = faults;
    this.limits = limits;
    this.budget = new Bounded.Budget(limits.all());
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry.getFileName().toString());
        } else if (Files.isSymbolicLink(entry)) {
          faults.add(entry.getFileName().toString(), "it is a link, which is not followed");
        }
      }
    }
  }

  @Override
  public SortedSet<String> folders() {
    return folders;
  }

  @Override
  public SortedSet<String> files(String folder) throws IOException {
    SortedSet<String> files = new TreeSet<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(within(folder))) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
          files.add(name);
        } else if (Files.isSymbolicLink(entry) && !folder.isEmpty()) {
          faults.add(shown(folder, name), "it is a link, which is not followed");
        }
      }
    }
    return files;
  }

  private Path within(String folder) {
    return folder.isEmpty() ? root : root.resolve(folder);
  }

  @Override
  public Bounded open(String folder, String file) throws IOException {
    Path path = within(folder).resolve(file);
    return new Bounded(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), limits, budget, -1);
  }

  @Override
  public String shown(String folder, String file) {
    return folder.isEmpty() ? file : folder + "/" + file;
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
