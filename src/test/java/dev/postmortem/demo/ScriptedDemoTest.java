package dev.postmortem.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.draft.Section;
import dev.postmortem.draft.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a single run of the demo leaves behind. */
class ScriptedDemoTest {
  @TempDir private static Path folder;
  private static Run run;
  private static String markdown;
  private static String html;
  private static JsonNode json;

  @BeforeAll
  static void play() throws IOException {
    Path out = folder.resolve("made/on/the/way");
    run = Run.of("demo", "--once", out.toString());
    assertThat(run.err()).isEmpty();
    markdown = Files.readString(out.resolve("postmortem.md"));
    html = Files.readString(out.resolve("postmortem.html"));
    json = new ObjectMapper().readTree(Files.readString(out.resolve("postmortem.json")));
  }

  @Test
  void it_ends_well_and_names_the_three_files() {
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("postmortem.md", "postmortem.html", "postmortem.json");
  }

  @Test
  void every_section_stands_in_every_form() {
    for (Section section : Template.DEFAULT.sections()) {
      assertThat(markdown).contains("## " + section.title());
      assertThat(html).contains(section.title().replace("'", "&#39;"));
    }
    assertThat(json.path("sections")).hasSize(Template.DEFAULT.sections().size());
  }

  @Test
  void the_timeline_holds_all_that_was_said_by_six_people() {
    assertThat(json.path("timeline").size()).isGreaterThanOrEqualTo(60);
    assertThat(json.path("participants")).hasSize(6);
    assertThat(json.path("timeline").findValuesAsText("kind")).contains("message", "note", "alert");
    assertThat(markdown)
        .contains("Timezone: GMT 2026-11-17 (Tuesday)", "Timezone: GMT 2026-11-18 (Wednesday)")
        .contains("in a thread: That is the new voucher check.")
        .contains("22:31 – Tomás Ibarra (Site Reliability Engineer), note:");
  }

  @Test
  void an_edit_shows_its_new_words_and_a_deletion_none() {
    assertThat(markdown).contains("so it is all of Europe (edited)").doesNotContain("contry");
    assertThat(markdown + html + json).doesNotContain("Boarding pass");
  }

  @Test
  void what_was_marked_stands_under_its_section_and_what_was_unmarked_does_not() {
    assertThat(section("key_points")).contains("Nobody pays twice");
    assertThat(section("hypothesis")).contains("Idea: the check asks").doesNotContain("network");
    assertThat(section("images")).contains("![checkout-p95.png](");
    assertThat(json.path("images")).hasSize(2).allMatch(image -> image.path("copied").asBoolean());
    assertThat(html).contains("<img src=\"data:image/png;base64,");
    assertThat(markdown + json).doesNotContain("base64");
  }

  @Test
  void tasks_have_owner_and_date_and_questions_their_answers() {
    assertThat(markdown)
        .contains("Inge Sørensen (Database Engineer), due 2026-11-27, open")
        .contains("unassigned, won't do: the calendar of changes does the same for everybody");
    assertThat(json.path("questions")).hasSize(3);
    assertThat(json.path("questions")).allMatch(one -> !one.path("answers").isEmpty());
  }

  @Test
  void the_meeting_was_held_by_two_others() {
    assertThat(markdown)
        .contains("**Point person:** Devika Rao (Backend Engineer)")
        .contains("**Moderator:** Noor Haddad (Engineering Manager)")
        .contains("**Note-taker:** Łukasz Zając (Payments Engineer)")
        .contains("**Meeting:** 2026-11-19 14:00 GMT");
  }

  @Test
  void nothing_of_slack_s_own_markup_is_left() {
    assertThat(markdown)
        .doesNotContain("<@U", "<#C", "<!subteam", "&lt;", "&amp;", ":tada:")
        .contains("@Noor Haddad", "#postmortems", "dziękuję!” 🎉", "좋은 밤 🌙")
        .contains("Call: <https://meet.example.org/inc-1117>")
        .contains("<https://grafana.example.org/d/checkout?from=now-2h&to=now>")
        .contains("  idle in transaction |    37 | 00:04:12");
  }

  private static String section(String key) {
    return StreamSupport.stream(json.path("sections").spliterator(), false)
        .filter(section -> section.path("key").asText().equals(key))
        .map(section -> section.path("markdown").asText())
        .findFirst()
        .orElse("");
  }
}
