package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.story.Company;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The setting that the log's form depends on reaches a bot that is a process. */
class LogFormTest {
  @TempDir private Path data;

  @Test
  void a_bot_that_is_told_to_logs_as_json() throws Exception {
    try (Company company = Company.in(data);
        BotProcess bot =
            new BotProcess(company.slack, data)
                .with("PM_LOG", "json")
                // the log as it is shipped, not that of the tests
                .with(
                    "JAVA_TOOL_OPTIONS",
                    "-Dlogback.configurationFile="
                        + Path.of("src/main/resources/logback.xml").toAbsolutePath())) {
      bot.start();
      List<String> lines =
          bot.log()
              .lines()
              .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
              .toList();
      assertThat(lines).isNotEmpty().anyMatch(line -> line.contains("ready, listening"));
      for (String line : lines) {
        assertThat(new ObjectMapper().readTree(line).path("formattedMessage").isTextual()).isTrue();
      }
    }
  }
}
