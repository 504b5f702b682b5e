package dev.postmortem.bench;

import dev.postmortem.draft.Records;
import dev.postmortem.draft.Store;
import dev.postmortem.draft.catalog.Fact;
import dev.postmortem.draft.catalog.Query;
import dev.postmortem.draft.catalog.Reader;
import dev.postmortem.draft.catalog.Shelf;
import dev.postmortem.review.insight.Insights;
import dev.postmortem.storage.Database;
import dev.postmortem.workflow.incident.KeepShelf;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A process that fills a library, or asks a filled one what its readers ask. */
final class LibraryAsk {
  private static final String PLAIN =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;CACHE_SIZE=131072";
  static final String READER = "U7";
  private static final int PAGE = 20;
  private static final int WARM_UP = 10;
  private static final int TIMES = Integer.getInteger("bench.times", 101);

  private final Database database;
  private final Store store;
  private final Reader reader;
  private final int incidents;
  private final Table table =
      new Table().row("milliseconds", "median", "99 %", "ratio", "baseline");

  private LibraryAsk(Database database, int incidents) {
    this.database = database;
    this.store = database.store();
    this.incidents = incidents;
    this.reader = new Reader(LibraryFill.TEAM, READER, rooms(incidents));
  }

  /** The private rooms that the reader is in: every fourth. */
  static Set<String> rooms(int incidents) {
    return IntStream.rangeClosed(1, incidents)
        .filter(id -> LibraryFill.isPrivate(id) && id % 20 == 0)
        .mapToObj(LibraryFill::channel)
        .collect(Collectors.toSet());
  }

  /** The phase, the address, how many incidents, how many entries each, and how many the first. */
  public static void main(String[] args) throws Exception {
    int incidents = Integer.parseInt(args[2]);
    if (args[0].equals("fill")) {
      fill(
          args[1],
          new LibraryFill.Size(incidents, Integer.parseInt(args[3]), Integer.parseInt(args[4])));
    }
    try (Database database = Database.open(args[1], "", "")) {
      LibraryAsk library = new LibraryAsk(database, incidents);
      if (args[0].equals("fill")) {
        library.shelve();
      } else {
        library.ask();
      }
    }
  }

  /** Without what the product adds to an address, as nothing is to be lost but time. */
  private static void fill(String url, LibraryFill.Size size) throws Exception {
    Database.open(url, "", "").close();
    String more = url.startsWith("jdbc:h2") ? PLAIN : "&reWriteBatchedInserts=true";
    String user = url.startsWith("jdbc:h2") ? "sa" : "postgres";
    long start = System.nanoTime();
    try (Connection one = DriverManager.getConnection(url + more, user, "")) {
      LibraryFill.fill(one, size);
    }
    System.out.printf("  filled in %.0f s%n", (System.nanoTime() - start) / 1e9);
  }

  private void shelve() throws SQLException {
    long start = System.nanoTime();
    KeepShelf.all(store);
    System.out.printf("  shelf made in %.0f s%n", (System.nanoTime() - start) / 1e9);
    try (Connection one = database.dataSource().getConnection();
        Statement statement = one.createStatement()) {
      statement.execute("analyze");
    }
  }

  private void ask() throws Exception {
    double list = ask("list, first page and count", 0, () -> list(Query.ALL));
    double bare = baseline("list without the rule who may see what", this::bareList, TIMES);
    table.row("  … beside the list without the rule", "", "", ratio(list, bare), ms(bare));
    ask("list, filtered by severity, person and tag", 0, () -> list(filtered()));
    ask("page 100", 0, () -> read(it -> it.catalog().find(reader, Query.ALL, 2_000, PAGE)));
    String rare = LibraryFill.RARE + (incidents / 2 + 1);
    double scan = baseline("every entry looked at for a word", () -> scan(rare), 3);
    ask("search, rare word", scan, () -> list(Query.words(rare + " ")));
    ask("search, common word", scan, () -> list(Query.words(LibraryFill.word(0) + " ")));
    ask(
        "search, two words",
        scan,
        () -> list(Query.words(LibraryFill.word(900) + " " + LibraryFill.word(1_500) + " ")));
    ask(
        "search, two letters of a word",
        scan,
        () -> list(Query.words(LibraryFill.word(40).substring(0, 2))));
    ask("card", 0, () -> read(it -> it.catalog().card(reader, incidents / 2 + 1)));
    ask("open tasks, first page", 0, () -> read(it -> it.catalog().openTasks(reader, 0, 50)));
    ask("choices", 0, () -> read(it -> it.catalog().choices(reader)));
    ask("facts of a year", 0, () -> facts(365));
    ask("facts and insights of three years", 0, this::insights);
    ask(
        "nothing new for the shelf",
        0,
        () -> store.write(it -> it.shelf().keepUp(Shelf.Care.ALL, Shelf.BEGINNING)));
    table.print();
  }

  private static Query filtered() {
    LocalDate from = LocalDate.now(ZoneOffset.UTC).minusYears(2);
    return new Query("", from, null, "sev2", null, "U7", "symptom");
  }

  private <T> T read(Function<Records, T> work) {
    return store.read(work);
  }

  private Object list(Query query) {
    return read(
        it ->
            List.of(it.catalog().find(reader, query, 0, PAGE), it.catalog().count(reader, query)));
  }

  private List<Fact> facts(int days) {
    Instant to = Instant.now();
    return read(it -> it.catalog().facts(reader, to.minusSeconds(86_400L * days), to));
  }

  private Object insights() {
    return Insights.of(facts(3 * 365), ZoneOffset.UTC, LocalDate.EPOCH);
  }

  private Object bareList() throws SQLException {
    return rows(
        "select id, title, severity, state, channel_name, started from incident"
            + " order by started desc, id desc fetch first 20 rows only");
  }

  private Object scan(String word) throws SQLException {
    return rows("select distinct incident from entry where lower(plain) like '%" + word + "%'");
  }

  private int rows(String sql) throws SQLException {
    try (Connection one = database.dataSource().getConnection();
        Statement statement = one.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int count = 0;
      while (rows.next()) {
        count += rows.getString(1).isEmpty() ? 0 : 1;
      }
      return count;
    }
  }

  private double baseline(String name, Callable<?> work, int times) throws Exception {
    double[] sorted = measure(work, times, times < WARM_UP ? 0 : WARM_UP);
    table.row(name, ms(sorted[times / 2]), ms(sorted[times - 1]), "1", "");
    return sorted[times / 2];
  }

  private double ask(String name, double baseline, Callable<?> work) throws Exception {
    double[] sorted = measure(work, TIMES, WARM_UP);
    double median = sorted[TIMES / 2];
    table.row(
        name,
        ms(median),
        ms(sorted[TIMES * 99 / 100]),
        baseline == 0 ? "" : ratio(median, baseline),
        baseline == 0 ? "" : ms(baseline));
    return median;
  }

  private static double[] measure(Callable<?> work, int times, int warmUp) throws Exception {
    double[] all = new double[times];
    for (int i = -warmUp; i < times; i++) {
      long start = System.nanoTime();
      if (work.call() == null) {
        throw new IllegalStateException("no answer");
      }
      all[Math.max(0, i)] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(all);
    return all;
  }

  private static String ms(double value) {
    return "%.1f".formatted(value);
  }

  private static String ratio(double value, double baseline) {
    return "%.4f".formatted(value / baseline);
  }
}
