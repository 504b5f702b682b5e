package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Posting;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.text.Stored;
import dev.postmortem.rehearsal.who.Person;
import dev.postmortem.rehearsal.wire.Manifest;
import dev.postmortem.rehearsal.wire.Parcel;
import dev.postmortem.rehearsal.wire.Reply;
import dev.postmortem.rehearsal.wire.Wire;
import java.net.URI;
import java.util.Optional;

/** People type slash commands (page "Implementing slash commands"). */
public final class Commands {
  private final Team team;
  private final Manifest manifest;
  private final Wire wire;
  private final Replies replies;
  private final Payloads payloads;

  /** In this team, for the commands of this manifest. */
  public Commands(Team team, Manifest manifest, Wire wire, Replies replies) {
    this.team = team;
    this.manifest = manifest;
    this.wire = wire;
    this.replies = replies;
    payloads = new Payloads(team, wire.token());
  }

  /**
   * A command that was sent.
   *
   * @param path the path of its response_url
   */
  public record Typed(Reply reply, String path) {}

  /** Types a command into a conversation, whether the bot is in it or not. */
  public Typed type(Person person, Conversation room, String line) {
    String command = line.strip().split("\\s", 2)[0];
    JsonNode offered =
        manifest
            .command(command)
            .orElseThrow(() -> new IllegalArgumentException(command + " is not a valid command."));
    String rest = line.strip().substring(command.length()).strip();
    String text = offered.path("should_escape").asBoolean() ? Stored.commandText(rest, team) : rest;
    ObjectNode payload =
        team.locked(() -> withTickets(payloads.command(person, room, command, text), person, room));
    Reply reply =
        wire.courier()
            .deliver(
                new Parcel(
                    Parcel.Kind.SLASH_COMMANDS,
                    command,
                    payload.path("trigger_id").asText(),
                    "",
                    payload));
    String path = URI.create(payload.path("response_url").asText()).getPath();
    team.locked(() -> shown(person, room, command, new Typed(reply, path)));
    return new Typed(reply, path);
  }

  private ObjectNode withTickets(ObjectNode payload, Person person, Conversation room) {
    payload.put(
        "response_url", team.tickets().replyUrl("commands", person.id(), room, Optional.empty()));
    return payload.put("trigger_id", team.tickets().trigger(person.id()));
  }

  private Typed shown(Person person, Conversation room, String command, Typed typed) {
    Reply reply = typed.reply();
    if (!reply.isAcknowledged()) {
      String error = reply.timedOut() ? "operation_timeout" : "dispatch_failed";
      String text = command + " failed with the error \"" + error + "\"";
      new Posting(team).whisper(room, person.id(), Json.of("user", "USLACKBOT", "text", text));
    } else if (!reply.answer().body().isBlank()) {
      replies.show(typed.path(), person.id(), room, message(reply.answer().body()));
    }
    return typed;
  }

  /** The body of an acknowledgement: a message in JSON, or plain text. */
  private static JsonNode message(String body) {
    return Json.tryParse(body).filter(JsonNode::isObject).orElseGet(() -> Json.of("text", body));
  }
}
