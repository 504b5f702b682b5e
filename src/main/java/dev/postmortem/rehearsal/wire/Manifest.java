package dev.postmortem.rehearsal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postmortem.rehearsal.text.Json;
import java.util.List;
import java.util.Optional;

/** The app's manifest: what it may do, what it is told, what it offers (page "App manifests"). */
public record Manifest(JsonNode root) {

  /** Reads YAML; refuses anything else. */
  public static Manifest read(String yaml) {
    try {
      return new Manifest(new YAMLMapper().readTree(yaml));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the manifest is not YAML: " + e.getOriginalMessage(), e);
    }
  }

  /** The app's name. */
  public String name() {
    return root.at("/display_information/name").asText("App");
  }

  /** The name of the bot user. */
  public String botName() {
    return root.at("/features/bot_user/display_name").asText("bot");
  }

  /** The scopes of the bot token. */
  public List<String> scopes() {
    return Json.texts(root.at("/oauth_config/scopes/bot"));
  }

  /** Whether the app is told of this. */
  public boolean isSubscribed(String event) {
    return Json.texts(root.at("/settings/event_subscriptions/bot_events")).contains(event);
  }

  /** The slash command of this name, with its slash. */
  public Optional<JsonNode> command(String name) {
    return Json.each(root.at("/features/slash_commands"))
        .filter(command -> command.path("command").asText().equals(name))
        .findFirst();
  }

  /** The callback_id of the shortcut of this name, for messages or global. */
  public Optional<String> shortcut(String type, String name) {
    return Json.each(root.at("/features/shortcuts"))
        .filter(
            shortcut ->
                shortcut.path("type").asText().equals(type)
                    && shortcut.path("name").asText().equals(name))
        .map(shortcut -> shortcut.path("callback_id").asText())
        .findFirst();
  }

  /** Whether people may write to the bot in its direct message. */
  public boolean hasMessagesTab() {
    return root.at("/features/app_home/messages_tab_enabled").asBoolean(true);
  }

  /** Whether there is a Home tab. */
  public boolean hasHomeTab() {
    return root.at("/features/app_home/home_tab_enabled").asBoolean(false);
  }
}
