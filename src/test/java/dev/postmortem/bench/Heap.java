package dev.postmortem.bench;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much heap a server took.
 *
 * @param peak the most that was ever used, in MB
 * @param kept what was still used after the last collection, in MB
 */
record Heap(int peak, int kept) {
  private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\(\\d+M\\)");

  /** Reads the lines that {@code -Xlog:gc} writes. */
  static Heap of(List<String> log) {
    List<MatchResult> collections = COLLECTION.matcher(String.join("\n", log)).results().toList();
    int peak = collections.stream().mapToInt(it -> Integer.parseInt(it.group(1))).max().orElse(0);
    int kept =
        collections.isEmpty()
            ? 0
            : Integer.parseInt(collections.get(collections.size() - 1).group(2));
    return new Heap(peak, kept);
  }
}
