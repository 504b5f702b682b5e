package dev.postmortem.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.postmortem.draft.Section;
import dev.postmortem.draft.Template;
import dev.postmortem.meeting.Policy;
import dev.postmortem.meeting.WorkingHours;
import dev.postmortem.slack.commands.Table;
import dev.postmortem.slack.text.EmojiNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a house can write into its template, and what it is told when it went wrong. */
class TemplateReaderTest {
  private static final Path READY = Path.of("src/main/resources/dev/postmortem/template");
  private static final TemplateReader READER =
      new TemplateReader(Table.RESERVED, EmojiNames::canonical);
  @TempDir private Path folder;

  private Reading read(String yaml) {
    return read(yaml.getBytes(StandardCharsets.UTF_8));
  }

  private Reading read(byte[] bytes) {
    try {
      return READER.read(Files.write(folder.resolve("house.yml"), bytes).toString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Template template(String yaml) {
    assertThat(read(yaml)).isInstanceOf(Reading.Fine.class);
    return ((Reading.Fine) read(yaml)).template();
  }

  /** The faults without the path of the file. */
  private List<String> faults(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Faulty.class);
    String file = folder.resolve("house.yml").toString();
    return ((Reading.Faulty) reading)
        .faults().stream().map(fault -> fault.replace(file, "house.yml")).toList();
  }

  @Test
  void the_documented_sample_is_what_is_built_in() {
    Reading sample = READER.read(READY.resolve("default.yml").toString());
    assertThat(sample).isEqualTo(new Reading.Fine(Template.DEFAULT));
    assertThat(READER.read("default")).isEqualTo(sample);
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "contributing-factors"})
  void a_ready_template_reads_without_fault_by_its_name_and_as_a_file(String name) {
    Reading reading = READER.read(name);
    assertThat(reading).isInstanceOf(Reading.Fine.class);
    assertThat(READER.read(READY.resolve(name + ".yml").toString())).isEqualTo(reading);
  }

  @Test
  void what_a_built_in_section_does_not_say_stays_as_it_is_built_in() {
    Template template =
        template(
            """
            sections:
              - key: impact
              - key: symptoms
                title: What people saw
                word: seen
                emoji: [":eyes:", thumbsup, +1]
                required: false
            """);
    assertThat(template.sections().get(0)).isEqualTo(Template.DEFAULT.sections().get(4));
    assertThat(template.sections().get(1))
        .isEqualTo(
            new Section(
                "symptoms",
                "symptom",
                "seen",
                "What people saw",
                Template.DEFAULT.sections().get(1).prompt(),
                false));
    assertThat(template.emoji().tags())
        .isEqualTo(Map.of("boom", "impact", "eyes", "symptom", "+1", "symptom"));
  }

  @Test
  void a_section_that_is_hidden_or_not_listed_is_offered_nowhere_and_needed_no_more() {
    Template template =
        template(
            """
            sections:
              - {key: customers, title: 'Customers & partners'}
              - key: impact
                hidden: true
            """);
    assertThat(template.sections()).extracting(Section::key).containsExactly("customers");
    assertThat(template.sections().get(0).word()).isEqualTo("customers");
    assertThat(template.hidden()).hasSize(16).noneMatch(Section::required);
    assertThat(template.hidden().get(0).key()).isEqualTo("impact");
    assertThat(template.emoji().tags()).isEmpty();
  }

  @Test
  void a_house_can_settle_how_it_meets_and_the_rest_stays_as_it_is_built_in() {
    Template template = template("meeting:\n  length: 45\n  nudge_at: '11:30'\n");
    assertThat(template.sections()).isEqualTo(Template.DEFAULT.sections());
    assertThat(template.emoji()).isEqualTo(Template.DEFAULT.emoji());
    Policy policy = template.meeting();
    assertThat(policy.length().proposed()).isEqualTo(Duration.ofMinutes(45));
    assertThat(policy.length().refused()).isEqualTo(Duration.ofMinutes(90));
    assertThat(policy.nudge()).isEqualTo(LocalTime.of(11, 30));
    assertThat(policy.delay()).isEqualTo(Policy.DEFAULT.delay());
    assertThat(template("sections:\n- key: impact").meeting()).isEqualTo(Policy.DEFAULT);
  }

  @Test
  void everything_about_meetings_can_be_settled() {
    Policy policy =
        template(
                """
                sections:
                  - key: impact
                meeting:
                  length: 20
                  warn_over: 25
                  refuse_over: 50
                  warn_after_workdays: 1
                  refuse_after_days: 7
                  work_from: 07:30
                  work_to: "15:00"
                  remind_hours_before: 48
                  nudge_at: 08:00
                """)
            .meeting();
    assertThat(policy)
        .isEqualTo(
            new Policy(
                new Policy.Length(
                    Duration.ofMinutes(20), Duration.ofMinutes(25), Duration.ofMinutes(50)),
                new Policy.Delay(1, 7),
                new WorkingHours(LocalTime.of(7, 30), LocalTime.of(15, 0)),
                Duration.ofHours(48),
                LocalTime.of(8, 0)));
  }

  @Test
  void where_work_begins_after_ten_nobody_is_asked_before() {
    Policy policy = template("meeting:\n  work_from: 11:00\n  work_to: 20:00\n").meeting();
    assertThat(policy.nudge()).isEqualTo(LocalTime.of(11, 0));
  }

  @Test
  void texts_may_be_in_quotes_on_several_lines_or_look_like_numbers() {
    Template template =
        template(
            "\ufeffsections:\r\n"
                + "- key: y2k\r\n"
                + "  title: 2000\r\n"
                + "  word: Überblick\r\n"
                + "  prompt: |\r\n"
                + "    one\r\n"
                + "    two\r\n");
    assertThat(template.sections())
        .containsExactly(new Section("y2k", "y2k", "überblick", "2000", "one two", false));
  }

  static Stream<Arguments> faulty() {
    return Stream.of(
        arguments("", "line 1: The file is empty"),
        arguments("# nothing", "line 1: The file is empty"),
        arguments("hello", "line 1: This should be a template, with sections"),
        arguments("- key: impact", "line 1: This should be a template"),
        arguments("{}", "line 1: There is no section that people could write into"),
        arguments("sections:", "line 1: sections should be a list"),
        arguments("sections: []", "line 1: There is no section that people could write into"),
        arguments("sections: 3", "line 1: sections should be a list"),
        arguments("sections:\n- impact", "line 2: This should be a section, with key"),
        arguments(
            "sections:\n- key: impact\nsectoins: []", "line 3: “sectoins” is nothing a template"),
        arguments(
            "meetings: 30m\nsections:\n- key: impact", "line 1: “meetings” is nothing a template"),
        arguments(
            "meeting: 30m", "line 1: This should be a meeting policy, with length, warn_over"),
        arguments("meeting:\nsections: []", "This should be a meeting policy"),
        arguments(
            "meeting:\n  lenght: 30",
            "line 2: “lenght” is nothing a meeting policy can have; known are length, warn_over"),
        arguments("meeting:\n  length: 30\n  length: 45", "line 3: “length” stands here twice"),
        arguments(
            "meeting:\n  length: soon", "line 2: length should be a whole number from 1 to 480"),
        arguments("meeting:\n  length: 0", "line 2: length should be a whole number"),
        arguments("meeting:\n  length: -5", "line 2: length should be a whole number"),
        arguments("meeting:\n  length: 99999999999", "line 2: length should be a whole number"),
        arguments("meeting:\n  length: [30]", "line 2: length should be a whole number"),
        arguments("meeting:\n  length: ٣٠", "line 2: length should be a whole number"),
        arguments("meeting:\n  warn_over: 20", "line 2: warn_over (20) is less than length (30)."),
        arguments("meeting:\n  warn_over: 100", "line 2: refuse_over (90) is less than warn_over"),
        arguments(
            "meeting:\n  warn_over: 100\n  refuse_over: 95",
            "line 3: refuse_over (95) is less than warn_over (100)"),
        arguments(
            "meeting:\n  warn_after_workdays: 20",
            "line 2: refuse_after_days (14) is less than warn_after_workdays (20)"),
        arguments(
            "meeting:\n  refuse_after_days: 400",
            "line 2: refuse_after_days should be a whole number from 1 to 365"),
        arguments("meeting:\n  work_from: 9am", "line 2: work_from should be a time of day, as in"),
        arguments("meeting:\n  work_to: 24:00", "line 2: work_to should be a time of day"),
        arguments(
            "meeting:\n  work_from: 16:45",
            "line 2: Between work_from (16:45) and work_to (17:00) no meeting has room."),
        arguments(
            "meeting:\n  length: 5\n  work_from: 12:00\n  work_to: 11:00",
            "line 4: Between work_from (12:00) and work_to (11:00) no meeting has room."),
        arguments(
            "meeting:\n  remind_hours_before: 169",
            "line 2: remind_hours_before should be a whole number from 1 to 168"),
        arguments(
            "meeting:\n  nudge_at: 22:00",
            "line 2: nudge_at (22:00) is not between work_from and work_to"),
        arguments(
            "sections:\n- key: impact\n  requred: true",
            "line 3: “requred” is nothing a section can have; known are key, title"),
        arguments("sections:\n- key: impact\n  <<: {title: x}", "line 3: “<<” is nothing"),
        arguments("sections:\n- key: impact\n  ? [a]\n  : b", "line 3: “a list” is nothing"),
        arguments(
            "sections:\n- key: impact\n  title: A\n  title: B",
            "line 4: “title” stands here twice"),
        arguments("sections:\n- title: Impact", "line 2: This section has no key"),
        arguments("sections:\n- key:\n  title: Impact", "line 2: The key “” should be"),
        arguments(
            "sections:\n- key: Root Cause\n  title: A",
            "line 2: The key “Root Cause” should be up to 40 small letters"),
        arguments("sections:\n- key: [a]\n  title: A", "line 2: The key should be a text"),
        arguments(
            "sections:\n- key: task\n  title: A",
            "line 2: The key “task” is used by the bot itself"),
        arguments(
            "sections:\n- key: notes\n  title: A",
            "line 2: The key “notes” is used by the bot itself"),
        arguments(
            "sections:\n- key: impact\n  title: ''", "line 3: The section “impact” needs a title"),
        arguments(
            "sections:\n- key: impact\n  title:", "line 3: The section “impact” needs a title"),
        arguments("sections:\n- key: own", "line 2: The section “own” needs a title"),
        arguments(
            "sections:\n- key: own\n  title: " + "x".repeat(76),
            "line 3: The title has more than 75 characters"),
        arguments("sections:\n- key: own\n  title: {a: b}", "line 3: The title should be a text"),
        arguments(
            "sections:\n- key: own\n  title: \"a\\x07b\"",
            "line 3: The title holds a character that cannot be shown"),
        arguments(
            "sections:\n- key: impact\n  prompt: " + "x".repeat(301),
            "line 3: The prompt has more than 300 characters"),
        arguments(
            "sections:\n- key: impact\n  word: two words",
            "line 3: The word “two words” should be one word"),
        arguments("sections:\n- key: impact\n  word: ''", "line 3: The word “” should be one word"),
        arguments(
            "sections:\n- key: impact\n  word: Publish",
            "line 3: The word “publish” is a command already"),
        arguments(
            "sections:\n- key: status\n  title: A",
            "line 2: The word “status” is a command already"),
        arguments(
            "sections:\n- key: impact\n- key: tasks\n  word: todo",
            "line 4: The word of “tasks” is that of its commands"),
        arguments(
            "sections:\n- key: impact\n- key: timeline\n  word: times",
            "line 4: The section “timeline” fills itself, so it has no word"),
        arguments(
            "sections:\n- key: impact\n- key: timeline\n  emoji: boat",
            "line 4: The section “timeline” fills itself, so no emoji"),
        arguments(
            "sections:\n- key: impact\n- key: participants\n  required: true",
            "line 4: The section “participants” fills itself, so it cannot be required"),
        arguments(
            "sections:\n- key: well\n- key: impact\n  hidden: true\n  required: true",
            "line 5: A hidden section cannot be required"),
        arguments(
            "sections:\n- key: impact\n  required: yes",
            "line 3: required should be true or false"),
        arguments(
            "sections:\n- key: impact\n  hidden: [true]", "line 3: hidden should be true or false"),
        arguments(
            "sections:\n- key: impact\n  emoji: big bang",
            "line 3: “big bang” is no name of an emoji"),
        arguments(
            "sections:\n- key: impact\n  emoji: wave::skin-tone-2",
            "line 3: “wave::skin-tone-2” is no name of an emoji"),
        arguments(
            "sections:\n- key: impact\n  emoji:\n  - boom\n  - \"\\U0001F4A5\"",
            "line 5: “💥” is no name of an emoji"),
        arguments(
            "sections:\n- key: impact\n  emoji: {boom: 1}", "line 3: The emoji should be a text"),
        arguments(
            "sections:\n- key: impact\n- key: well\n- key: impact",
            "line 4: The key “impact” is taken by the section “impact” in line 2"),
        arguments(
            "sections: [{key: impact, title: A}, {key: impact, title: A}]",
            "line 1: The key “impact” is taken"),
        arguments(
            "sections:\n- key: impact\n- key: well\n  word: IMPACT",
            "line 4: The word “impact” is taken by the section “impact” in line 2"),
        arguments(
            "sections:\n- key: impact\n- key: well\n  title: iMPact",
            "line 4: The title “iMPact” is taken by the section “impact” in line 2"),
        arguments(
            "sections:\n- key: own\n  title: Well\n- key: well",
            "line 4: The key “well” is taken by the section “own” in line 2"),
        arguments(
            "sections:\n- key: impact\n- key: own\n  title: A\n  emoji: collision",
            "line 5: The emoji “boom” is taken by the section “impact” in line 2"),
        arguments(
            "sections:\n- key: impact\n  emoji: thumbsup\n- key: well\n  emoji: +1",
            "line 5: The emoji “+1” is taken by the section “impact” in line 2"),
        arguments(
            "sections:\n- key: timeline\n- key: tasks",
            "line 2: There is no section that people could write into"),
        arguments(
            "sections:\n- key: impact\n  hidden: true",
            "line 2: There is no section that people could write into"),
        arguments(
            "sections:\n- key: impact\n\t- key: well",
            "line 3: This is no YAML: a tab; indent with spaces"),
        arguments("sections:\n- key: impact\n  title: a: b", "line 3: This is no YAML: "),
        arguments("sections:\n- key: 'impact", "This is no YAML: "),
        arguments("sections: [", "This is no YAML: "),
        arguments("sections:\n- key: impact\n---\nsections: []", "This is no YAML: "),
        arguments(
            "sections:\n- key: &a impact\n- key: *a",
            "line 2: References (& and *) are not read here"),
        arguments("sections:\n- key: impact\n  title: *boom", "line 3: "),
        arguments(
            "sections:\n- key: impact\n  title: a\u0001b",
            "line 3: This character is not allowed in YAML"),
        arguments("sections: " + "[".repeat(2_000) + "]".repeat(2_000), "nested too deeply"),
        arguments("sections: !!java.net.URL [a]", "line 1: This is no YAML: "),
        arguments("#" + "x".repeat(128 * 1024), "house.yml: The file is too large"));
  }

  @ParameterizedTest
  @MethodSource("faulty")
  void every_fault_is_named_with_its_line(String yaml, String words) {
    assertThat(faults(read(yaml)))
        .singleElement()
        .asString()
        .startsWith("house.yml")
        .contains(words)
        .doesNotContain("\n");
  }

  @Test
  void all_faults_are_named_at_once_in_the_order_of_their_lines() {
    List<String> faults =
        faults(
            read(
                """
                titel: Ours
                sections:
                  - key: impact
                    required: perhaps
                  - key: own
                    word: edit
                    emoji: no such emoji
                  - key: impact
                """));
    assertThat(faults.stream().map(it -> it.replaceAll(".*line (\\d+):.*", "$1")))
        .containsExactly("1", "4", "5", "6", "7", "8");
  }

  @Test
  void a_file_full_of_faults_is_told_in_few_lines() {
    String yaml = "sections:\n" + "- key: impact\n  whatever: 1\n".repeat(200);
    assertThat(faults(read(yaml)))
        .hasSize(31)
        .last()
        .asString()
        .matches("house.yml: and \\d+ more faults\\.");
  }

  @Test
  void thirty_sections_are_the_most() {
    String thirty =
        "sections:\n"
            + IntStream.range(0, 30)
                .mapToObj(i -> "- key: own" + i + "\n  title: Our " + i + "\n")
                .collect(Collectors.joining());
    assertThat(template(thirty).sections()).hasSize(30);
    assertThat(faults(read(thirty + "- key: one_more\n  title: One more\n")))
        .containsExactly("house.yml, line 62: There are more than 30 sections.");
  }

  @Test
  void a_file_that_is_not_there_or_no_text_is_refused() throws IOException {
    assertThat(faults(READER.read("no-such.yml")))
        .containsExactly(
            "no-such.yml: There is no such file. Name a YAML file, or one of the templates that come with me: default,"
                + " short, contributing-factors.");
    assertThat(faults(READER.read(folder.toString())))
        .singleElement()
        .asString()
        .contains("no file");
    assertThat(faults(READER.read("a\0b"))).singleElement().asString().contains("no path");
    assertThat(faults(read(new byte[] {'#', '\n', '#', (byte) 0xe4, '\n'})))
        .containsExactly("house.yml, line 2: This is no text in UTF-8.");
    assertThat(faults(read(new byte[] {'#', '\n', (byte) 0xc3})))
        .containsExactly("house.yml, line 2: This is no text in UTF-8.");
  }

  @Test
  void no_damage_to_a_template_makes_the_reader_fail() throws IOException {
    String sample = Files.readString(READY.resolve("contributing-factors.yml"));
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String bits = "\t\n :-[]{}&*!|>'\"%@`,?#\u0000\ud800x1";
    for (int round = 0; round < 500; round++) {
      StringBuilder damaged = new StringBuilder(sample);
      for (int i = random.nextInt(6); i >= 0; i--) {
        int at = random.nextInt(damaged.length());
        char bit = bits.charAt(random.nextInt(bits.length()));
        damaged.replace(at, at + random.nextInt(2), String.valueOf(bit));
      }
      Reading reading = read(damaged.toString());
      if (reading instanceof Reading.Faulty faulty) {
        assertThat(faulty.faults()).as("seed " + seed).isNotEmpty();
      }
    }
  }
}
