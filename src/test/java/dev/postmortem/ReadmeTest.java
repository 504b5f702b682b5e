package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.Template;
import dev.postmortem.metrics.Measured;
import dev.postmortem.metrics.Meters;
import dev.postmortem.slack.commands.Table;
import dev.postmortem.slack.commands.Usage;
import dev.postmortem.timeline.EmojiMap;
import dev.postmortem.workflow.Desk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Holds README.md to what the code does. */
class ReadmeTest {
  private static final Path README = Path.of("README.md");
  private final List<String> lines = lines();

  private static List<String> lines() {
    try {
      return Files.readAllLines(README);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** The cells of the table under a heading, without its head. */
  private List<List<String>> table(String heading) {
    int from = lines.indexOf(heading);
    assertThat(from).as(heading).isNotNegative();
    List<List<String>> rows =
        lines.subList(from + 1, lines.size()).stream()
            .dropWhile(line -> !line.startsWith("|"))
            .takeWhile(line -> line.startsWith("|"))
            .map(ReadmeTest::cells)
            .toList();
    assertThat(rows).as(heading).hasSizeGreaterThan(3);
    return rows.subList(2, rows.size());
  }

  private static List<String> cells(String row) {
    return Arrays.stream(row.split("(?<!\\\\)\\|", -1))
        .map(cell -> cell.strip().replace("\\|", "|"))
        .toList()
        .subList(1, row.split("(?<!\\\\)\\|", -1).length - 1);
  }

  private static String bare(String code) {
    assertThat(code).startsWith("`").endsWith("`");
    return code.substring(1, code.length() - 1);
  }

  @Test
  void it_is_long_enough_to_help_and_short_enough_to_be_read() {
    assertThat(lines).hasSizeBetween(150, 250);
  }

  @Test
  void the_two_commands_are_on_the_first_screen() {
    assertThat(lines.subList(0, 24).stream().map(String::strip))
        .anyMatch(line -> line.startsWith("mvn -q compile exec:java "))
        .anyMatch(line -> line.startsWith("mvn -B verify "));
  }

  @Test
  void its_table_of_settings_is_the_one_in_the_code() {
    assertThat(table("## Settings").stream().flatMap(ReadmeTest::together).toList())
        .isEqualTo(
            Settings.VARIABLES.stream()
                .map(it -> List.of("`" + it.name() + "`", it.standard(), it.meaning()))
                .toList());
  }

  @Test
  void its_table_of_commands_is_the_help() {
    List<List<String>> written =
        table("## What to type").stream().flatMap(ReadmeTest::alike).toList();
    assertThat(written)
        .isEqualTo(
            usages().stream()
                .map(usage -> List.of("`/pm " + usage.syntax() + "`", usage.does()))
                .toList());
  }

  /** Settings that belong together may stand in one row. */
  private static Stream<List<String>> together(List<String> row) {
    List<String[]> columns = row.stream().map(cell -> cell.split(" · ", -1)).toList();
    assertThat(columns).as(row.get(0)).allMatch(it -> it.length == columns.get(0).length);
    return IntStream.range(0, columns.get(0).length)
        .mapToObj(i -> columns.stream().map(it -> it[i]).toList());
  }

  /** Commands that do alike may stand in one row. */
  private static Stream<List<String>> alike(List<String> row) {
    String[] syntaxes = row.get(0).split(" · ", -1);
    String[] does = row.get(1).split(" · ", -1);
    assertThat(does).as(row.get(0)).hasSameSizeAs(syntaxes);
    return IntStream.range(0, does.length).mapToObj(i -> List.of(syntaxes[i], does[i]));
  }

  /** The commands of a bot that can do nothing: they are only asked how they are typed. */
  private static List<Usage> usages() {
    Desk desk = new Desk(null, Clock.systemUTC(), Template.DEFAULT, "/pm");
    Table.Verbs none =
        new Table.Verbs(
            null, null, null, null, null, null, null, null, null, null, null, null, null);
    Table.Shown nowhere = new Table.Shown(null, null, null, null, null, null, null, null);
    return Table.of(desk, none, nowhere).usages();
  }

  @Test
  void its_table_of_emoji_is_the_one_in_the_code() {
    Map<String, String> written = new LinkedHashMap<>();
    for (List<String> row : table("## What to click")) {
      for (int i = 0; i < row.size(); i += 2) {
        if (!row.get(i).isEmpty()) {
          written.put(bare(row.get(i)).replace(":", ""), row.get(i + 1));
        }
      }
    }
    Map<String, String> meant = new LinkedHashMap<>();
    EmojiMap.DEFAULT
        .tags()
        .forEach(
            (emoji, word) -> meant.put(emoji, Template.DEFAULT.named(word).orElseThrow().title()));
    assertThat(written).containsExactlyInAnyOrderEntriesOf(meant);
  }

  @Test
  void it_names_the_sections_that_must_not_be_empty() {
    String text = String.join(" ", lines);
    List<Section> required =
        Template.DEFAULT.sections().stream().filter(Section::required).toList();
    assertThat(required).hasSize(5);
    assertThat(text)
        .contains(
            "five sections must not be empty: "
                + required.stream().map(Section::title).collect(Collectors.joining(", "))
                + ".");
  }

  @Test
  void it_says_what_each_scope_of_the_manifest_is_for() throws IOException {
    List<String> asked = new ArrayList<>();
    new YAMLMapper()
        .readTree(Files.readString(Path.of("manifest.yml")))
        .at("/oauth_config/scopes/bot")
        .forEach(scope -> asked.add(scope.asText()));
    List<String> explained =
        table("### What each permission is for").stream()
            .flatMap(row -> Arrays.stream(row.get(0).split(", ", -1)))
            .map(ReadmeTest::bare)
            .toList();
    assertThat(explained).containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void its_programs_have_the_options_that_it_names_and_no_others() {
    Map<String, Set<String>> written = new LinkedHashMap<>();
    for (List<String> row : table("## Programs")) {
      String usage = bare(row.get(0));
      written.put(usage.split(" ", 2)[0], found("(--[a-z-]+)", usage));
    }
    assertThat(written).isEqualTo(programs());
  }

  private static Map<String, Set<String>> programs() {
    Map<String, Set<String>> programs = new LinkedHashMap<>();
    Main.line(Map.of())
        .getSubcommands()
        .forEach((name, command) -> programs.put(name, options(command.getCommandSpec())));
    return programs;
  }

  private static Set<String> options(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.usageHelp() && !option.versionHelp())
        .map(OptionSpec::longestName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_file_that_it_names_is_there() {
    String text = String.join("\n", lines);
    Set<String> files = found("`((?:src/|\\.ci/)?[\\w./-]*\\w\\.(?:yml|xml|md|java|svg))`", text);
    files.addAll(found("\\]\\(((?!http|#)[^)]+)\\)", text));
    assertThat(files).contains("manifest.yml", "src/docs/document.svg").hasSizeGreaterThan(5);
    assertThat(files).allSatisfy(file -> assertThat(Path.of(file)).exists());
  }

  @Test
  void the_test_that_it_quotes_is_one() throws IOException {
    Set<String> quoted = found("`([a-z]+(?:_[a-z]+){4,})`", String.join("\n", lines));
    assertThat(quoted).isNotEmpty();
    StringBuilder tests = new StringBuilder();
    try (var files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        tests.append(Files.readString(file));
      }
    }
    assertThat(quoted).allMatch(name -> tests.indexOf("void " + name + "(") > 0);
  }

  @Test
  void every_package_that_it_names_is_there_and_none_is_missing() throws IOException {
    Set<String> named = new TreeSet<>();
    table("## Working on it").forEach(row -> named.addAll(found("`(\\w+)`", row.get(0))));
    Path house = Path.of("src/main/java/dev/postmortem");
    try (var entries = Files.list(house)) {
      assertThat(named)
          .containsExactlyInAnyOrderElementsOf(
              entries
                  .filter(Files::isDirectory)
                  .map(folder -> folder.getFileName().toString())
                  .toList());
    }
  }

  @Test
  void every_metric_that_it_names_is_one() {
    Set<String> shown;
    try (Meters meters = Measured.everything()) {
      shown = found("(?m)^(postmortem_\\w+)", meters.text());
    }
    String text = String.join("\n", lines);
    assertThat(text).contains("`GET /metrics`");
    assertThat(shown).hasSizeGreaterThan(20);
    assertThat(shown).containsAll(found("(postmortem_[a-z_]+)", text));
  }

  private static Set<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(it -> it.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
