package dev.postmortem.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A recorded incident channel: its people, its messages in Slack's own shape, and what was
 * published of it. The messages are a list, or a map from channel to list.
 *
 * @param name what to call it when nothing in it says so
 */
record Recording(JsonNode json, String name) {
  private static final String TS = "\\d{10}\\.\\d{6}";

  String title() {
    return Stream.of(json.at("/published/title"), json.path("title"))
        .map(node -> node.asText("").strip())
        .map(title -> title.replaceAll("\\s+", " "))
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse(name);
  }

  ZoneId zone() {
    try {
      return ZoneId.of(json.path("tz").asText("UTC"));
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  /** The id of the channel that the incident was in: the one that is named, or the fullest. */
  String channelId() {
    JsonNode messages = json.path("messages");
    String named = json.path("incident_channel").asText("");
    return fields(messages)
        .filter(channel -> channel.equals(named) || channelName(channel).equals(named))
        .findFirst()
        .or(() -> fields(messages).max(Comparator.comparingInt(id -> messages.path(id).size())))
        .orElse("C0RECORDED");
  }

  /** The channel's name, of the letters that Slack allows. */
  String channelName(String id) {
    JsonNode channels = json.path("channels");
    String found =
        Stream.concat(Stream.of(channels.path(id)), items(channels))
            .filter(channel -> channel.path("id").asText(id).equals(id))
            .map(channel -> channel.path("name").asText(""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse(name);
    return found.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_-]+", "-");
  }

  /** The messages of the incident's channel, oldest first. */
  List<ObjectNode> messages() {
    JsonNode messages = json.path("messages");
    return items(messages.isArray() ? messages : messages.path(channelId()))
        .filter(message -> message.isObject() && message.path("ts").asText().matches(TS))
        .map(message -> (ObjectNode) message.deepCopy())
        .sorted(Comparator.comparing(message -> message.path("ts").asText()))
        .toList();
  }

  /** Everybody who is listed, and everybody who speaks; in a zone, if only the recording's. */
  List<ObjectNode> users() {
    Map<String, ObjectNode> users = new LinkedHashMap<>();
    items(json.path("users"))
        .filter(user -> user.isObject() && user.has("id"))
        .forEach(user -> users.put(user.path("id").asText(), user.deepCopy()));
    messages().stream()
        .map(message -> message.path("user").asText(""))
        .filter(id -> !id.isEmpty())
        .forEach(id -> users.computeIfAbsent(id, this::stranger));
    users.values().stream()
        .filter(user -> !user.hasNonNull("tz"))
        .forEach(user -> user.put("tz", zone().getId()));
    return List.copyOf(users.values());
  }

  private ObjectNode stranger(String id) {
    return ((ObjectNode) json).objectNode().put("id", id).put("name", id);
  }

  /** The id of the person, not the bot, who speaks first. */
  Optional<String> firstSpeaker() {
    List<String> people =
        users().stream()
            .filter(user -> !user.path("is_bot").asBoolean())
            .map(user -> user.path("id").asText())
            .toList();
    return messages().stream()
        .filter(message -> !message.has("bot_id"))
        .map(message -> message.path("user").asText(""))
        .filter(people::contains)
        .findFirst();
  }

  /** When a message was said, to the microsecond. */
  static Instant at(JsonNode message) {
    BigDecimal seconds = new BigDecimal(message.path("ts").asText());
    return Instant.ofEpochSecond(
        seconds.longValue(), seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
  }

  private static Stream<String> fields(JsonNode map) {
    Iterable<String> names = map::fieldNames;
    return StreamSupport.stream(names.spliterator(), false);
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
  }
}
