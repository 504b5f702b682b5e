package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;

/**
 * People come to a channel and leave it; the channel is renamed, archived, closed. Called under the
 * team's lock.
 */
public final class Membership {
  private final Team team;
  private final Posting posting;

  /** In this team. */
  public Membership(Team team) {
    this.team = team;
    posting = new Posting(team);
  }

  /** Adds somebody, at the invitation of somebody or, if that is empty, of their own accord. */
  public void join(Conversation room, String userId, String inviter) {
    if (!room.members().add(userId)) {
      return;
    }
    ObjectNode message = notice(room, "join", userId, "<@" + userId + "> has joined the channel");
    ObjectNode event = memberEvent("member_joined_channel", room, userId);
    if (!inviter.isEmpty()) {
      message.put("inviter", inviter);
      event.put("inviter", inviter);
    }
    posting.post(room, message);
    team.tell(room, "member_joined_channel", event.put("event_ts", room.nextTs(team.clock())));
  }

  /** Removes somebody; the app is told of others, and of itself by nothing but silence. */
  public void leave(Conversation room, String userId) {
    if (room.members().remove(userId)) {
      posting.post(room, notice(room, "leave", userId, "<@" + userId + "> has left the channel"));
      ObjectNode event = memberEvent("member_left_channel", room, userId);
      team.tell(room, "member_left_channel", event.put("event_ts", room.nextTs(team.clock())));
    }
  }

  private ObjectNode memberEvent(String type, Conversation room, String userId) {
    return Json.of(
        "type",
        type,
        "user",
        userId,
        "channel",
        room.id(),
        "channel_type",
        room.kind() == Kind.PRIVATE ? "G" : "C",
        "team",
        team.app().teamId());
  }

  private ObjectNode notice(Conversation room, String what, String userId, String text) {
    String subtype = (room.kind() == Kind.PRIVATE ? "group_" : "channel_") + what;
    return Json.of("type", "message", "subtype", subtype, "user", userId, "text", text);
  }

  /** Gives the channel another name. */
  public void rename(Conversation room, String userId, String newName) {
    String old = room.name();
    room.rename(newName);
    String text = "has renamed the channel from \"" + old + "\" to \"" + newName + "\"";
    posting.post(
        room, notice(room, "name", userId, text).put("old_name", old).put("name", newName));
    ObjectNode channel =
        Json.of(
            "id",
            room.id(),
            "is_channel",
            room.kind() == Kind.PUBLIC,
            "is_mpim",
            false,
            "name",
            newName,
            "name_normalized",
            newName,
            "created",
            room.created().getEpochSecond());
    tell(room, Json.of("channel", channel), "rename");
  }

  /** Archives the channel or brings it back. */
  public void archive(Conversation room, String userId, boolean on) {
    String what = on ? "archive" : "unarchive";
    posting.post(room, notice(room, what, userId, "<@" + userId + "> " + what + "d the channel"));
    room.archive(on);
    boolean privately = !on && room.kind() == Kind.PRIVATE;
    tell(room, Json.of("channel", room.id(), privately ? "actor_id" : "user", userId), what);
  }

  /** Sets the topic. */
  public void topic(Conversation room, String userId, String topic) {
    room.topic(topic);
    String text = "<@" + userId + "> set the channel topic: " + topic;
    posting.post(room, notice(room, "topic", userId, text).put("topic", topic));
  }

  /** Makes a public channel private, under another id (event channel_id_changed). */
  public void close(Conversation room) {
    String old = room.id();
    team.rooms().move(room, team.ids().next("C"));
    ObjectNode event =
        Json.of("old_channel_id", old, "new_channel_id", room.id(), "type", "channel_id_changed");
    team.tell(room, "channel_id_changed", event.put("event_ts", room.nextTs(team.clock())));
  }

  private void tell(Conversation room, ObjectNode event, String what) {
    String type = (room.kind() == Kind.PRIVATE ? "group_" : "channel_") + what;
    team.tell(room, type, event.put("type", type).put("event_ts", room.nextTs(team.clock())));
  }
}
