package dev.postmortem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** The app's manifest, as it is packed into the program. */
public final class Manifest {
  private Manifest() {}

  /** Its text. */
  public static String text() {
    try (InputStream yaml = Manifest.class.getResourceAsStream("/dev/postmortem/manifest.yml")) {
      if (yaml == null) {
        throw new IllegalStateException("the manifest is missing from the program");
      }
      return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The permissions that the bot asks for. */
  public static Set<String> scopes() {
    return scopes("bot");
  }

  /** Those among them that it can do without. */
  public static Set<String> optionalScopes() {
    return scopes("bot_optional");
  }

  /** The slash command that it asks for. */
  public static String command() {
    return tree().path("features").path("slash_commands").path(0).path("command").asText();
  }

  private static Set<String> scopes(String which) {
    Set<String> names = new LinkedHashSet<>();
    tree()
        .path("oauth_config")
        .path("scopes")
        .path(which)
        .forEach(scope -> names.add(scope.asText()));
    return names;
  }

  private static JsonNode tree() {
    try {
      return new YAMLMapper().readTree(text());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
