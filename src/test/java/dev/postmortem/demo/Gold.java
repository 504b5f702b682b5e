package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.timeline.SlackTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A recorded incident, and what people say must be found in a document of it. */
public record Gold(String name, JsonNode incident) {
  private static final Path SHARED = Path.of("../shared/cases/incidents");

  /** All that lie beside the repository; none elsewhere. */
  public static List<Gold> shared() {
    if (!Files.isDirectory(SHARED)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(SHARED)) {
      return files
          .sorted()
          .map(file -> new Gold(file.getFileName().toString(), json(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json(Path file) {
    try {
      return new ObjectMapper().readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path file() {
    return SHARED.resolve(name);
  }

  /** The messages of the incident's channel. */
  public List<JsonNode> messages() {
    JsonNode messages = incident.path("messages");
    List<JsonNode> all = new ArrayList<>();
    (messages.isArray() ? messages : messages.elements().next()).forEach(all::add);
    return all;
  }

  /** Holds the document in a folder to it. */
  public void holds(Path folder) throws IOException {
    String markdown = Files.readString(folder.resolve("postmortem.md"));
    JsonNode document = json(folder.resolve("postmortem.json"));
    incident
        .at("/gold/must_keep")
        .forEach(one -> assertThat(markdown).contains(one.path("string").asText()));
    Map<String, JsonNode> entries = new HashMap<>();
    document.path("timeline").forEach(entry -> entries.put(entry.path("ts").asText(), entry));
    List<String> evidence = evidence();
    assertThat(evidence).isNotEmpty();
    for (String ts : evidence) {
      assertThat(entries).containsKey(ts);
      assertThat(Instant.parse(entries.get(ts).path("at").asText()))
          .isEqualTo(SlackTime.instant(ts));
    }
    incident
        .at("/gold/must_not_be_stated_as_fact")
        .forEach(it -> isNoFact(entries.get(it.path("ts").asText()), document));
  }

  /** Where nobody chose the messages that matter, each of them does. */
  private List<String> evidence() {
    JsonNode chosen = incident.at("/gold/timeline");
    List<String> all = new ArrayList<>();
    if (chosen.isMissingNode()) {
      messages().forEach(message -> all.add(message.path("ts").asText()));
    } else {
      chosen.forEach(one -> one.path("evidence_ts").forEach(ts -> all.add(ts.asText())));
    }
    return all;
  }

  /** Said in passing: it stands on the timeline as somebody's words, and nowhere else. */
  private static void isNoFact(JsonNode entry, JsonNode document) {
    assertThat(entry).isNotNull();
    assertThat(entry.path("tags")).isEmpty();
    assertThat(document.path("title").asText()).doesNotContain(entry.path("markdown").asText());
    for (JsonNode section : document.path("sections")) {
      if (!section.path("key").asText().equals("timeline")) {
        assertThat(section.path("markdown").asText())
            .doesNotContain(entry.path("markdown").asText());
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
