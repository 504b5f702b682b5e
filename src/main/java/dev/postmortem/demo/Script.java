package dev.postmortem.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The script of the built-in incident, as it stands in {@code incident.yml}. */
record Script(JsonNode yaml) {

  static Script read() {
    try (InputStream in = Script.class.getResourceAsStream("incident.yml")) {
      return new Script(new YAMLMapper().readTree(in));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Instant begins() {
    return Instant.parse(yaml.path("begins").asText());
  }

  ZoneId zone() {
    return ZoneId.of(yaml.path("zone").asText());
  }

  String channel() {
    return yaml.path("channel").asText();
  }

  /** Everybody, by handle. */
  Map<String, Person> people() {
    return named(
        yaml.path("people"),
        one ->
            new Person(
                one.path("name").asText(),
                one.path("role").asText(),
                ZoneId.of(one.path("zone").asText()),
                one.path("elsewhere").asBoolean()));
  }

  /** The webhooks and the other apps' bots. */
  Map<String, Machine> robots() {
    return named(
        yaml.path("robots"),
        one -> new Machine(one.path("name").asText(), one.path("webhook").asBoolean()));
  }

  /** The phases of a part of the script. */
  List<Phase> phases(String part) {
    List<Phase> phases = new ArrayList<>();
    for (JsonNode phase : yaml.path(part)) {
      List<Cue> cues = new ArrayList<>();
      phase.path("lines").forEach(line -> cues.add(new Cue(line)));
      phases.add(new Phase(phase.path("title").asText(), cues));
    }
    return phases;
  }

  List<Double> chart(String name) {
    List<Double> values = new ArrayList<>();
    yaml.path("charts").path(name).forEach(value -> values.add(value.asDouble()));
    return values;
  }

  /** What the point person writes, by the titles of the sections. */
  Map<String, String> sections() {
    return named(yaml.path("sections"), JsonNode::asText);
  }

  /** What is agreed on for the review. */
  Map<String, String> review() {
    return named(yaml.path("review"), JsonNode::asText);
  }

  private static <T> Map<String, T> named(JsonNode map, Function<JsonNode, T> reader) {
    Map<String, T> all = new LinkedHashMap<>();
    map.properties().forEach(one -> all.put(one.getKey(), reader.apply(one.getValue())));
    return all;
  }

  /**
   * Somebody in the play.
   *
   * @param elsewhere whether this person is not in the war room
   */
  record Person(String name, String role, ZoneId zone, boolean elsewhere) {}

  /** Something that posts by itself. */
  record Machine(String name, boolean webhook) {}

  /** Some lines that belong together. */
  record Phase(String title, List<Cue> cues) {}
}
