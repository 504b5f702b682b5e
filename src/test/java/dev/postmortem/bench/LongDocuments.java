package dev.postmortem.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether an entry of a long document costs more than one of a short document, see {@link
 * WholeDocuments}.
 */
final class LongDocuments {
  private static final int FEW = 10_000;
  private static final int HEAP = 512;
  private final int many;

  /**
   * @param many the entries of the long one
   */
  LongDocuments(int many) {
    this.many = many;
  }

  void run(Path directory) throws Exception {
    System.out.printf(
        "Whole documents: composed, and written as Markdown, HTML, JSON and text, in %d MB%n",
        HEAP);
    Path collections = Files.createDirectories(directory).resolve("gc");
    List<String> rounds = measure(collections);
    double few = median(rounds, 0);
    double lots = median(rounds, 1);
    new Table()
        .row("µs per entry of", "%,d".formatted(FEW), "%,d".formatted(many), "ratio", "heap, MB")
        .row(
            "all four forms",
            "%.1f".formatted(few / 1e3),
            "%.1f".formatted(lots / 1e3),
            "%.2f".formatted(lots / few),
            String.valueOf(Heap.of(Files.readAllLines(collections)).peak()))
        .print();
  }

  private static double median(List<String> rounds, int column) {
    double[] sorted =
        rounds.stream()
            .mapToDouble(round -> Double.parseDouble(round.split(" ", -1)[column]))
            .sorted()
            .toArray();
    return sorted[sorted.length / 2];
  }

  private List<String> measure(Path collections) throws Exception {
    List<String> command = Child.java(HEAP, collections);
    command.addAll(
        List.of(WholeDocuments.class.getName(), String.valueOf(FEW), String.valueOf(many)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Thread last = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(last);
    List<String> rounds =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    if (process.waitFor() != 0 || rounds.isEmpty()) {
      throw new IllegalStateException("the documents were not written, see above");
    }
    Runtime.getRuntime().removeShutdownHook(last);
    return rounds;
  }
}
