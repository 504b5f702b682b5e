package dev.postmortem;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Exports for tests: an invented workspace, whole, copied or packed. */
final class Exports {
  private Exports() {}

  /** As it lies among the test's files; not to be changed. */
  static Path tearoom() {
    URL url = Exports.class.getResource("archive/tearoom");
    try {
      return Path.of(Objects.requireNonNull(url).toURI());
    } catch (URISyntaxException never) {
      throw new IllegalStateException(never);
    }
  }

  /** A copy that may be changed. */
  static Path copy(Path into) {
    for (Path file : files(tearoom())) {
      Path target = into.resolve(tearoom().relativize(file).toString());
      try {
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return into;
  }

  /** A folder as a zip, each name behind a prefix. */
  static Path packed(Path folder, String prefix, Path zip) throws IOException {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      for (Path file : files(folder)) {
        add(packed, prefix + folder.relativize(file), Files.readAllBytes(file));
      }
    }
    return zip;
  }

  /** Adds a file of any name. */
  static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
