package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.postmortem.demo.Gold;
import dev.postmortem.demo.Run;
import dev.postmortem.timeline.SlackTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real incidents as an export would hold them, imported. */
class SharedIncidentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> an_imported_incident_keeps_what_must_be_kept_at_its_time() {
    List<Gold> incidents = Gold.shared();
    assumeTrue(!incidents.isEmpty(), "the shared cases are not beside this folder");
    assertThat(incidents).hasSizeGreaterThanOrEqualTo(5);
    return incidents.stream()
        .map(incident -> DynamicTest.dynamicTest(incident.name(), () -> check(incident)));
  }

  private void check(Gold incident) throws IOException {
    Path export = exported(incident);
    Path out = temp.resolve("out");
    String zone = incident.incident().path("tz").asText();
    Run run =
        Run.of(
            "import",
            export.toString(),
            "--channel",
            "war-room",
            "--zone",
            zone,
            "--out",
            out.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains("imported " + incident.messages().size() + ":");
    incident.holds(out);
  }

  private Path exported(Gold incident) throws IOException {
    Path export = Files.createTempDirectory(temp, "export");
    Path room = Files.createDirectory(export.resolve("war-room"));
    Files.writeString(
        export.resolve("channels.json"), "[{\"id\":\"C0WARROOM\",\"name\":\"war-room\"}]");
    Files.writeString(export.resolve("users.json"), incident.incident().path("users").toString());
    Map<LocalDate, ArrayNode> days = new TreeMap<>();
    for (JsonNode message : incident.messages()) {
      Instant said = SlackTime.instant(message.path("ts").asText());
      LocalDate day = LocalDate.ofInstant(said, ZoneOffset.UTC);
      days.computeIfAbsent(day, key -> JSON.createArrayNode()).add(message);
    }
    for (Map.Entry<LocalDate, ArrayNode> day : days.entrySet()) {
      Files.writeString(room.resolve(day.getKey() + ".json"), day.getValue().toPrettyString());
    }
    return export;
  }
}
