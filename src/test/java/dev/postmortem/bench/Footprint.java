package dev.postmortem.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux tells in /proc.
 *
 * @param heap in MB, after a full collection
 * @param resident all its memory that is in use, in MB
 * @param beside the part of it that is not Java's heap, in MB; how much of the heap lies in memory
 *     is the collector's choice, and grows and shrinks with the load
 * @param threads how many it has
 * @param files how many are open, sockets among them
 */
record Footprint(int heap, int resident, int beside, int threads, int files) {
  private static final Pattern HEAP = Pattern.compile("\\[0x(\\w+), 0x(\\w+)\\)");
  private static final Pattern MAPPING = Pattern.compile("^(\\p{XDigit}+)-\\p{XDigit}+ .*");

  static Footprint of(Child child) throws Exception {
    int heap = child.heap().kept();
    Path process = Path.of("/proc", String.valueOf(child.pid()));
    List<String> mappings = Files.readAllLines(process.resolve("smaps"));
    List<String> status = Files.readAllLines(process.resolve("status"));
    int resident = number(status, "VmRSS:");
    int ofHeap = resident(mappings, child.tell("GC.heap_info"));
    return new Footprint(
        heap,
        resident / 1024,
        (resident - ofHeap) / 1024,
        number(status, "Threads:"),
        open(process));
  }

  /** How much of what lies in memory is the heap, in kB. */
  private static int resident(List<String> mappings, String heap) {
    MatchResult place = HEAP.matcher(heap).results().findFirst().orElseThrow();
    long from = Long.parseUnsignedLong(place.group(1), 16);
    long to = Long.parseUnsignedLong(place.group(2), 16);
    int all = 0;
    boolean isHeap = false;
    for (String line : mappings) {
      Matcher mapping = MAPPING.matcher(line);
      if (mapping.matches()) {
        long start = Long.parseUnsignedLong(mapping.group(1), 16);
        isHeap = start >= from && start < to;
      } else if (isHeap && line.startsWith("Rss:")) {
        all += number(List.of(line), "Rss:");
      }
    }
    return all;
  }

  private static int number(List<String> lines, String name) {
    String line = lines.stream().filter(it -> it.startsWith(name)).findFirst().orElseThrow();
    return Integer.parseInt(line.replaceAll("\\D", ""));
  }

  private static int open(Path process) throws IOException {
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return (int) files.count();
    }
  }
}
