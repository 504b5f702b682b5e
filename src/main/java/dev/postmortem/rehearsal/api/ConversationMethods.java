package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Kind;
import dev.postmortem.rehearsal.state.Membership;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** conversations.* but for the reading of messages. */
final class ConversationMethods {
  private final Team team;
  private final Access access;
  private final Scopes scopes;

  ConversationMethods(Team team, Access access, Scopes scopes) {
    this.team = team;
    this.access = access;
    this.scopes = scopes;
  }

  List<Method> all() {
    return List.of(
        Method.of("conversations.info", "", Tier.THREE, this::info),
        Method.of("conversations.members", "", Tier.FOUR, this::members),
        Method.of("conversations.list", "", Tier.TWO, args -> list(args, this::isListed)),
        Method.of("users.conversations", "", Tier.TWO, this::usersConversations),
        Method.of("conversations.join", "channels:join", Tier.THREE, this::join),
        Method.of("conversations.open", "im:write", Tier.THREE, this::open));
  }

  private ObjectNode info(Args args) {
    Conversation room = access.readable(args.need("channel"));
    ObjectNode channel = team.rooms().json(room);
    if (args.flag("include_num_members")) {
      channel.put("num_members", room.members().size());
    }
    return Json.of("ok", true, "channel", channel);
  }

  private ObjectNode members(Args args) {
    Conversation room = access.readable(args.need("channel"));
    Paging<String> paging = Paging.of(List.copyOf(room.members()), args, 100, id -> id);
    return paging.closing(Json.of("ok", true, "members", paging.page()));
  }

  private ObjectNode list(Args args, Predicate<Conversation> listed) {
    List<Kind> kinds = kinds(args);
    kinds.forEach(kind -> scopes.need(kind, "read"));
    List<Conversation> wanted =
        team.rooms().all().stream()
            .filter(room -> kinds.contains(room.kind()))
            .filter(room -> !(args.flag("exclude_archived") && room.isArchived()))
            .filter(listed)
            .toList();
    Paging<Conversation> paging = Paging.of(wanted, args, 100, Conversation::id);
    ArrayNode channels = Json.array();
    paging
        .page()
        .forEach(
            room ->
                channels.add(team.rooms().json(room).put("num_members", room.members().size())));
    return paging.closing(Json.of("ok", true, "channels", channels));
  }

  private static List<Kind> kinds(Args args) {
    List<String> types = args.has("types") ? args.list("types") : List.of(Kind.PUBLIC.listType());
    List<Kind> kinds = new ArrayList<>();
    for (String type : types) {
      Arrays.stream(Kind.values()).filter(kind -> kind.listType().equals(type)).forEach(kinds::add);
    }
    if (kinds.isEmpty() && !types.contains("mpim")) {
      throw new Refusal("invalid_types");
    }
    return kinds;
  }

  private boolean isListed(Conversation room) {
    return room.kind() == Kind.PUBLIC || room.members().contains(team.app().botUserId());
  }

  private ObjectNode usersConversations(Args args) {
    String user = args.text("user").orElse(team.app().botUserId());
    return list(args, room -> room.members().contains(user) && isListed(room));
  }

  private ObjectNode join(Args args) {
    Conversation room = access.visible(args.need("channel"));
    if (room.kind() != Kind.PUBLIC) {
      throw new Refusal("method_not_supported_for_channel_type");
    }
    if (room.isArchived()) {
      throw new Refusal("is_archived");
    }
    boolean already = room.members().contains(team.app().botUserId());
    new Membership(team).join(room, team.app().botUserId(), "");
    ObjectNode answer = Json.of("ok", true, "channel", team.rooms().json(room));
    return already ? answer.put("warning", "already_in_channel") : answer;
  }

  private ObjectNode open(Args args) {
    List<String> users = args.list("users");
    if (users.size() > 1) {
      scopes.need("mpim:write");
    }
    if (users.size() != 1) {
      throw new Refusal("users_list_not_supplied");
    }
    if (team.people().get(users.get(0)).isBot()) {
      throw new Refusal("cannot_dm_bot");
    }
    Conversation room = team.rooms().direct(users.get(0));
    ObjectNode channel =
        args.flag("return_im") ? team.rooms().json(room) : Json.of("id", room.id());
    return Json.of("ok", true, "no_op", false, "already_open", false, "channel", channel);
  }
}
