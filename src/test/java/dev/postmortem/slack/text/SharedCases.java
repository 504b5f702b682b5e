package dev.postmortem.slack.text;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Public cases that lie beside the repository on some machines; elsewhere their tests are skipped.
 */
final class SharedCases {
  private static final Path FOLDER = Path.of("../shared/cases");
  static final ObjectMapper JSON = new ObjectMapper();

  private SharedCases() {}

  static JsonNode json(String file) {
    return parse(String.join("\n", lines(file)));
  }

  static List<String> lines(String file) {
    Path path = FOLDER.resolve(file);
    assumeTrue(Files.exists(path), () -> path + " is not here");
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
