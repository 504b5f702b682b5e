package dev.postmortem.rehearsal.browser;

import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.OpenView;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at the workspace whenever it changes, and tells what is different from the last look. So it
 * misses nothing, whoever made the change: a page, the play, the app.
 */
final class Watch implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMillis(200);

  /** Changes that come together are told together. */
  private static final long TOGETHER_MILLIS = 15;

  private static final Duration BEAT = Duration.ofSeconds(10);
  private final Map<String, RoomLook> rooms = new HashMap<>();
  private final Map<String, List<String>> screens = new HashMap<>();
  private final Team team;
  private final Sight sight;
  private final Streams streams;
  private final Thread thread;
  private List<Person> people = List.of();
  private Instant now = Instant.EPOCH;
  private long beaten = System.nanoTime();

  Watch(Team team, Sight sight, Streams streams) {
    this.team = team;
    this.sight = sight;
    this.streams = streams;
    thread = new Thread(this::run, "rehearsal-watch");
    thread.setDaemon(true);
  }

  void start() {
    look();
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        long seen = team.version();
        look().forEach(streams::tell);
        beat();
        team.awaitChange(seen, LONGEST);
        Thread.sleep(TOGETHER_MILLIS);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void beat() {
    if (System.nanoTime() - beaten > BEAT.toNanos()) {
      beaten = System.nanoTime();
      streams.beat();
    }
  }

  private List<News> look() {
    List<News> news = new ArrayList<>();
    team.read(
        () -> {
          clock(news);
          people(news);
          rooms(news);
          people.forEach(person -> screens(person.id(), news));
          return news;
        });
    return news;
  }

  private void clock(List<News> news) {
    Instant instant = team.clock().instant();
    if (Duration.between(now, instant).abs().compareTo(Duration.ofSeconds(1)) >= 0) {
      now = instant;
      news.add(News.toAll("clock", Json.of("now", instant.toString())));
    }
  }

  private void people(List<News> news) {
    List<Person> present = team.people().all();
    if (!present.equals(people)) {
      people = present;
      news.add(News.toAll("people", Json.of("number", present.size())));
    }
  }

  private void rooms(List<News> news) {
    List<Conversation> present = team.rooms().all();
    for (Conversation room : present) {
      rooms.computeIfAbsent(room.id(), id -> new RoomLook(room)).look(news);
    }
    rooms.keySet().removeIf(id -> present.stream().noneMatch(room -> room.id().equals(id)));
  }

  private void screens(String person, List<News> news) {
    List<String> stack = team.views().stack(person).stream().map(OpenView::hash).toList();
    if (isNew("view " + person, stack)) {
      news.add(News.to(person, "view", sight.views(person)));
    }
    List<String> home = team.views().home(person).map(OpenView::hash).stream().toList();
    if (isNew("home " + person, home)) {
      news.add(News.to(person, "home", sight.home(person)));
    }
  }

  private boolean isNew(String screen, List<String> hashes) {
    List<String> before = screens.put(screen, hashes);
    return !hashes.equals(before == null ? List.of() : before);
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
