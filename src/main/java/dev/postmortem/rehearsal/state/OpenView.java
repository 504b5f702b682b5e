package dev.postmortem.rehearsal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import dev.postmortem.rehearsal.who.App;
import java.util.HashMap;
import java.util.Map;

/** A view on a person's screen, with what the person entered in it. Guarded by the team's lock. */
public final class OpenView {
  private final Map<String, ObjectNode> entered = new HashMap<>();
  private final String id;
  private final String userId;
  private final String rootId;
  private final String previousId;
  private ObjectNode definition;
  private String hash;

  OpenView(String id, String userId, String rootId, String previousId) {
    this.id = id;
    this.userId = userId;
    this.rootId = rootId.isEmpty() ? id : rootId;
    this.previousId = previousId;
    definition = Json.of();
    hash = "";
  }

  /** Its id. */
  public String id() {
    return id;
  }

  /** Whose screen it is on. */
  public String userId() {
    return userId;
  }

  /** Its hash, which changes with each update. */
  public String hash() {
    return hash;
  }

  /** What the app sent, completed. */
  public ObjectNode definition() {
    return definition;
  }

  /** Its blocks. */
  public JsonNode blocks() {
    return definition.path("blocks");
  }

  String externalId() {
    return definition.path("external_id").asText("");
  }

  void show(ObjectNode newDefinition, String newHash) {
    definition = newDefinition;
    hash = newHash;
  }

  /**
   * What an element holds now: entries stay over an update where block_id and action_id stay (page
   * "Modals").
   */
  public ObjectNode value(Inputs.Spot spot) {
    ObjectNode value = entered.get(key(spot));
    boolean same = value != null && value.path("type").equals(spot.element().path("type"));
    return same && value != null ? value : Inputs.initial(spot.element());
  }

  /** A person enters something. */
  public void enter(Inputs.Spot spot, JsonNode value) {
    ObjectNode state = Json.of("type", spot.element().path("type").asText());
    Inputs.field(spot.element()).ifPresent(field -> state.set(field, value));
    entered.put(key(spot), state);
  }

  private static String key(Inputs.Spot spot) {
    return spot.blockId() + "\n" + spot.actionId();
  }

  /** The state: values by block_id and action_id. */
  public ObjectNode state() {
    ObjectNode values = Json.of();
    Inputs.spots(blocks())
        .filter(spot -> Inputs.field(spot.element()).isPresent())
        .forEach(
            spot ->
                values
                    .withObjectProperty(spot.blockId())
                    .set(spot.actionId(), value(spot).deepCopy()));
    return Json.of("values", values);
  }

  /** The view object as the app gets it. */
  public ObjectNode json(App app) {
    ObjectNode json =
        Json.of("id", id, "team_id", app.teamId(), "type", definition.path("type").asText());
    json.set("blocks", blocks().deepCopy());
    for (String text : new String[] {"private_metadata", "callback_id"}) {
      json.put(text, definition.path(text).asText(""));
    }
    json.set("state", state());
    json.put("hash", hash);
    for (String part : new String[] {"title", "close", "submit"}) {
      json.set(
          part,
          definition.has(part)
              ? definition.get(part).deepCopy()
              : JsonNodeFactory.instance.nullNode());
    }
    json.put("clear_on_close", definition.path("clear_on_close").asBoolean(false));
    json.put("notify_on_close", definition.path("notify_on_close").asBoolean(false));
    json.put("submit_disabled", definition.path("submit_disabled").asBoolean(false));
    json.put("previous_view_id", previousId.isEmpty() ? null : previousId)
        .put("root_view_id", rootId);
    json.put("app_id", app.appId()).put("external_id", externalId());
    return json.put("app_installed_team_id", app.teamId()).put("bot_id", app.botId());
  }
}
