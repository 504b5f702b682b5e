package dev.postmortem.slack.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.timeline.Names;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names that a test knows. */
record KnownNames(
    Map<String, String> users, Map<String, String> channels, Map<String, String> groups)
    implements Names {

  static KnownNames of(JsonNode node) {
    return new KnownNames(
        map(node.path("users")), map(node.path("channels")), map(node.path("usergroups")));
  }

  private static Map<String, String> map(JsonNode node) {
    Map<String, String> map = new HashMap<>();
    node.fields().forEachRemaining(field -> map.put(field.getKey(), field.getValue().asText()));
    return map;
  }

  @Override
  public Optional<String> user(String id) {
    return Optional.ofNullable(users.get(id));
  }

  @Override
  public Optional<String> channel(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  @Override
  public Optional<String> group(String id) {
    return Optional.ofNullable(groups.get(id));
  }
}
