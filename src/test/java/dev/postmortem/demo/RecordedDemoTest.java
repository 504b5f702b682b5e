package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Recorded channels, played again. */
class RecordedDemoTest {
  @TempDir private Path out;

  @Test
  void a_recorded_channel_becomes_a_document_with_every_word_of_it() throws Exception {
    assertThat(played(ours("kettle.json")))
        .startsWith("# An afternoon without tea")
        .contains("Timezone: EST 2026-01-05 (Monday)")
        .contains("sensor, alert: **Warning:** [kettle](https://sensor.example.org/kettle?a=1&b=2)")
        .contains(
            "Anna (Caretaker): looking & listening, @bram can you see `port 7` from where you are?")
        .contains("bram, in a thread: no light on it")
        .contains("I plugged it into `port 9`, it boils (edited)")
        .contains("- U0CARA0003")
        .doesNotContain("is there tea?");
  }

  @Test
  void what_was_published_of_it_stands_under_the_sections_that_fit() throws Exception {
    String markdown = played(ours("kettle.json"));
    assertThat(section(markdown, "Impact")).contains("Eleven people waited 15 minutes");
    assertThat(section(markdown, "Hypothesis"))
        .contains("Port 7 has no power after the move. See")
        .contains("[the plan of the floor](https://plan.example.org/floor-2)");
    assertThat(section(markdown, "What we did well"))
        .contains("- Port 9 was near\n- The **sensor** saw it first");
    assertThat(section(markdown, "Observations")).contains("looking & listening");
    assertThat(section(markdown, "Tasks")).contains("Label the ports without power – unassigned");
    assertThat(section(markdown, "Symptoms")).contains("Nothing was written down about this");
  }

  @Test
  void a_plain_list_of_messages_will_do() throws Exception {
    assertThat(played(ours("lamp.json")))
        .startsWith("# A lamp that stayed dark")
        .contains("scribe: the lamp in the hall stays dark", "scribe: the bulb is replaced")
        .contains("**Channel:** #lamp", "**Duration:** 1 h");
  }

  @TestFactory
  Stream<DynamicTest> a_real_incident_keeps_what_must_be_kept_at_its_time() {
    List<Gold> incidents = Gold.shared();
    assumeTrue(!incidents.isEmpty(), "the shared cases are not beside this folder");
    assertThat(incidents).hasSizeGreaterThanOrEqualTo(5);
    return incidents.stream()
        .map(
            incident ->
                DynamicTest.dynamicTest(
                    incident.name(),
                    () -> {
                      played(incident.file());
                      incident.holds(out);
                    }));
  }

  private String played(Path incident) throws IOException {
    Run run = Run.of("demo", "--once", out.toString(), "--incident", incident.toString());
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(out.resolve("postmortem.html")).isNotEmptyFile();
    assertThat(out.resolve("postmortem.json")).isNotEmptyFile();
    return Files.readString(out.resolve("postmortem.md"));
  }

  private static Path ours(String name) throws URISyntaxException {
    URL url = RecordedDemoTest.class.getResource(name);
    return Path.of(Objects.requireNonNull(url).toURI());
  }

  private static String section(String markdown, String title) {
    int from = markdown.indexOf("## " + title);
    int to = markdown.indexOf("\n## ", from);
    return markdown.substring(from, to < 0 ? markdown.length() : to);
  }
}
