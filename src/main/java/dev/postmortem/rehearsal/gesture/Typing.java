package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.RichText;
import dev.postmortem.rehearsal.text.Stored;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** What a person's client sends for what the person typed. */
public record Typing(Team team, String userId) {

  /** A message. */
  public ObjectNode said(String typed) {
    return team.locked(
        () -> {
          String text = Stored.typed(typed, team);
          String id =
              UUID.nameUUIDFromBytes(team.ids().shortId().getBytes(StandardCharsets.UTF_8))
                  .toString();
          ObjectNode block = RichText.block(text).put("block_id", team.ids().shortId());
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
              team.app().teamId(),
              "blocks",
              Json.array(block));
        });
  }

  /** A message that files will be put on. */
  public ObjectNode upload(String comment) {
    String text = team.locked(() -> Stored.typed(comment, team));
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
