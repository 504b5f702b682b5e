package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Kind;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import dev.postmortem.rehearsal.who.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What one person sees of the workspace, as JSON for the page. */
final class Sight {
  private final Team team;
  private final Offer offer;
  private final Setting setting;

  Sight(Innards innards, Setting setting) {
    offer = new Offer(innards, setting);
    this.setting = setting;
    team = innards.team();
  }

  /** Files are fetched from the page's own server: it is the only one that the page may ask. */
  static String local(String json, String base) {
    return json.replace(base + "/files-pri/", "/files-pri/");
  }

  /** The person of this id or handle; the one that the page opens with where none is named. */
  Person person(String idOrName) {
    String wanted = idOrName.isEmpty() ? setting.opening().as() : idOrName;
    return team.read(
        () ->
            people().stream()
                .filter(person -> wanted.isEmpty() || isNamed(person, wanted))
                .findFirst()
                .orElseThrow(() -> Rejection.missing("such person")));
  }

  private static boolean isNamed(Person person, String wanted) {
    return person.id().equals(wanted) || person.name().equals(wanted);
  }

  private List<Person> people() {
    return team.people().all().stream()
        .filter(person -> !person.isBot() && !person.id().equals("USLACKBOT"))
        .toList();
  }

  static boolean sees(Conversation room, String person) {
    return room.kind() == Kind.PUBLIC || room.members().contains(person);
  }

  /** Everything but the messages. */
  ObjectNode state(Person me) {
    team.locked(() -> team.rooms().direct(me.id()));
    return team.read(
        () -> {
          App app = team.app();
          ObjectNode state = Json.of("team", Json.of("id", app.teamId(), "name", app.domain()));
          state.set("me", person(me));
          state.set("people", Json.arrayOf(people().stream().map(this::person).toList()));
          state.set("bots", bots());
          state.set("channels", channels(me.id()));
          state.put("now", team.clock().instant().toString());
          state.set(
              "bot", Json.of("id", app.botUserId(), "botId", app.botId(), "name", app.name()));
          return state.setAll(offer.json());
        });
  }

  private ObjectNode person(Person person) {
    return Json.of(
        "id",
        person.id(),
        "name",
        person.name(),
        "realName",
        person.shownName(),
        "title",
        person.title(),
        "zone",
        person.zone().getId(),
        "deleted",
        person.deleted());
  }

  private ArrayNode bots() {
    ArrayNode bots = Json.array();
    bots.add(
        Json.of(
            "id", "USLACKBOT", "botId", "USLACKBOT", "name", "slackbot", "realName", "Slackbot"));
    App app = team.app();
    bots.add(
        Json.of(
            "id",
            app.botUserId(),
            "botId",
            app.botId(),
            "name",
            app.name(),
            "realName",
            app.name()));
    team.bots()
        .forEach(
            bot ->
                bots.add(
                    Json.of(
                        "id",
                        bot.userId(),
                        "botId",
                        bot.botId(),
                        "name",
                        bot.name(),
                        "realName",
                        bot.name())));
    return bots;
  }

  private ArrayNode channels(String me) {
    ArrayNode channels = Json.array();
    team.rooms().all().stream()
        .filter(room -> sees(room, me))
        .map(room -> channel(room, me))
        .forEach(channels::add);
    return channels;
  }

  private ObjectNode channel(Conversation room, String me) {
    boolean direct = room.kind() == Kind.DIRECT;
    ObjectNode channel =
        Json.of(
            "id",
            room.id(),
            "name",
            direct ? team.app().name() : room.name(),
            "kind",
            direct ? "dm" : room.kind() == Kind.PRIVATE ? "private" : "channel",
            "isMember",
            room.members().contains(me),
            "isArchived",
            room.isArchived(),
            "topic",
            room.topic(),
            "members",
            room.members());
    room.posts().stream()
        .reduce((older, newer) -> newer)
        .ifPresent(post -> channel.put("latest", post.ts()));
    return direct ? channel.put("with", team.app().botUserId()) : channel;
  }

  /** The messages of a conversation for one person, replies included, oldest first. */
  ObjectNode messages(Conversation room, String me) {
    return team.read(
        () -> {
          Stream<Post> whispers =
              room.whispers().stream().filter(post -> post.onlyFor().equals(me));
          List<ObjectNode> messages =
              Stream.concat(room.posts().stream(), whispers)
                  .sorted(Comparator.comparing(Post::ts))
                  .map(room::json)
                  .toList();
          return Json.of("channel", room.id(), "messages", messages);
        });
  }

  /** The conversation of this id, if this person sees it. */
  Conversation room(String id, String me) {
    return team.read(
        () ->
            team.rooms()
                .find(id)
                .filter(room -> sees(room, me))
                .orElseThrow(() -> Rejection.missing("such channel")));
  }

  /** The modals on somebody's screen, the lowest first. */
  ObjectNode views(String me) {
    List<ObjectNode> stack =
        team.read(
            () -> team.views().stack(me).stream().map(view -> view.json(team.app())).toList());
    return Json.of("stack", stack);
  }

  /** The app's Home tab for somebody; without a view where none was published. */
  ObjectNode home(String me) {
    return team.read(
        () -> Json.of("view", team.views().home(me).map(view -> view.json(team.app()))));
  }

  /** Who may be told of what happens in a conversation; nobody named means everybody. */
  static Set<String> audience(Conversation room) {
    return room.kind() == Kind.PUBLIC ? Set.of() : Set.copyOf(room.members());
  }
}
