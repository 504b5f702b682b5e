package dev.postmortem.rehearsal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.RichText;
import dev.postmortem.rehearsal.text.Stored;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a person's client sends for what the person typed. */
final class Typing {
  private final Backstage stage;
  private final String userId;

  Typing(Backstage stage, String userId) {
    this.stage = stage;
    this.userId = userId;
  }

  ObjectNode said(String typed) {
    return stage.team.locked(
        () -> {
          String text = Stored.typed(typed, stage.team);
          String id =
              UUID.nameUUIDFromBytes(stage.team.ids().shortId().getBytes(StandardCharsets.UTF_8))
                  .toString();
          ObjectNode block = RichText.block(text).put("block_id", stage.team.ids().shortId());
          return Json.of(
              "type",
              "message",
              "client_msg_id",
              id,
              "user",
              userId,
              "text",
              text,
              "team",
              stage.team.app().teamId(),
              "blocks",
              Json.array(block));
        });
  }

  ObjectNode upload(String comment) {
    String text = stage.team.locked(() -> Stored.typed(comment, stage.team));
    return Json.of(
        "type",
        "message",
        "subtype",
        "file_share",
        "user",
        userId,
        "text",
        text,
        "upload",
        false,
        "display_as_bot",
        false);
  }
}
