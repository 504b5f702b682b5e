package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;

/**
 * Reactions and pins (events reaction_added, pin_added and their opposites). Called under the
 * team's lock.
 */
public final class Marks {
  private final Team team;

  /** In this team. */
  public Marks(Team team) {
    this.team = team;
  }

  /** A person reacts; a second time is refused as in the Web API. */
  public void react(Conversation room, Post post, String userId, String emoji) {
    if (!post.react(emoji, userId)) {
      throw new Refusal("already_reacted");
    }
    tellReaction("reaction_added", room, post, Json.of("user", userId, "reaction", emoji));
  }

  /** A person takes a reaction back. */
  public void unreact(Conversation room, Post post, String userId, String emoji) {
    if (!post.unreact(emoji, userId)) {
      throw new Refusal("no_reaction");
    }
    tellReaction("reaction_removed", room, post, Json.of("user", userId, "reaction", emoji));
  }

  private void tellReaction(String type, Conversation room, Post post, ObjectNode event) {
    event.put("type", type);
    event.set("item", Json.of("type", "message", "channel", room.id(), "ts", post.ts()));
    Json.text(post.body(), "user").ifPresent(author -> event.put("item_user", author));
    team.tell(room, type, event.put("event_ts", room.nextTs(team.clock())));
  }

  /** A person pins a message, or takes the pin out. */
  public void pin(Conversation room, Post post, String userId, boolean on) {
    post.pin(on);
    String at = room.nextTs(team.clock());
    ObjectNode message =
        Json.copy(post.body())
            .retain("type", "text", "user", "ts", "team", "bot_id", "app_id", "bot_profile");
    message.put("permalink", permalink(team.app(), room, post));
    ObjectNode item =
        Json.of(
            "type",
            "message",
            "created",
            team.clock().instant().getEpochSecond(),
            "created_by",
            userId,
            "channel",
            room.id(),
            "message",
            message);
    String type = on ? "pin_added" : "pin_removed";
    ObjectNode event =
        Json.of(
            "type",
            type,
            "user",
            userId,
            "channel_id",
            room.id(),
            "item",
            item,
            "item_user",
            Json.text(post.body(), "user"),
            "event_ts",
            at);
    team.tell(room, type, event.put("pin_count", String.valueOf(pins(room))));
  }

  private static long pins(Conversation room) {
    return room.posts().stream().filter(Post::isPinned).count();
  }

  /** The address of a message (method chat.getPermalink). */
  public static String permalink(App app, Conversation room, Post post) {
    String address =
        "https://"
            + app.domain()
            + ".slack.com/archives/"
            + room.id()
            + "/p"
            + post.ts().replace(".", "");
    return post.isReply()
        ? address + "?thread_ts=" + post.threadTs() + "&cid=" + room.id()
        : address;
  }
}
