package dev.postmortem.faults;

import static org.awaitility.Awaitility.await;

import dev.postmortem.rehearsal.Channel;
import dev.postmortem.rehearsal.Member;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Robot;
import dev.postmortem.rehearsal.Workspace;
import dev.postmortem.rehearsal.wire.Delivery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A company at work, and its bot, which is killed in the middle of it. */
final class Onslaught implements AutoCloseable {
  /** Slack's none, minute and five minutes, but quicker. */
  private static final List<Duration> RETRIES =
      List.of(Duration.ZERO, Duration.ofMillis(1_500), Duration.ofMillis(5_000));

  private static final int ROOMS = 3;

  /** While nobody hears them people say little, so that the test is about what is heard. */
  private static final Duration PAUSE = Duration.ofMillis(80);

  private static final Duration PAUSE_WHEN_DOWN = Duration.ofMillis(500);

  /** How much it acknowledges before it is killed. */
  private static final int LEAST = 5;

  private static final int MOST = 25;
  private final Path data;
  private final long seed;
  private final Random random;
  private final Workspace slack;
  private final BotProcess bot;
  private final boolean overSockets;
  private final List<Member> people = new ArrayList<>();
  private final List<Chat> chats = new ArrayList<>();
  private final Set<String> watched = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> work = new ArrayList<>();
  private final AtomicInteger lives = new AtomicInteger();
  private volatile boolean going = true;
  private volatile boolean up = true;
  private int kills;
  private Kept kept;
  private Acknowledged latest;

  Onslaught(Path data, long seed) throws Exception {
    this(data, seed, false);
  }

  /** Over connections that the bot opens itself, and that break; or over HTTP. */
  Onslaught(Path data, long seed, boolean overSockets) throws Exception {
    this.data = data;
    this.overSockets = overSockets;
    this.seed = seed;
    random = new Random(seed);
    System.out.println("seed " + seed);
    slack =
        Workspace.open(
            Workspace.plan()
                .manifest(Files.readString(Path.of("manifest.yml")))
                .retries(RETRIES)
                .build());
    slack.rateLimits().off();
    slack.deliveries().inParallel();
    for (String name : List.of("joe", "jane", "ada", "lin")) {
      people.add(slack.member(name, name + " Doe", "Engineer", ZoneId.of("Europe/London")));
    }
    slack.channel("postmortems", people.get(3));
    bot = new BotProcess(slack, data);
    if (overSockets) {
      bot.with("SLACK_APP_TOKEN", slack.appToken());
      slack.sockets().drawnBy(new Random(seed));
    }
  }

  /** The bot starts, the war rooms open, and everybody sets to work. */
  void begin() throws Exception {
    bot.start();
    if (!overSockets) {
      slack.connect(bot.requestUrl());
    }
    Robot alerts = slack.webhook("Alerts");
    for (int i = 0; i < ROOMS; i++) {
      Channel room = room("inc-" + i);
      new Life(people.get(0), room, "War room " + i).start();
      watched.add(room.id());
      chats.add(new Chat(room, people, alerts, random.nextLong()));
    }
    chats.forEach(chat -> work.add(threads.submit(() -> talk(chat))));
    people.subList(0, 2).forEach(who -> work.add(threads.submit(() -> lead(who))));
  }

  private Channel room(String name) {
    Channel room = slack.channel(name, people.toArray(Member[]::new));
    return room.invite(slack.bot());
  }

  private void talk(Chat chat) {
    while (going) {
      chat.goOn();
      LockSupport.parkNanos((up ? PAUSE : PAUSE_WHEN_DOWN).toNanos());
    }
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

  /** Lets it work for a moment, kills it, looks what is on the disk, and starts it again. */
  void killAndStart() throws Exception {
    if (overSockets) {
      acknowledges(LEAST);
      trouble();
    }
    acknowledges(LEAST + random.nextInt(MOST - LEAST));
    List<Delivery> before = acknowledged();
    bot.kill();
    up = false;
    kills++;
    look(before);
    bot.start();
    up = true;
  }

  /** Lets it work for a moment, tells it to end, looks what is on the disk, and starts it again. */
  BotProcess.End endAndStart() throws Exception {
    acknowledges(LEAST + random.nextInt(MOST - LEAST));
    BotProcess.End end = bot.end();
    up = false;
    look(acknowledged());
    bot.start();
    up = true;
    return end;
  }

  private void trouble() {
    switch (random.nextInt(4)) {
      case 0 -> slack.sockets().oneBreaks();
      case 1 -> slack.sockets().oneIsWarned().warnedEnd();
      case 2 -> slack.sockets().oneDies();
      default -> slack.sockets().disconnect("refresh_requested");
    }
  }

  private void acknowledges(int more) {
    int enough = acknowledged().size() + more;
    await()
        .pollInterval(Duration.ofMillis(30))
        .atMost(Duration.ofSeconds(30))
        .until(() -> acknowledged().size() >= enough);
  }

  private List<Delivery> acknowledged() {
    return slack.journal().deliveries().stream()
        .filter(delivery -> delivery.kind().equals("events_api") && delivery.status() == 200)
        .toList();
  }

  private void look(List<Delivery> deliveries) throws Exception {
    Kept kept = Kept.inCopyOf(data.resolve("postmortem"), data.resolve("copy"));
    latest = new Acknowledged(kept, Set.copyOf(watched), slack.botUserId()).check(deliveries);
    this.kept = kept;
  }

  /** Everybody finishes what they are at; then the bot is left in peace until it has read all. */
  void end() throws Exception {
    going = false;
    for (Future<?> one : work) {
      one.get(2, TimeUnit.MINUTES);
    }
    slack.awaitTrue("no retry waits", () -> slack.deliveries().retriesWaiting() == 0);
    slack.settle();
    bot.kill();
    bot.start();
    for (Chat chat : chats) {
      String entries = said(chat.room()).size() + " entries";
      new Life(people.get(0), chat.room(), "").sees(entries);
    }
    quiet();
    List<Delivery> all = acknowledged();
    bot.kill();
    look(all);
  }

  /** Waits until the bot has asked Slack nothing for a second. */
  private void quiet() throws InterruptedException {
    int before = -1;
    while (before != slack.journal().calls().size()) {
      before = slack.journal().calls().size();
      Thread.sleep(1_000);
    }
  }

  /** What was acknowledged and was not on the disk when it was last looked for. */
  List<String> missing() {
    return latest.missing();
  }

  /** How many acknowledgements were looked into. */
  int acknowledgements() {
    return latest.checked();
  }

  int lives() {
    return lives.get();
  }

  /** What is otherwise on the timelines than it stands in the war rooms. */
  List<String> differences() {
    List<String> differences = new ArrayList<>();
    for (Chat chat : chats) {
      List<String> kept = this.kept.words().getOrDefault(chat.room().id(), List.of());
      List<String> said = said(chat.room());
      said.stream().filter(w -> !kept.contains(w)).forEach(w -> differences.add("lost: " + w));
      kept.stream().filter(w -> !said.contains(w)).forEach(w -> differences.add("not said: " + w));
      if (differences.isEmpty() && !kept.equals(said)) {
        differences.add("doubled, or in another order: " + kept);
      }
    }
    return differences.stream().limit(20).toList();
  }

  private static List<String> said(Channel room) {
    return room.messages().stream()
        .map(Message::rawText)
        .filter(text -> text.startsWith("word "))
        .toList();
  }

  List<String> sentTwice() {
    return new Outgoing(slack).twice();
  }

  /** Letters that were written and stand nowhere. */
  List<String> neverSent() {
    return kept.neverSent(new Outgoing(slack));
  }

  /** Everything in numbers. */
  String counted() {
    Map<String, Integer> acts = new TreeMap<>();
    chats.forEach(chat -> chat.counts().forEach((what, n) -> acts.merge(what, n, Integer::sum)));
    List<Delivery> events =
        slack.journal().deliveries().stream().filter(d -> d.kind().equals("events_api")).toList();
    long first = events.stream().filter(event -> event.attempt() == 0).count();
    long acknowledged = acknowledged().size();
    long again = acknowledged().stream().filter(event -> event.attempt() > 0).count();
    return """
        %d kills, seed %d
          in %d war rooms: %s
          %d events sent, %d acknowledged, %d of them when sent again, %d attempts failed, %d never heard
          %d acknowledgements looked for on the disk, %d entries kept
          %d incidents from start to publication; sent: %s
        """
        .formatted(
            kills,
            seed,
            chats.size(),
            acts,
            first,
            acknowledged,
            again,
            events.size() - acknowledged,
            first - acknowledged,
            latest.checked(),
            kept.words().values().stream().mapToInt(List::size).sum(),
            lives(),
            new Outgoing(slack).kinds());
  }

  @Override
  public void close() throws Exception {
    going = false;
    bot.close();
    threads.shutdownNow();
    slack.close();
  }
}
