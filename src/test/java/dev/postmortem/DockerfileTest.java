package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.web.HttpFront;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Reads the Dockerfile as the builder does: one instruction a line, comments and breaks undone. */
class DockerfileTest {
  private final List<String> lines = lines();

  private static List<String> lines() {
    try {
      String text = Files.readString(Path.of("Dockerfile")).replaceAll("(?m)^#.*\\R", "");
      return text.replaceAll("\\s*\\\\\\R\\s*", " ").lines().filter(it -> !it.isBlank()).toList();
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** What follows an instruction in the last stage, the one that runs. */
  private List<String> running(String instruction) {
    int last = 0;
    for (int i = 0; i < lines.size(); i++) {
      last = lines.get(i).startsWith("FROM ") ? i : last;
    }
    return lines.subList(last, lines.size()).stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length()).strip())
        .toList();
  }

  private static List<String> words(String json) {
    try {
      return List.of(new ObjectMapper().readValue(json, String[].class));
    } catch (IOException noExecForm) {
      throw new AssertionError("not the exec form: " + json, noExecForm);
    }
  }

  @Test
  void it_is_built_with_maven_and_runs_without_it() {
    assertThat(lines.stream().filter(line -> line.startsWith("FROM ")))
        .containsExactly(
            "FROM maven:3.9-eclipse-temurin-17 AS build", "FROM eclipse-temurin:17-jre");
    assertThat(running("COPY"))
        .containsExactly("--from=build /build/target/postmortem.jar /app/postmortem.jar");
  }

  @Test
  void nothing_is_copied_but_what_the_jar_is_made_of_and_libraries_stay_cached() {
    List<String> copied = lines.stream().filter(line -> line.startsWith("COPY ")).toList();
    assertThat(copied.subList(0, 3))
        .containsExactly("COPY pom.xml ./", "COPY manifest.yml ./", "COPY src ./src");
    assertThat(lines.indexOf("RUN mvn -B -q dependency:go-offline"))
        .isEqualTo(lines.indexOf("COPY pom.xml ./") + 1)
        .isLessThan(lines.indexOf("COPY src ./src"));
  }

  @Test
  void it_runs_as_nobody_special_whose_number_is_fixed() {
    assertThat(running("USER")).containsExactly("10001:10001");
    assertThat(running("RUN").toString())
        .contains("groupadd --gid 10001")
        .contains("useradd --uid 10001")
        .contains("chown postmortem:postmortem /data");
  }

  @Test
  void what_it_keeps_is_in_a_volume_that_outlives_it() {
    assertThat(running("VOLUME")).containsExactly("/data");
    assertThat(running("ENV").toString())
        .contains("PM_DATABASE_URL=jdbc:h2:file:/data/")
        .contains("LANG=C.UTF-8")
        .doesNotContain("TOKEN", "SECRET", "PASSWORD");
  }

  @Test
  void it_is_java_itself_that_is_told_to_end_and_it_knows_its_charset_and_its_memory() {
    assertThat(running("ENTRYPOINT")).hasSize(1);
    assertThat(words(running("ENTRYPOINT").get(0)))
        .startsWith("java")
        .contains("-Dfile.encoding=UTF-8")
        .contains("-XX:MaxRAMPercentage=50")
        .contains("-XX:+UseG1GC")
        .endsWith("-jar", "/app/postmortem.jar");
    assertThat(words(running("CMD").get(0))).containsExactly("serve");
    assertThat(running("EXPOSE")).containsExactly("3000");
  }

  @Test
  void the_unit_in_the_readme_tells_java_the_same_except_how_the_heap_is_measured()
      throws IOException {
    String unit =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.contains("ExecStart="))
            .findFirst()
            .orElseThrow();
    List<String> same = new ArrayList<>(words(running("ENTRYPOINT").get(0)));
    same.replaceAll(word -> word.startsWith("-XX:MaxRAMPercentage=") ? "-Xmx256m" : word);

    assertThat(unit.strip().split(" ")).containsSubsequence(same.subList(1, same.size() - 1));
    assertThat(options(List.of(unit.split(" ")))).isEqualTo(options(same));
  }

  private static List<String> options(List<String> words) {
    return words.stream().filter(word -> word.matches("-[XD].*")).toList();
  }

  @Test
  void its_health_check_tells_a_healthy_bot_from_a_sick_and_an_absent_one() throws Exception {
    AtomicBoolean well = new AtomicBoolean(true);
    int port;
    try (HttpFront front = new HttpFront("127.0.0.1", 0).probe("/healthz", well::get)) {
      front.start();
      port = front.port();
      assertThat(healthCheck(port)).isZero();
      well.set(false);
      assertThat(healthCheck(port)).isNotZero();
    }
    assertThat(healthCheck(port)).isNotZero();
  }

  private int healthCheck(int port) throws IOException, InterruptedException {
    String check = running("HEALTHCHECK").get(0);
    List<String> command = new ArrayList<>(words(check.substring(check.indexOf("CMD ") + 4)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PM_PORT", String.valueOf(port));
    Process process = builder.start();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
