package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import dev.postmortem.rehearsal.who.Ids;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conversations of the team. Guarded by the team's lock. */
public final class Rooms {
  private final Map<String, Conversation> byId = new LinkedHashMap<>();
  private final App app;
  private final Ids ids;
  private final Clock clock;

  Rooms(App app, Ids ids, Clock clock) {
    this.app = app;
    this.ids = ids;
    this.clock = clock;
  }

  /** A new channel under a new id. */
  public Conversation open(String name, Kind kind) {
    return open(ids.next(kind.prefix()), name, kind);
  }

  /** A new channel under this id; refuses a name that is taken. */
  public Conversation open(String id, String name, Kind kind) {
    if (named(name).isPresent()) {
      throw new Refusal("name_taken");
    }
    Conversation room = new Conversation(id, name, kind, clock.instant());
    byId.put(id, room);
    return room;
  }

  /** The direct message of the bot and this person, opened now if need be. */
  public Conversation direct(String userId) {
    return byId.values().stream()
        .filter(room -> room.kind() == Kind.DIRECT && room.name().equals(userId))
        .findFirst()
        .orElseGet(() -> openDirect(userId));
  }

  private Conversation openDirect(String userId) {
    Conversation room = open(ids.next("D"), userId, Kind.DIRECT);
    room.members().add(userId);
    room.members().add(app.botUserId());
    return room;
  }

  /** The conversation of this id. */
  public Optional<Conversation> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The channel of this name. */
  public Optional<Conversation> named(String name) {
    return byId.values().stream().filter(room -> room.name().equals(name)).findFirst();
  }

  /** Every conversation, oldest first. */
  public List<Conversation> all() {
    return List.copyOf(byId.values());
  }

  void move(Conversation room, String newId) {
    byId.remove(room.id());
    room.becomePrivate(newId);
    byId.put(newId, room);
  }

  /** The conversation object (method conversations.info). */
  public ObjectNode json(Conversation room) {
    return room.kind() == Kind.DIRECT ? directJson(room) : channelJson(room);
  }

  private ObjectNode directJson(Conversation room) {
    return Json.of(
        "id",
        room.id(),
        "created",
        room.created().getEpochSecond(),
        "is_archived",
        false,
        "is_im",
        true,
        "is_org_shared",
        false,
        "context_team_id",
        app.teamId(),
        "user",
        room.name(),
        "is_user_deleted",
        false,
        "priority",
        0);
  }

  private ObjectNode channelJson(Conversation room) {
    boolean isPrivate = room.kind() == Kind.PRIVATE;
    ObjectNode json =
        Json.of(
            "id",
            room.id(),
            "name",
            room.name(),
            "is_channel",
            !isPrivate,
            "is_group",
            isPrivate,
            "is_im",
            false,
            "is_mpim",
            false,
            "is_private",
            isPrivate,
            "created",
            room.created().getEpochSecond(),
            "is_archived",
            room.isArchived(),
            "is_general",
            false,
            "unlinked",
            0,
            "name_normalized",
            room.name(),
            "is_shared",
            false,
            "is_org_shared",
            false,
            "is_pending_ext_shared",
            false,
            "pending_shared",
            Json.array(),
            "context_team_id",
            app.teamId(),
            "updated",
            room.created().toEpochMilli(),
            "creator",
            creator(room),
            "is_ext_shared",
            false,
            "shared_team_ids",
            Json.array(app.teamId()),
            "is_member",
            room.members().contains(app.botUserId()));
    json.set("topic", Json.of("value", room.topic(), "creator", "", "last_set", 0));
    json.set("purpose", Json.of("value", "", "creator", "", "last_set", 0));
    json.set("previous_names", Json.arrayOf(room.previousNames()));
    return json;
  }

  private static String creator(Conversation room) {
    return room.members().stream().findFirst().orElse("USLACKBOT");
  }
}
