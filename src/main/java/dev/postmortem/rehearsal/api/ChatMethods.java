package dev.postmortem.rehearsal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.api.Method.Tier;
import dev.postmortem.rehearsal.blocks.Refusal;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Kind;
import dev.postmortem.rehearsal.state.Marks;
import dev.postmortem.rehearsal.state.Outgoing;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Posting;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** chat.* (pages of the same names). */
final class ChatMethods {
  private static final int LONGEST_UPDATE = 4_000;
  private final Team team;
  private final Access access;
  private final boolean messagesTab;
  private final Posting posting;
  private final Outgoing outgoing;

  ChatMethods(Team team, Access access, boolean messagesTab) {
    this.team = team;
    this.access = access;
    this.messagesTab = messagesTab;
    posting = new Posting(team);
    outgoing = new Outgoing(team);
  }

  List<Method> all() {
    return List.of(
        Method.of("chat.postMessage", "chat:write", Tier.EACH_CHANNEL, this::postMessage),
        Method.of("chat.postEphemeral", "chat:write", Tier.FOUR, this::postEphemeral),
        Method.of("chat.update", "chat:write", Tier.THREE, this::update),
        Method.of("chat.delete", "chat:write", Tier.THREE, this::delete),
        Method.of("chat.getPermalink", "", Tier.MANY, this::permalink));
  }

  private ObjectNode postMessage(Args args) {
    Conversation room = access.postable(args.need("channel"));
    if (room.kind() == Kind.DIRECT && !messagesTab) {
      throw new Refusal("messages_tab_disabled");
    }
    Optional<Post> parent = args.text("thread_ts").flatMap(ts -> Access.parent(room, ts));
    ObjectNode body = outgoing.message(args.all());
    parent.ifPresent(post -> thread(room, body, post, args.flag("reply_broadcast")));
    Post post = posting.post(room, body);
    return Json.of("ok", true, "channel", room.id(), "ts", post.ts(), "message", post.body());
  }

  /**
   * A reply to a parent that is gone is posted all the same, in the channel, and only its missing
   * thread_ts tells.
   */
  private static void thread(Conversation room, ObjectNode body, Post parent, boolean broadcast) {
    body.put("thread_ts", parent.ts());
    if (broadcast) {
      body.put("subtype", "thread_broadcast").set("root", Json.copy(room.json(parent)));
    }
  }

  private ObjectNode postEphemeral(Args args) {
    Conversation room = access.own(args.need("channel"));
    String user = args.need("user");
    if (!room.members().contains(user)) {
      throw new Refusal("user_not_in_channel");
    }
    refuseLong(args);
    ObjectNode body = outgoing.message(args.all());
    args.text("thread_ts").ifPresent(ts -> body.put("thread_ts", ts));
    return Json.of("ok", true, "message_ts", posting.whisper(room, user, body).ts());
  }

  private static void refuseLong(Args args) {
    if (args.text("text").orElse("").getBytes(StandardCharsets.UTF_8).length > LONGEST_UPDATE) {
      throw new Refusal("msg_too_long");
    }
  }

  private Post own(Conversation room, String ts, String refusal) {
    Post post = Access.message(room, ts);
    if (!post.author().equals(team.app().botUserId())) {
      throw new Refusal(refusal);
    }
    return post;
  }

  private ObjectNode update(Args args) {
    Conversation room = access.own(args.need("channel"));
    Post post = own(room, args.need("ts"), "cant_update_message");
    refuseLong(args);
    boolean blocks = Outgoing.hasBlocks(args.all());
    boolean content = blocks || args.has("text") || args.has("markdown_text");
    if (!content && !args.has("attachments") && !args.has("metadata") && !args.has("blocks")) {
      throw new Refusal("no_text");
    }
    JsonNode changes = args.all();
    if (blocks) {
      posting.change(room, post, body -> rewrite(body, changes, content));
    } else {
      posting.edit(room, post, body -> rewrite(body, changes, content));
    }
    return Json.of(
        "ok",
        true,
        "channel",
        room.id(),
        "ts",
        post.ts(),
        "text",
        post.body().path("text").asText(),
        "message",
        post.body());
  }

  /**
   * Text without blocks removes the blocks; attachments and metadata stay unless they are given.
   */
  private void rewrite(ObjectNode body, JsonNode changes, boolean content) {
    if (content) {
      body.put("text", outgoing.text(changes));
      body.set("blocks", outgoing.blocks(changes));
    } else if (changes.has("blocks")) {
      body.remove("blocks");
    }
    if (changes.has("attachments")) {
      body.remove("attachments");
      outgoing.attachments(changes).ifPresent(attachments -> body.set("attachments", attachments));
    }
    Outgoing.metadata(changes).ifPresent(metadata -> body.set("metadata", metadata));
    if (body.path("metadata").isEmpty()) {
      body.remove("metadata");
    }
  }

  private ObjectNode delete(Args args) {
    Conversation room = access.own(args.need("channel"));
    Post post = own(room, args.need("ts"), "cant_delete_message");
    posting.delete(room, post);
    return Json.of("ok", true, "channel", room.id(), "ts", post.ts());
  }

  private ObjectNode permalink(Args args) {
    Conversation room = access.visible(args.need("channel"));
    Post post = Access.message(room, args.need("message_ts"));
    return Json.of(
        "ok", true, "channel", room.id(), "permalink", Marks.permalink(team.app(), room, post));
  }
}
