package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Post;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.who.Person;
import dev.postmortem.rehearsal.wire.Manifest;
import dev.postmortem.rehearsal.wire.Parcel;
import dev.postmortem.rehearsal.wire.Reply;
import dev.postmortem.rehearsal.wire.Wire;
import java.util.List;
import java.util.Optional;

/** People use shortcuts, of messages and global ones (page "Implementing shortcuts"). */
public final class Shortcuts {
  private final Team team;
  private final Manifest manifest;
  private final Wire wire;
  private final Payloads payloads;

  /** In this team, for the shortcuts of this manifest. */
  public Shortcuts(Team team, Manifest manifest, Wire wire) {
    this.team = team;
    this.manifest = manifest;
    this.wire = wire;
    payloads = new Payloads(team, wire.token());
  }

  /** Uses a message shortcut, whether the bot is in the conversation or not. */
  public Reply message(Person person, Conversation room, Post post, String name) {
    if (!post.onlyFor().isEmpty()) {
      throw new IllegalArgumentException("a message that only one person sees has no shortcuts");
    }
    String callback = callback("message", name);
    ObjectNode payload =
        team.locked(
            () -> {
              ObjectNode action = common("message_action", person, callback);
              action.remove("api_app_id");
              action.withObjectProperty("user").remove("username");
              action.put("message_ts", post.ts()).set("message", room.json(post));
              action.set("channel", payloads.channel(room));
              return action.put(
                  "response_url",
                  team.tickets().replyUrl("app", person.id(), room, Optional.empty()));
            });
    return deliver(payload);
  }

  /** Uses a global shortcut. */
  public Reply global(Person person, String name) {
    String callback = callback("global", name);
    ObjectNode payload = team.locked(() -> common("shortcut", person, callback));
    payload.remove(List.of("api_app_id"));
    payload.withObjectProperty("user").remove("name");
    return deliver(payload);
  }

  private String callback(String type, String name) {
    return manifest
        .shortcut(type, name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the manifest has no " + type + " shortcut \"" + name + "\""));
  }

  private ObjectNode common(String type, Person person, String callback) {
    ObjectNode payload = payloads.interaction(type, person);
    payload.put("callback_id", callback).put("trigger_id", team.tickets().trigger(person.id()));
    return payload.put("action_ts", payloads.actionTs());
  }

  private Reply deliver(ObjectNode payload) {
    String type = payload.path("type").asText();
    return wire.courier()
        .deliver(
            new Parcel(
                Parcel.Kind.INTERACTIVE, type, payload.path("trigger_id").asText(), "", payload));
  }
}
