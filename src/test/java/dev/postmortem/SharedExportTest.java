package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.demo.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Real exports: what goes in comes out, and what does not is counted. */
class SharedExportTest {
  private static final Path SHARED = Path.of("../shared/cases/export");
  private static final ObjectMapper JSON = new ObjectMapper();
  @TempDir private Path temp;

  @TestFactory
  Stream<DynamicTest> no_message_is_lost() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "the shared cases are not beside this folder");
    try (Stream<Path> folders = Files.walk(SHARED, 2)) {
      return folders
          .filter(
              folder -> Files.isDirectory(folder) && SHARED.relativize(folder).getNameCount() == 2)
          .sorted()
          .toList()
          .stream()
          .map(
              room ->
                  DynamicTest.dynamicTest(SHARED.relativize(room).toString(), () -> check(room)));
    }
  }

  private void check(Path room) throws IOException {
    Map<String, String> in = new TreeMap<>();
    int comings = 0;
    for (Path day : Exports.files(room)) {
      for (JsonNode message : JSON.readTree(Files.readString(day))) {
        String subtype = message.path("subtype").asText();
        if (subtype.equals("channel_join")) {
          comings++;
        } else {
          in.put(message.path("ts").asText(), subtype.startsWith("channel_") ? "event" : "message");
        }
      }
    }
    Run run =
        Run.of(
            "import",
            room.getParent().toString(),
            "--channel",
            room.getFileName().toString(),
            "--out",
            temp.toString());
    if (in.isEmpty()) {
      assertThat(run.err()).startsWith("Nothing that was said in #");
      return;
    }
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(": " + (in.size() + comings) + " message", "imported " + in.size() + ":")
        .contains(comings == 0 ? "" : "left out " + comings + ": " + comings + " channel_join");
    assertThat(out()).isEqualTo(in);
  }

  private Map<String, String> out() throws IOException {
    JsonNode document = JSON.readTree(Files.readString(temp.resolve("postmortem.json")));
    Map<String, String> out = new TreeMap<>();
    document
        .path("timeline")
        .forEach(entry -> out.put(entry.path("ts").asText(), entry.path("kind").asText()));
    assertThat(document.path("timeline")).hasSize(out.size());
    return out;
  }
}
