package dev.postmortem.cluster;

import dev.postmortem.faults.Chat;
import dev.postmortem.faults.Kept;
import dev.postmortem.faults.Life;
import dev.postmortem.faults.Outgoing;
import dev.postmortem.faults.Promise;
import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.CommandAnswer;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Robot;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.wire.Delivery;
import dev.postmortem.rehearsal.wire.Exchange;
import dev.postmortem.storage.Database;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * A company in many war rooms at once, which talks as fast as it is heard; and what must have come
 * of it.
 */
final class Crowd implements AutoCloseable {
  private static final int SPEAKERS = 6;
  private static final int LEADERS = 2;

  /** Words that are said and not yet delivered: Slack would not hold back, but memory is short. */
  private static final int UNHEARD = 300;

  private static final List<Duration> RETRIES =
      List.of(Duration.ZERO, Duration.ofMillis(1_500), Duration.ofMillis(5_000));

  private static final Set<String> TALK = Set.of("said", "alerted", "replied");
  private final Workspace slack;
  private final String database;
  private final Random random;
  private final List<Member> people = new ArrayList<>();
  private final List<Chat> chats = new ArrayList<>();
  private final List<Channel> planned = new ArrayList<>();
  private final Set<String> watched = ConcurrentHashMap.newKeySet();
  private final Queue<Given> promises = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> events = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> work = new ArrayList<>();
  private final AtomicInteger acts = new AtomicInteger();
  private final AtomicInteger all = new AtomicInteger();
  private final AtomicInteger heard = new AtomicInteger();
  private final AtomicInteger lives = new AtomicInteger();
  private volatile boolean going = true;
  private volatile int allowed;
  private int due;

  Crowd(String database, long seed) throws Exception {
    this.database = database;
    random = new Random(seed);
    slack =
        Workspace.open(
            Workspace.plan()
                .manifest(Files.readString(Path.of("manifest.yml")))
                .retries(RETRIES)
                .patience(Duration.ofSeconds(60))
                .build());
    slack.rateLimits().off();
    slack.deliveries().inParallel();
    slack.journal().onKeep(this::note);
    for (String name : List.of("joe", "jane", "ada", "lin")) {
      people.add(slack.member(name, name + " Doe", "Engineer", ZoneId.of("Europe/London")));
    }
    slack.channel("postmortems", people.get(3));
  }

  Workspace slack() {
    return slack;
  }

  /** A promise, and when it was given. */
  private record Given(Promise promise, Instant at) {}

  private void note(Exchange exchange) {
    if (exchange instanceof Delivery delivery && delivery.kind().equals("events_api")) {
      if (delivery.attempt() == 0) {
        heard.incrementAndGet();
      }
      boolean kept = delivery.status() == 200;
      count(kept ? delivery.attempt() == 0 ? "at once" : "when sent again" : "attempts failed");
      if (kept) {
        Promise.of(delivery.payload().path("event"), slack.botUserId())
            .ifPresent(promise -> promises.add(new Given(promise, Instant.now())));
      }
    }
  }

  private void count(String what) {
    events.computeIfAbsent(what, fresh -> new AtomicInteger()).incrementAndGet();
  }

  /** The war rooms open, all at once; in the first few of them a meeting is planned. */
  void gather(int rooms, int meetings) throws Exception {
    Robot alerts = slack.webhook("Alerts");
    List<Future<?>> opened = new ArrayList<>();
    ExecutorService side = Executors.newFixedThreadPool(4);
    for (int i = 0; i < rooms; i++) {
      Channel room = room("inc-" + i);
      Life life = new Life(people.get(0), room, "War room " + i);
      opened.add(side.submit(life::start));
      watched.add(room.id());
      chats.add(new Chat(room, people, alerts, random.nextLong()));
    }
    for (Future<?> each : opened) {
      each.get(5, TimeUnit.MINUTES);
    }
    side.shutdown();
    for (int i = 0; i < meetings; i++) {
      planned.add(chats.get(i).room());
      new Life(people.get(2), chats.get(i).room(), "War room " + i).meets();
    }
  }

  private Channel room(String name) {
    return slack.channel(name, people.toArray(Member[]::new)).invite(slack.bot());
  }

  /** They may say so many messages in all. */
  void allow(int messages) {
    allowed = messages;
  }

  /** Everybody talks as far as allowed, and some lead incidents to their end. */
  void talk() {
    for (int i = 0; i < SPEAKERS; i++) {
      List<Chat> own = new ArrayList<>();
      for (int j = i; j < chats.size(); j += SPEAKERS) {
        own.add(chats.get(j));
      }
      long seed = random.nextLong();
      work.add(threads.submit(() -> talk(own, new Random(seed))));
    }
    people.subList(0, LEADERS).forEach(who -> work.add(threads.submit(() -> lead(who))));
  }

  private void talk(List<Chat> own, Random chance) {
    int said = 0;
    while (going && !own.isEmpty()) {
      if (said > allowed / SPEAKERS || acts.get() - heard.get() > UNHEARD) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      } else {
        Chat chat = own.get(chance.nextInt(own.size()));
        int before = messages(chat);
        chat.goOn();
        said += messages(chat) - before;
        acts.incrementAndGet();
        all.addAndGet(messages(chat) - before);
      }
    }
  }

  private static int messages(Chat chat) {
    return TALK.stream().mapToInt(what -> chat.counts().getOrDefault(what, 0)).sum();
  }

  private void lead(Member who) {
    for (int i = 1; going; i++) {
      Channel room = room("life-" + who.name() + "-" + i);
      Life life = new Life(who, room, "Life " + who.name() + " " + i);
      life.start();
      watched.add(room.id());
      life.goOn();
      lives.incrementAndGet();
    }
  }

  /** How many messages were said. */
  int said() {
    return all.get();
  }

  /**
   * The next planned meeting is in a few minutes all of a sudden, as if the days had passed; its
   * reminder and the word that it begins are due. Does nothing when there is none left.
   */
  void makeOneDue() throws SQLException {
    if (due == planned.size()) {
      return;
    }
    String room = planned.get(due++).id();
    String incident = "(select id from incident where channel = '" + room + "')";
    order(
        "update meeting set starts = now() + interval '9 minutes' where incident = " + incident,
        "update qrtz_triggers set next_fire_time = extract(epoch from now())::bigint * 1000 where trigger_state = 'WAITING'"
            + " and trigger_name = 'reminder/' || "
            + incident);
  }

  /** While no bot lives: what was in their hands is given back, as if two minutes had passed. */
  void leasesPass() throws SQLException {
    order("update letter set taken_until = now() where state = 'TAKEN'");
  }

  private void order(String... orders) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      for (String order : orders) {
        statement.executeUpdate(order);
      }
    }
  }

  /** Everybody finishes what they are at, and Slack has nothing left to send. */
  void finish() throws Exception {
    while (due < planned.size()) {
      makeOneDue();
    }
    going = false;
    for (Future<?> one : work) {
      one.get(5, TimeUnit.MINUTES);
    }
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (slack.deliveries().retriesWaiting() > 0 && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    slack.settle();
  }

  /** Waits until the bots have nothing to read and to send any more. */
  void awaitRest(Duration most) throws Exception {
    long end = System.nanoTime() + most.toNanos();
    int quiet = 0;
    while (quiet < 3 && System.nanoTime() < end) {
      quiet = left().isEmpty() ? quiet + 1 : 0;
      Thread.sleep(250);
    }
  }

  private List<String> left() throws SQLException {
    List<String> left = new ArrayList<>();
    left.addAll(
        rows(
            "select 'letter ' || letter_key from letter where state in ('WAITING', 'TAKEN')"
                + " and kind <> 'REFRESH'"));
    left.addAll(
        rows(
            "select 'reading ' || r.incident from reading r join incident i on i.id = r.incident"
                + " where r.finished is null and i.capturing is not null"));
    left.addAll(
        rows(
            "select 'reminder ' || m.incident from meeting m where m.starts < now() +"
                + " interval '10 minutes' and m.starts > now() and not exists (select 1 from letter l"
                + " where l.incident = m.incident and l.kind = 'MEETING_SOON')"));
    return left;
  }

  private List<String> rows(String question) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  /** Everything that is wrong, in sentences; nothing when all is well. */
  List<String> faults() throws Exception {
    Outgoing outgoing = new Outgoing(slack);
    Kept kept = Kept.at(database, null);
    List<String> faults = new ArrayList<>();
    left().forEach(left -> faults.add("not done in time: " + left));
    Map<String, Instant> published = published();
    promises.stream()
        .filter(given -> watched.contains(given.promise().channel()))
        .filter(given -> !given.promise().isKept(kept))
        .filter(given -> !isTooLate(given, published))
        .forEach(given -> faults.add("acknowledged and lost: " + lost(given.promise())));
    outgoing.twice().forEach(twice -> faults.add("sent twice: " + twice));
    kept.neverSent(outgoing).forEach(letter -> faults.add("never sent: " + letter));
    faults.addAll(differences());
    faults.addAll(miscounted(outgoing));
    return faults.stream().limit(30).toList();
  }

  /**
   * What comes only when the document is out belongs to no incident any more. Bots and test share
   * one clock.
   */
  private boolean isTooLate(Given given, Map<String, Instant> published) {
    Instant end = published.get(given.promise().channel());
    boolean late = end != null && !given.at().isBefore(end);
    if (late) {
      count("after the document was out");
    }
    return late;
  }

  private Map<String, Instant> published() throws SQLException {
    Map<String, Instant> ends = new HashMap<>();
    for (String row :
        rows(
            "select channel || ' ' || extract(epoch from published) from incident"
                + " where published is not null")) {
      String[] parts = row.split(" ");
      ends.put(parts[0], Instant.ofEpochMilli((long) (Double.parseDouble(parts[1]) * 1_000)));
    }
    return ends;
  }

  /** With what is said there, and whether the incident was over when it was said. */
  private String lost(Promise promise) {
    String room = slack.find(promise.channel()).map(slack::transcript).orElse("");
    return promise + " in:\n" + room.lines().limit(20).collect(Collectors.joining("\n"));
  }

  private List<String> miscounted(Outgoing outgoing) throws SQLException {
    List<String> faults = new ArrayList<>();
    int published = rows("select id from incident where state = 'PUBLISHED'").size();
    int incidents = rows("select id from incident").size();
    Map<String, Integer> expected =
        Map.of("opening", incidents, "reminder", planned.size(), "soon", planned.size());
    expected.forEach(
        (kind, count) -> {
          int sent = outgoing.kinds().getOrDefault(kind, 0);
          if (kind.equals("reminder") ? sent < count : sent != count) {
            faults.add(sent + " of kind " + kind + " for " + count);
          }
        });
    int documents =
        rows("select letter from posting where letter ~ '^broadcast/\\d+$' and part = 0").size();
    if (published < lives.get() || documents != published) {
      faults.add(documents + " documents, " + published + " published, " + lives + " led");
    }
    return faults;
  }

  private List<String> differences() throws Exception {
    List<String> differences = new ArrayList<>();
    try (Database opened = Database.open(database, "", "")) {
      for (Chat chat : chats) {
        List<String> kept =
            opened
                .store()
                .read(
                    records ->
                        records
                            .drafts()
                            .ofChannel(slack.teamId(), chat.room().id())
                            .map(draft -> records.timelines().of(draft.id()))
                            .orElse(List.of()))
                .stream()
                .map(entry -> entry.message().plain() + " " + new TreeSet<>(entry.tags()))
                .filter(words -> words.startsWith("word "))
                .toList();
        List<String> said = chat.standing();
        if (!kept.equals(said)) {
          differences.addAll(difference(chat.room().name(), kept, said));
        }
      }
    }
    return differences;
  }

  private static List<String> difference(String room, List<String> kept, List<String> said) {
    List<String> found = new ArrayList<>();
    Set<String> lost = new HashSet<>(said);
    kept.forEach(lost::remove);
    Set<String> more = new HashSet<>(kept);
    said.forEach(more::remove);
    lost.forEach(words -> found.add(room + " lost: " + words));
    more.forEach(words -> found.add(room + " not said: " + words));
    if (found.isEmpty()) {
      found.add(room + " keeps " + kept.size() + " of " + said.size() + ", or in another order");
    }
    return found;
  }

  /** What each bot, asked alone, says otherwise than the first. */
  List<String> disagreements(List<URI> bots) throws SQLException {
    List<String> differences = new ArrayList<>();
    Map<String, String> first = new HashMap<>();
    // one that began between two questions would be told of in other words
    order("update meeting set starts = now() + interval '1 day'");
    for (URI bot : bots) {
      slack.disconnect();
      slack.connect(bot);
      for (Chat chat : chats) {
        for (String command : List.of("/pm status", "/pm timeline", "/pm tasks")) {
          compare(chat.room(), command, first, differences);
        }
      }
      compare(chats.get(0).room(), "/pm list", first, differences);
    }
    return differences.stream().limit(10).toList();
  }

  private void compare(
      Channel room, String command, Map<String, String> first, List<String> differences) {
    Member asker = people.get(3);
    asker.openModal().ifPresent(modal -> modal.closeAll());
    CommandAnswer answer = asker.in(room).types(command);
    String said =
        command.equals("/pm timeline")
            ? slack.await("a timeline", () -> asker.openModal().map(modal -> modal.text()))
            : answer.text().replaceAll(", lasting .*", ""); // the clock goes on
    String before = first.putIfAbsent(room.name() + command, said);
    if (before != null && !before.equals(said)) {
      List<String> others = said.lines().toList();
      before
          .lines()
          .filter(line -> !others.contains(line))
          .forEach(line -> differences.add(room.name() + " " + command + " without: " + line));
    }
  }

  /** Everything in numbers. */
  String counted() {
    Map<String, Integer> all = new TreeMap<>();
    chats.forEach(chat -> chat.counts().forEach((what, n) -> all.merge(what, n, Integer::sum)));
    return """
          in %d war rooms: %s
          events acknowledged: %s, %d promises looked for
          %d incidents from start to publication, %d meetings due meanwhile; sent: %s
        """
        .formatted(
            chats.size(),
            all,
            new TreeMap<>(events),
            promises.stream().filter(it -> watched.contains(it.promise().channel())).count(),
            lives.get(),
            due,
            new Outgoing(slack).kinds());
  }

  @Override
  public void close() {
    going = false;
    threads.shutdownNow();
    slack.close();
  }
}
