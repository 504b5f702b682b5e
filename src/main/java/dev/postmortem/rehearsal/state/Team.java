package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Names;
import dev.postmortem.rehearsal.who.App;
import dev.postmortem.rehearsal.who.Group;
import dev.postmortem.rehearsal.who.Ids;
import dev.postmortem.rehearsal.who.OtherBot;
import dev.postmortem.rehearsal.who.People;
import dev.postmortem.rehearsal.who.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Everything that the workspace knows, behind one lock that tells of every change. */
public final class Team implements Names {
  private final App app;
  private final Clock clock;
  private final String baseUrl;
  private final Ids ids = new Ids();
  private final People people = new People();
  private final Rooms rooms;
  private final List<Group> groups = new ArrayList<>();
  private final List<OtherBot> bots = new ArrayList<>();
  private final Files files;
  private final Canvases canvases = new Canvases(this);
  private final Views views;
  private final Tickets tickets;
  private Consumer<Happening> sink = happening -> {};
  private long version;

  /**
   * A team with only the bot in it; files and answers are fetched and posted below the base URL.
   */
  public Team(App app, Clock clock, String baseUrl) {
    this.app = app;
    this.clock = clock;
    this.baseUrl = baseUrl;
    rooms = new Rooms(app, ids, clock);
    files = new Files(this);
    views = new Views(this);
    tickets = new Tickets(this);
    people.put(
        new Person("USLACKBOT", "slackbot", "Slackbot", "Slackbot", "", ZoneOffset.UTC, "", false));
    people.put(
        new Person(
            app.botUserId(), app.name(), app.name(), "", "", ZoneOffset.UTC, app.botId(), false));
  }

  /** The app and the team. */
  public App app() {
    return app;
  }

  /** The team's time. */
  public Clock clock() {
    return clock;
  }

  /** Where the workspace's HTTP server is, without a slash at the end. */
  public String baseUrl() {
    return baseUrl;
  }

  /** New ids. */
  public Ids ids() {
    return ids;
  }

  /** The users. */
  public People people() {
    return people;
  }

  /** The conversations. */
  public Rooms rooms() {
    return rooms;
  }

  /** The user groups. */
  public List<Group> groups() {
    return groups;
  }

  /** The bots of others. */
  public List<OtherBot> bots() {
    return bots;
  }

  /** The files. */
  public Files files() {
    return files;
  }

  /** The canvases. */
  public Canvases canvases() {
    return canvases;
  }

  /** The modals and Home tabs on people's screens. */
  public Views views() {
    return views;
  }

  /** Trigger ids and response URLs. */
  public Tickets tickets() {
    return tickets;
  }

  /** Whom to tell what happens. */
  public void listener(Consumer<Happening> listener) {
    sink = listener;
  }

  /** Does something under the lock, and tells everybody who waits for a change. */
  public synchronized <T> T locked(Supplier<T> work) {
    try {
      return work.get();
    } finally {
      version++;
      notifyAll();
    }
  }

  /** Looks at something under the lock. */
  public synchronized <T> T read(Supplier<T> look) {
    return look.get();
  }

  /** How often anything was changed. */
  public synchronized long version() {
    return version;
  }

  /** Waits until something changes after this version, or the time is over. */
  public synchronized void awaitChange(long seen, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos(); version == seen && left > 0; left = end - System.nanoTime()) {
      wait(left / 1_000_000 + 1);
    }
  }

  /** Tells the app of something in a conversation, if the bot is in it. */
  void tell(Conversation room, String subscription, ObjectNode event) {
    if (room.members().contains(app.botUserId())) {
      sink.accept(new Happening(event, subscription, room.id()));
    }
  }

  /** Tells the app of something that concerns the whole team. */
  public void tell(ObjectNode event) {
    sink.accept(new Happening(event, event.path("type").asText(), "team"));
  }

  @Override
  public synchronized Optional<String> user(String id) {
    return people.find(id).map(Person::shownName);
  }

  @Override
  public synchronized Optional<String> channel(String id) {
    return rooms.find(id).filter(room -> room.kind() == Kind.PUBLIC).map(Conversation::name);
  }

  @Override
  public synchronized Optional<String> group(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).map(Group::handle).findFirst();
  }

  @Override
  public synchronized Optional<String> idOfHandle(String handle) {
    return people
        .named(handle)
        .map(Person::id)
        .or(
            () ->
                groups.stream()
                    .filter(group -> group.handle().equals(handle))
                    .map(Group::id)
                    .findFirst());
  }

  @Override
  public synchronized Optional<String> idOfChannel(String name) {
    return rooms.named(name).map(Conversation::id);
  }
}
