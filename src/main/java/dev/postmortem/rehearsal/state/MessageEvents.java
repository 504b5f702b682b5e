package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.Set;

/** Message events in Slack's shapes (page "message event" and its subtypes). */
final class MessageEvents {
  /** Subtypes whose events carry neither team nor client_msg_id. */
  private static final Set<String> TEAMLESS =
      Set.of("file_share", "bot_message", "thread_broadcast", "me_message");

  private static final List<String> ROOT =
      List.of(
          "type",
          "subtype",
          "user",
          "text",
          "ts",
          "thread_ts",
          "bot_id",
          "username",
          "team",
          "bot_profile",
          "icons",
          "edited",
          "reply_count",
          "reply_users_count",
          "latest_reply",
          "subscribed");

  private static final List<String> MENTION =
      List.of(
          "user",
          "text",
          "ts",
          "client_msg_id",
          "team",
          "thread_ts",
          "blocks",
          "bot_id",
          "app_id",
          "bot_profile",
          "subtype",
          "username",
          "files",
          "upload");

  private final Team team;

  MessageEvents(Team team) {
    this.team = team;
  }

  void posted(Conversation room, Post post) {
    ObjectNode event = post.body().deepCopy();
    if (TEAMLESS.contains(post.subtype())) {
      event.remove(List.of("team", "app_id"));
    }
    if (post.subtype().equals("thread_broadcast") || post.subtype().equals("bot_message")) {
      event.remove("parent_user_id");
    }
    if (post.subtype().equals("thread_broadcast")) {
      room.post(post.threadTs())
          .ifPresent(parent -> event.set("root", Json.copy(room.threadJson(parent)).retain(ROOT)));
    }
    tell(room, event, post.ts());
    mention(room, post);
  }

  /**
   * A mention comes in addition to the message, as another event about the same ts; not in direct
   * messages.
   */
  private void mention(Conversation room, Post post) {
    String bot = team.app().botUserId();
    if (room.kind() != Kind.DIRECT
        && !post.author().equals(bot)
        && post.body().path("text").asText("").contains("<@" + bot)) {
      ObjectNode event = post.body().deepCopy().retain(MENTION);
      event.put("type", "app_mention").put("channel", room.id()).put("event_ts", post.ts());
      team.tell(room, "app_mention", event);
    }
  }

  void changed(Conversation room, Post post, ObjectNode before, String at) {
    ObjectNode event = hidden("message_changed", at);
    event.set("message", inner(room.threadJson(post)));
    event.set("previous_message", inner(before));
    tell(room, event, at);
  }

  void deleted(Conversation room, Post post, ObjectNode before) {
    String at = room.nextTs(team.clock());
    ObjectNode event = hidden("message_deleted", at).put("deleted_ts", post.ts());
    event.set("previous_message", inner(before));
    tell(room, event, at);
  }

  private static ObjectNode inner(ObjectNode message) {
    message.remove("reply_users");
    return message;
  }

  private static ObjectNode hidden(String subtype, String at) {
    return Json.of("type", "message", "subtype", subtype, "hidden", true, "ts", at);
  }

  private void tell(Conversation room, ObjectNode event, String at) {
    event
        .put("channel", room.id())
        .put("event_ts", at)
        .put("channel_type", room.kind().channelType());
    team.tell(room, "message." + room.kind().family(), event);
  }
}
