package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Outgoing;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.Stored;
import dev.postmortem.rehearsal.who.OtherBot;

/** Somebody else's bot in a channel. */
public final class RobotPlace {
  private final Backstage stage;
  private final OtherBot bot;
  private final Channel room;

  RobotPlace(Backstage stage, OtherBot bot, Channel room) {
    this.stage = stage;
    this.bot = bot;
    this.room = room;
  }

  /** Posts attachments without any text, as alert bots do. */
  public Message alerts(String attachmentsJson) {
    return posts(
        stage.team.locked(
            () -> {
              ObjectNode body = body("");
              body.set("attachments", new Outgoing(stage.team).stored(Json.parse(attachmentsJson)));
              return body;
            }));
  }

  /** Posts text. */
  public Message says(String text) {
    return posts(body(text));
  }

  /** Posts text and blocks. */
  public Message posts(String text, String blocksJson) {
    return posts(
        stage.team.locked(
            () -> {
              ObjectNode body = body(text);
              body.set(
                  "blocks",
                  new Outgoing(stage.team).blocks(Json.of("blocks", Json.parse(blocksJson))));
              return body;
            }));
  }

  /** Replies in a thread. */
  public Message replies(Message parent, String text) {
    return posts(body(text).put("thread_ts", parent.isReply() ? parent.threadTs() : parent.ts()));
  }

  /** Changes its message with blocks, as chat.update does: no mark of an edit is left. */
  public Message updates(Message message, String text) {
    stage.run(
        () ->
            stage.posting.change(
                room.room(), message.post(), body -> body.put("text", Stored.fromApp(text))));
    return message;
  }

  private Message posts(ObjectNode body) {
    return stage.team.locked(() -> room.message(stage.posting.post(room.room(), body)));
  }

  /** A webhook's messages have a subtype and no user; another app's have a user and no subtype. */
  private ObjectNode body(String text) {
    String stored = Stored.fromApp(text);
    if (bot.userId().isEmpty()) {
      return Json.of(
          "type",
          "message",
          "subtype",
          "bot_message",
          "bot_id",
          bot.botId(),
          "username",
          bot.name(),
          "icons",
          bot.icons(),
          "text",
          stored);
    }
    String team = stage.team.app().teamId();
    return Json.of(
        "type",
        "message",
        "user",
        bot.userId(),
        "bot_id",
        bot.botId(),
        "app_id",
        bot.appId(),
        "text",
        stored,
        "team",
        team,
        "bot_profile",
        bot.profile(team));
  }
}
