package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.function.Consumer;

/**
 * Messages come, change and go, and the app is told (page "message event"). Called under the team's
 * lock.
 */
public final class Posting {
  private final Team team;
  private final MessageEvents events;

  /** In this team. */
  public Posting(Team team) {
    this.team = team;
    events = new MessageEvents(team);
  }

  /** Posts a message; it gets a ts unless it has one. */
  public Post post(Conversation room, ObjectNode body) {
    Post post = keep(room, body, "");
    events.posted(room, post);
    return post;
  }

  /** Keeps a message without telling anybody of it. */
  public Post remember(Conversation room, ObjectNode body) {
    return keep(room, body, "");
  }

  /** Shows a message to one person; it is not kept by Slack (method chat.postEphemeral). */
  public Post whisper(Conversation room, String userId, ObjectNode body) {
    return keep(room, body.put("is_ephemeral", true), userId);
  }

  private Post keep(Conversation room, ObjectNode body, String onlyFor) {
    if (!body.has("ts")) {
      body.put("ts", room.nextTs(team.clock()));
    }
    body.put("type", "message");
    body.remove(List.of("channel", "event_ts", "channel_type"));
    Post post = new Post(body, onlyFor);
    if (post.isReply() && onlyFor.isEmpty()) {
      Json.text(body, "parent_user_id")
          .or(() -> room.post(post.threadTs()).flatMap(parent -> Json.text(parent.body(), "user")))
          .ifPresent(user -> body.put("parent_user_id", user));
    }
    room.keep(post);
    return post;
  }

  /** Changes a message, as an edit by its author: it carries the mark of the edit from now on. */
  public void edit(Conversation room, Post post, Consumer<ObjectNode> change) {
    String at = room.nextTs(team.clock());
    change(
        room,
        post,
        at,
        body -> {
          change.accept(body);
          body.set("edited", Json.of("user", post.author(), "ts", at));
        });
  }

  /** Changes a message without the mark of an edit: an unfurl, or an app's update with blocks. */
  public void change(Conversation room, Post post, Consumer<ObjectNode> change) {
    change(room, post, room.nextTs(team.clock()), change);
  }

  private void change(Conversation room, Post post, String at, Consumer<ObjectNode> change) {
    ObjectNode before = room.threadJson(post);
    ObjectNode body = post.body().deepCopy();
    change.accept(body);
    post.replace(body);
    if (post.onlyFor().isEmpty()) {
      events.changed(room, post, before, at);
    }
  }

  /** Deletes a message; a parent with replies leaves a tombstone behind. */
  public void delete(Conversation room, Post post) {
    if (!post.onlyFor().isEmpty()) {
      room.drop(post);
    } else if (room.replies(post.ts()).isEmpty()) {
      remove(room, post);
    } else {
      change(room, post, room.nextTs(team.clock()), Posting::entomb);
    }
  }

  private void remove(Conversation room, Post post) {
    ObjectNode before = room.threadJson(post);
    room.drop(post);
    events.deleted(room, post, before);
    room.post(post.threadTs())
        .filter(parent -> parent.isGone() && room.replies(parent.ts()).isEmpty())
        .ifPresent(room::drop);
  }

  private static void entomb(ObjectNode body) {
    String ts = body.path("ts").asText();
    body.removeAll();
    body.put("type", "message")
        .put("subtype", "tombstone")
        .put("text", "This message was deleted.");
    body.put("user", "USLACKBOT").put("hidden", true).put("ts", ts).put("thread_ts", ts);
  }
}
