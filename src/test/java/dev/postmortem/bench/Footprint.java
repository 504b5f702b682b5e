package dev.postmortem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux tells in /proc.
 *
 * @param heap in MB, after a full collection
 * @param resident all its memory that is in use, in MB
 * @param threads how many it has
 * @param files how many are open, sockets among them
 */
record Footprint(int heap, int resident, int threads, int files) {

  static Footprint of(Child child) throws Exception {
    int heap = child.heap().kept();
    Path process = Path.of("/proc", String.valueOf(child.pid()));
    return new Footprint(
        heap, number(process, "VmRSS:") / 1024, number(process, "Threads:"), open(process));
  }

  private static int number(Path process, String name) throws IOException {
    String line =
        Files.readAllLines(process.resolve("status")).stream()
            .filter(it -> it.startsWith(name))
            .findFirst()
            .orElseThrow();
    return Integer.parseInt(line.replaceAll("\\D", ""));
  }

  private static int open(Path process) throws IOException {
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return (int) files.count();
    }
  }
}
