package dev.postmortem.rehearsal.gesture;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.state.Conversation;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import dev.postmortem.rehearsal.who.Person;
import java.time.Instant;

/** What all interactions have in common (page "Interaction payloads"). */
final class Payloads {
  private final Team team;
  private final String token;

  Payloads(Team team, String token) {
    this.team = team;
    this.token = token;
  }

  ObjectNode interaction(String type, Person person) {
    App app = team.app();
    ObjectNode payload =
        Json.of(
            "type",
            type,
            "user",
            user(person),
            "api_app_id",
            app.appId(),
            "token",
            token,
            "team",
            Json.of("id", app.teamId(), "domain", app.domain()));
    payload.putNull("enterprise");
    return payload.put("is_enterprise_install", false);
  }

  private ObjectNode user(Person person) {
    return Json.of(
        "id",
        person.id(),
        "username",
        person.name(),
        "name",
        person.name(),
        "team_id",
        team.app().teamId());
  }

  ObjectNode channel(Conversation room) {
    return Json.of("id", room.id(), "name", channelName(room));
  }

  /** Names that are nobody else's business are replaced (page "Slash commands"). */
  static String channelName(Conversation room) {
    return switch (room.kind()) {
      case PUBLIC -> room.name();
      case PRIVATE -> "privategroup";
      case DIRECT -> "directmessage";
    };
  }

  ObjectNode command(Person person, Conversation room, String command, String text) {
    App app = team.app();
    return Json.of(
        "token",
        token,
        "team_id",
        app.teamId(),
        "team_domain",
        app.domain(),
        "channel_id",
        room.id(),
        "channel_name",
        channelName(room),
        "user_id",
        person.id(),
        "user_name",
        person.name(),
        "command",
        command,
        "text",
        text,
        "api_app_id",
        app.appId(),
        "is_enterprise_install",
        "false");
  }

  /** The time of an action, as a timestamp of its own. */
  String actionTs() {
    Instant now = team.clock().instant();
    return now.getEpochSecond() + String.format(".%06d", now.getNano() / 1000);
  }
}
