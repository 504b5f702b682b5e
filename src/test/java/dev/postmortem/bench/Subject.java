package dev.postmortem.bench;

import dev.postmortem.rehearsal.wire.HttpAnswer;
import dev.postmortem.rehearsal.wire.HttpLine;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A server that runs, in one process or several, with a war room open in each channel, and what it
 * acknowledged so far.
 */
final class Subject implements AutoCloseable {
  private static final Duration NO_END = Duration.ofHours(1);
  private static final String TITLE = "Checkout is down";
  private static final String FORM = "application/x-www-form-urlencoded";
  private final Contender contender;
  private final FakeSlack slack;
  private final Path directory;
  private final int connections;
  private final List<String> rooms;
  private final long firstSecond;
  private final Events events;
  private final BitSet acknowledged = new BitSet();
  private List<Child> children = List.of();
  private HttpLine line;
  private final AtomicLong typed = new AtomicLong();
  private volatile long next;
  private boolean redelivered;

  /** Starts a server, and opens so many war rooms. */
  Subject(Contender contender, FakeSlack slack, Path directory, Size size) throws Exception {
    this.contender = contender;
    this.slack = slack;
    this.directory = Files.createDirectories(directory);
    this.connections = size.connections();
    rooms = IntStream.rangeClosed(1, size.rooms()).mapToObj("C0BENC%03d"::formatted).toList();
    start();
    if (contender.database().isPresent()) {
      for (int i = 0; i < rooms.size(); i++) {
        open(i);
      }
    }
    // what was said before the start would not be kept
    firstSecond = Instant.now().getEpochSecond() + 2;
    events = new Events(rooms, firstSecond, FakeSlack.SECRET);
  }

  /** The bot answers at once when it does not know who asks, and opens the war room after that. */
  private void open(int room) throws InterruptedException {
    command(room, "start " + TITLE);
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!command(room, "status").body().contains(TITLE)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("no war room was opened");
      }
      Thread.sleep(20);
    }
  }

  /** How large the play is. */
  record Size(int rooms, int connections) {}

  /** The name of a channel with this id. */
  static String roomName(String id) {
    return "inc-" + id.toLowerCase(Locale.ROOT);
  }

  /** What a server has to know. */
  static Map<String, String> environment(Contender contender, FakeSlack slack) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_API_URL", slack.url());
    environment.put("SLACK_BOT_TOKEN", FakeSlack.TOKEN);
    environment.put("SLACK_SIGNING_SECRET", FakeSlack.SECRET);
    environment.put("PM_BROADCAST_CHANNEL", FakeSlack.BROADCAST);
    contender.database().ifPresent(kept -> environment.putAll(kept.variables()));
    return environment;
  }

  void start() throws Exception {
    children = new ArrayList<>();
    for (int i = 0; i < contender.processes(); i++) {
      children.add(new Child(contender, environment(contender, slack), directory));
    }
    line = new HttpLine(Clock.systemUTC(), FakeSlack.SECRET, Duration.ofSeconds(10));
    line.connect(URI.create("http://127.0.0.1:" + child().port() + "/slack/events"), "token");
  }

  String name() {
    return contender.name();
  }

  Contender contender() {
    return contender;
  }

  Path directory() {
    return directory;
  }

  /** The process, the first where there are several. */
  Child child() {
    return children.get(0);
  }

  /** The time of the processors that all its processes took so far. */
  Duration cpu() {
    return children.stream().map(Child::cpu).reduce(Duration.ZERO, Duration::plus);
  }

  Events events() {
    return events;
  }

  /** What was said so far, as Slack shows it. */
  Past past() {
    return new Past(rooms, firstSecond, events, () -> next);
  }

  /** Which messages were acknowledged. */
  BitSet acknowledged() {
    return acknowledged;
  }

  /** Which message stands in this room at this timestamp; -1 for none of ours. */
  long message(String room, String ts) {
    long number = Mold.number(firstSecond, ts);
    return number >= 0 && rooms.get((int) (number % rooms.size())).equals(room) ? number : -1;
  }

  /** Types a command in a room, as somebody does there. */
  HttpAnswer command(int room, String words) {
    Map<String, String> fields = new HashMap<>();
    fields.put("team_id", FakeSlack.TEAM);
    fields.put("channel_id", rooms.get(room));
    fields.put("channel_name", roomName(rooms.get(room)));
    fields.put("user_id", "U0BENCH01");
    fields.put("command", "/pm");
    fields.put("text", words);
    fields.put("response_url", slack.url() + "response");
    fields.put("trigger_id", typed.incrementAndGet() + ".2.trigger");
    HttpAnswer answer = line.post(FORM, form(fields), Map.of());
    if (answer.status() != 200) {
      throw new IllegalStateException("/pm " + words + " was answered with " + answer);
    }
    return answer;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** Sends as many new messages as it takes within a time, to all rooms in turn. */
  Outcome flood(Duration time) throws Exception {
    return load(LongStream.iterate(next, it -> it + 1).iterator(), time);
  }

  /** Sends so many new messages at full speed, to all rooms in turn. */
  Outcome send(int count) throws Exception {
    return load(LongStream.range(next, next + count).iterator(), NO_END);
  }

  /** Sends so many new messages at full speed, all to one room. */
  Outcome send(int room, int count) throws Exception {
    int turn = rooms.size();
    long first = (next + turn - 1) / turn * turn + room;
    return load(LongStream.range(0, count).map(it -> first + it * turn).iterator(), NO_END);
  }

  /** Sends the messages from one number to another at full speed, as Slack sends them again. */
  Outcome sendAgain(long from, long to) throws Exception {
    redelivered = true;
    try {
      return load(LongStream.range(from, to).iterator(), NO_END);
    } finally {
      redelivered = false;
    }
  }

  private Outcome load(PrimitiveIterator.OfLong messages, Duration time) throws Exception {
    try (Load load = connect()) {
      return load.flood(messages, time);
    }
  }

  /** Sends new messages at a rate, to all rooms in turn. */
  Outcome pace(int perSecond, Duration time) throws Exception {
    long count = perSecond * time.toSeconds();
    try (Load load = connect()) {
      return load.pace(LongStream.range(next, next + count).iterator(), perSecond);
    }
  }

  private Load connect() throws Exception {
    List<Integer> ports = children.stream().map(Child::port).toList();
    Load load = new Load(ports, connections, events, this::acknowledged);
    return redelivered ? load.redelivered() : load;
  }

  private void acknowledged(long message) {
    acknowledged.set((int) message);
    next = Math.max(next, message + 1);
  }

  /** Lets nothing of it happen until its turn. */
  void hold() throws Exception {
    for (Child child : children) {
      child.hold();
    }
  }

  /** It is its turn. */
  void goOn() throws Exception {
    for (Child child : children) {
      child.goOn();
    }
  }

  /** Stops the server; it finishes what is under way. */
  @Override
  public void close() throws InterruptedException {
    for (Child child : children) {
      child.close();
    }
  }
}
