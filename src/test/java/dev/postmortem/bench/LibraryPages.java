package dev.postmortem.bench;

import dev.postmortem.web.door.Keyring;
import dev.postmortem.workflow.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The pages of a filled library, asked for by somebody who came by a signed link. The bot is a
 * process of its own.
 */
final class LibraryPages {
  private static final String SECRET = "bench".repeat(8);
  private static final String BASE = "http://127.0.0.1";
  private static final String PROBE = "/healthz";
  private static final int WARM_UP = 20;
  private static final int TIMES = Integer.getInteger("bench.times", 101);

  /** A long document takes seconds. */
  private static final int FEW = 11;

  private static final int READERS = 8;
  private static final int ROUNDS = 10;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Child child;
  private final String cookie;
  private final Table table =
      new Table().row("milliseconds", "median", "99 %", "first byte", "KB", "ratio to the probe");

  private LibraryPages(Child child) throws Exception {
    this.child = child;
    this.cookie = cookie();
  }

  /** Starts the bot, asks, and prints how long it took. */
  static void ask(Contender bot, FakeSlack slack, Path directory, int incidents) throws Exception {
    slack.let(LibraryAsk.rooms(incidents));
    Map<String, String> environment = Subject.environment(bot, slack);
    environment.put("PM_WEB_SECRET", SECRET);
    environment.put("PM_BASE_URL", BASE);
    try (Child child = new Child(bot, environment, directory)) {
      System.out.println(bot.name() + ", pages in " + Child.HEAP_MB + " MB, one reader");
      LibraryPages pages = new LibraryPages(child);
      pages.measure(incidents);
      pages.table.print();
      pages.together(incidents);
      Heap heap = child.heap();
      System.out.printf(
          "  heap: peak %d MB of %d, %d MB after a full collection%n%n",
          heap.peak(), Child.HEAP_MB, heap.kept());
    }
  }

  /** A page, and words that stand in it, so that no other answer is taken for it. */
  private record Page(String name, String path, String words) {}

  private static List<Page> pages(int incidents) {
    int one = incidents / 2 + 1;
    String list = Pages.ALL;
    String document = list + "/PM-" + one;
    String rare = LibraryFill.RARE + one;
    String common = LibraryFill.word(0);
    String two = LibraryFill.word(90) + "+" + LibraryFill.word(150);
    return List.of(
        new Page("list", list, "/PM-"),
        new Page("page 40 of the list", list + "?page=40", "</html>"),
        new Page(
            "list, filtered by severity, person and tag",
            list + "?from=2020-01-01&severity=sev2&person=U7&tag=symptom",
            "</html>"),
        new Page("search, rare word", list + "?q=" + rare + "+", "/PM-" + one),
        new Page("search, common word", list + "?q=" + common + "+", "/PM-"),
        new Page("search, two words", list + "?q=" + two + "+", "/PM-"),
        new Page("search, two letters", list + "?q=" + common.substring(0, 2), "/PM-"),
        new Page("document", document, rare),
        new Page("document, .md", document + ".md", rare),
        new Page("document, .json", document + ".json", rare),
        new Page("open tasks", Pages.TASKS, "/PM-"),
        new Page("insights of a year", list + "/insights", "</svg>"),
        new Page("insights of five years", list + "/insights?months=60", "</svg>"));
  }

  private static List<Page> longPages() {
    String document = Pages.ALL + "/PM-1";
    return List.of(
        new Page("the longest document", document, LibraryFill.RARE + "1"),
        new Page("the longest document, .md", document + ".md", LibraryFill.RARE + "1"),
        new Page("the longest document, .json", document + ".json", LibraryFill.RARE + "1"));
  }

  private void measure(int incidents) throws Exception {
    measure(new Page("probe", PROBE, "ok"), TIMES, 0);
    double probe = measure(new Page("probe again", PROBE, "ok"), TIMES, 0);
    for (Page page : pages(incidents)) {
      measure(page, TIMES, probe);
    }
    for (Page page : longPages()) {
      measure(page, FEW, probe);
    }
  }

  private double measure(Page page, int times, double probe) throws Exception {
    check(page);
    for (int i = 0; i < Math.min(times, WARM_UP); i++) {
      get(page);
    }
    List<Got> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(get(page));
    }
    double[] whole = sorted(all.stream().map(Got::whole).toList());
    double[] first = sorted(all.stream().map(Got::first).toList());
    double median = whole[times / 2];
    table.row(
        page.name(),
        "%.1f".formatted(median),
        "%.1f".formatted(whole[times * 99 / 100]),
        "%.1f".formatted(first[times / 2]),
        "%,d".formatted(all.get(0).bytes() / 1_000),
        probe == 0 ? "" : "%.1f".formatted(median / probe));
    return median;
  }

  /** Many who read one page after the other: what they wait for, and that memory does not grow. */
  private void together(int incidents) throws Exception {
    List<Page> pages = new ArrayList<>(pages(incidents));
    pages.addAll(longPages().subList(0, 1));
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<List<Double>>> under = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        int start = i;
        under.add(readers.submit(() -> read(pages, start)));
      }
      List<Double> all = new ArrayList<>();
      for (Future<List<Double>> one : under) {
        all.addAll(one.get());
      }
      double[] sorted = sorted(all);
      System.out.printf(
          "  %d readers at once, each of all pages in turn: %,d pages, median %.1f ms, 99 %% %.1f ms%n",
          READERS, sorted.length, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    } finally {
      readers.shutdownNow();
    }
  }

  private List<Double> read(List<Page> pages, int start) throws Exception {
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < ROUNDS * pages.size(); i++) {
      all.add(get(pages.get((start + i) % pages.size())).whole());
    }
    return all;
  }

  private static double[] sorted(List<Double> all) {
    double[] sorted = all.stream().mapToDouble(each -> each).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /** An answer: when its first byte was there, and when all of it, in milliseconds. */
  private record Got(double first, double whole, long bytes) {}

  private Got get(Page page) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<InputStream> answer =
        client.send(request(page.path()), BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      byte[] some = new byte[16_384];
      long bytes = Math.max(0, body.read(some));
      double first = (System.nanoTime() - start) / 1e6;
      for (int more = body.read(some); more >= 0; more = body.read(some)) {
        bytes += more;
      }
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(page + " was answered with " + answer.statusCode());
      }
      return new Got(first, (System.nanoTime() - start) / 1e6, bytes);
    }
  }

  private void check(Page page) throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request(page.path()), BodyHandlers.ofString());
    if (answer.statusCode() != 200 || !answer.body().contains(page.words())) {
      throw new IllegalStateException(page + " was answered with " + answer.body());
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(BASE + ":" + child.port() + path))
        .header("Cookie", cookie)
        .timeout(Duration.ofSeconds(60))
        .build();
  }

  /** Comes by a link, as from Slack. */
  private String cookie() throws IOException, InterruptedException {
    String link =
        new Keyring(SECRET, BASE + ":" + child.port(), Clock.systemUTC())
            .link(LibraryFill.TEAM, LibraryAsk.READER, Pages.ALL)
            .orElseThrow();
    HttpRequest request = HttpRequest.newBuilder(URI.create(link)).build();
    String session =
        client
            .send(request, BodyHandlers.discarding())
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow();
    return session.substring(0, session.indexOf(';'));
  }
}
