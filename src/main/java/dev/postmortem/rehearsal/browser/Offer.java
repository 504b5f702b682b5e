package dev.postmortem.rehearsal.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Innards;
import dev.postmortem.rehearsal.state.Team;
import dev.postmortem.rehearsal.text.Json;

/** What the app and the page offer to whoever visits. Used under the team's lock. */
record Offer(Innards innards, Setting setting) {

  ObjectNode json() {
    ObjectNode offer = Json.of("shortcuts", shortcuts(), "commands", commands());
    return opening(offer);
  }

  private ObjectNode opening(ObjectNode state) {
    Setting.Opening opening = setting.opening();
    ArrayNode favourites = Json.array();
    setting
        .words()
        .favourites()
        .forEach((name, means) -> favourites.add(Json.of("name", name, "means", means)));
    Team team = innards.team();
    String wanted = opening.channel();
    team.rooms()
        .find(wanted)
        .or(() -> team.rooms().named(wanted))
        .ifPresent(room -> state.put("opens", room.id()));
    state.set("welcome", Json.arrayOf(opening.welcome()));
    state.set("favourites", favourites);
    return state.put("hasPlay", setting.controls().isPresent());
  }

  private ObjectNode shortcuts() {
    ObjectNode shortcuts = Json.of("message", Json.array(), "global", Json.array());
    Json.each(innards.manifest().root().at("/features/shortcuts"))
        .forEach(
            shortcut ->
                shortcuts
                    .withArrayProperty(shortcut.path("type").asText())
                    .add(
                        Json.of(
                            "callbackId",
                            shortcut.path("callback_id").asText(),
                            "name",
                            shortcut.path("name").asText(),
                            "description",
                            shortcut.path("description").asText())));
    return shortcuts;
  }

  private ArrayNode commands() {
    ArrayNode commands = Json.array();
    for (JsonNode command : innards.manifest().root().at("/features/slash_commands")) {
      commands.add(
          Json.of(
              "name",
              command.path("command").asText(),
              "hint",
              command.path("usage_hint").asText(),
              "description",
              command.path("description").asText()));
    }
    setting
        .words()
        .commands()
        .forEach(
            hint ->
                commands.add(
                    Json.of(
                        "name",
                        hint.name(),
                        "hint",
                        hint.hint(),
                        "description",
                        hint.description())));
    return commands;
  }
}
