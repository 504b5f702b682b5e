package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.demo.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old incident is written up from an export of the workspace. */
class ImportTest {
  @TempDir private Path temp;

  private Run imported(Path export, String channel, String... more) {
    return imported(Map.of(), export, channel, more);
  }

  private Run imported(Map<String, String> variables, Path export, String channel, String... more) {
    List<String> args = new ArrayList<>();
    args.addAll(List.of("import", export.toString(), "--channel", channel));
    args.addAll(List.of("--out", out().toString()));
    args.addAll(List.of(more));
    return Run.of(variables, args.toArray(String[]::new));
  }

  private Path out() {
    return temp.resolve("out");
  }

  private String markdown() throws IOException {
    return Files.readString(out().resolve("postmortem.md"));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(Files.readString(out().resolve("postmortem.json")));
  }

  private List<String> said() throws IOException {
    return json().path("timeline").findValuesAsText("markdown");
  }

  @Test
  void every_message_is_imported_or_left_out_for_a_reason() throws IOException {
    Run run = imported(Exports.tearoom(), "kettle-down");
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(": 18 messages read")
        .contains("imported 15: 12 messages, 2 alerts, 1 channel event; 3 in threads")
        .contains("left out 3: 1 channel_join, 1 taken back by their authors, 1 there more than")
        .contains("3 emoji that file a message");
    assertThat(json().path("timeline")).hasSize(15);
    assertThat(json().path("deleted").asInt()).isEqualTo(1);
  }

  @Test
  void messages_of_every_age_are_read() throws IOException {
    imported(Exports.tearoom(), "#kettle-down");
    assertThat(markdown())
        .startsWith("# kettle-down\n")
        .contains("Timezone: CET 2014-11-22 (Saturday)", "Timezone: CET 2014-11-23 (Sunday)")
        .contains("Anna (Caretaker): The kettle stays cold & nobody knows why")
        .contains("Bram Example, in a thread: Looking, @Anna")
        .contains("Bram Example: @Bram Example uploaded a file: [The socket](https://tearoom.")
        .contains("[![The socket](https://tearoom.slack.com/files/bram/F0PICTURE/socket.png)]")
        .contains("Anna (Caretaker): @Anna commented on @Bram Example’s file")
        .contains("Fuse Box, alert: Fuse 7 is out")
        .contains("Sensor, alert: kitchen: [12 °C](https://sensor.example.org/k?a=1&b=2)")
        .contains("Anna (Caretaker), channel event: @Anna set the channel topic: no tea")
        .contains("Cleo: Fuse 7 is back in, see #hall (edited)")
        .contains("Bram Example, in a thread: Tea at four, everybody")
        .contains("File F0GONE001", "\\[a file that Slack no longer shows\\]")
        .contains("what Slack will call this nobody knows", "Somebody: said by nobody")
        .contains("*1 message was deleted by its author.*")
        .doesNotContain("has joined", "&amp;", "<@");
  }

  @Test
  void the_document_is_what_a_live_incident_would_have_become() throws IOException {
    imported(Exports.tearoom(), "C0KETTLE1", "--title", "No tea");
    assertThat(markdown())
        .startsWith("# No tea\n")
        .contains("**Channel:** #kettle-down", "resolved")
        .contains("**Started:** 2014-11-22 16:01 CET")
        .contains("**Resolved:** 2014-11-23 08:05 CET")
        .contains("- Task 1: Fuse 7 is back in")
        .doesNotContain("Point person");
    JsonNode first = json().path("timeline").get(0);
    assertThat(first.path("tags").toString()).isEqualTo("[\"key\"]");
    assertThat(first.path("at").asText()).isEqualTo("2014-11-22T15:01:00.000002Z");
    assertThat(json().path("participants").findValuesAsText("name"))
        .containsExactly("Anna", "Bram Example", "Cleo");
    assertThat(out().resolve("postmortem.html")).isNotEmptyFile();
  }

  @Test
  void messages_are_linked_where_a_file_gives_the_workspaces_address_away() throws IOException {
    imported(Exports.tearoom(), "kettle-down");
    assertThat(json().path("timeline").get(1).path("permalink").asText())
        .isEqualTo(
            "https://tearoom.slack.com/archives/C0KETTLE1/p1416668520000003"
                + "?thread_ts=1416668460.000002&cid=C0KETTLE1");
    imported(Exports.tearoom(), "hall");
    assertThat(json().path("timeline").get(0).path("permalink").isNull()).isTrue();
  }

  @Test
  void the_token_in_the_addresses_of_files_is_left_behind() throws IOException {
    String source = Files.readString(Exports.tearoom().resolve("kettle-down/2014-11-23.json"));
    assertThat(source).contains("TOKEN-OF-THE-EXPORT");
    imported(Exports.tearoom(), "kettle-down");
    for (Path file : Exports.files(out())) {
      assertThat(Files.readString(file)).contains("F0PICTUR2").doesNotContain("TOKEN-OF");
    }
  }

  @Test
  void a_secret_that_somebody_pasted_is_masked() throws IOException {
    Path export = Exports.copy(temp.resolve("secret"));
    String secret = "gh" + "p_" + "x7Kq2Vb9Lm4Tz8Rw1Yc6Nd3Hs5Jf0Gp2Aa9B";
    Files.writeString(
        export.resolve("hall/2014-11-24.json"),
        "[{\"ts\":\"1416800000.000001\",\"user\":\"U1\",\"text\":\"use " + secret + "\"}]");
    assertThat(imported(export, "hall").out()).contains("a secret in 1 message\n");
    for (Path file : Exports.files(out())) {
      assertThat(Files.readString(file)).doesNotContain(secret);
    }
    String line = "{\"text\":\"use " + secret + "\"}";
    Run run = Run.reading(line.getBytes(StandardCharsets.UTF_8), Map.of(), "render");
    assertThat(run.out()).contains("use ").doesNotContain(secret);
  }

  @Test
  void the_template_of_the_house_counts_its_sections_and_its_emoji() throws IOException {
    Path house = temp.resolve("house.yml");
    Files.writeString(
        house, "sections:\n- {key: gossip, title: What was heard, emoji: ear}\n- key: timeline\n");
    Path export = Exports.copy(temp.resolve("heard"));
    Files.writeString(
        export.resolve("hall/2014-11-24.json"),
        "[{\"ts\":\"1416800000.000001\",\"user\":\"U1\",\"text\":\"psst\",\"reactions\":"
            + "[{\"name\":\"ear\",\"users\":[\"U2\"],\"count\":1},"
            + "{\"name\":\"pushpin\",\"users\":[\"U2\"],\"count\":1}]}]");
    Run run = imported(Map.of("PM_TEMPLATE", house.toString()), export, "hall");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("1 emoji that file");
    assertThat(markdown().lines().filter(line -> line.startsWith("## ")))
        .containsExactly("## What was heard", "## Timeline");
    assertThat(json().path("sections").get(0).path("markdown").asText()).contains("psst");
  }

  @Test
  void a_template_that_cannot_be_read_is_refused_before_anything_is_written() {
    Run run = imported(Map.of("PM_TEMPLATE", "no-such.yml"), Exports.tearoom(), "hall");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("PM_TEMPLATE: no-such.yml: There is no such file.");
    assertThat(out()).doesNotExist();
  }

  @Test
  void a_zip_reads_as_its_folder_does_also_when_packed_with_the_folder_around_it()
      throws IOException {
    String whole = imported(Exports.tearoom(), "kettle-down").out();
    String document = markdown();
    for (String prefix : List.of("", "export/of/2014/")) {
      Path zip = Exports.packed(Exports.tearoom(), prefix, temp.resolve("export.zip"));
      assertThat(imported(zip, "kettle-down").out()).isEqualTo(whole);
      assertThat(markdown()).isEqualTo(document);
    }
  }

  @Test
  void private_channels_and_direct_messages_are_found_by_name_or_id() throws IOException {
    assertThat(imported(Exports.tearoom(), "cellar").code()).isZero();
    assertThat(said()).containsExactly("it is dark here");
    assertThat(imported(Exports.tearoom(), "d0pair001").code()).isZero();
    assertThat(said()).containsExactly("between us");
  }

  @Test
  void a_folder_that_no_list_names_will_do() throws IOException {
    Path export = Exports.copy(temp.resolve("bare"));
    Files.delete(export.resolve("channels.json"));
    Files.delete(export.resolve("users.json"));
    Run run = imported(export, "hall");
    assertThat(run.code()).isZero();
    assertThat(markdown()).contains("U0BRAM001: who took the ladder?", "Timezone: UTC");
  }

  @Test
  void times_without_a_zone_are_those_of_the_settings() throws IOException {
    Map<String, String> tokyo = Map.of("PM_ZONE", "Asia/Tokyo");
    imported(tokyo, Exports.tearoom(), "kettle-down", "--from", "2014-11-23 16:01");
    assertThat(said()).hasSize(5).first().asString().isEqualTo("It boils");
    assertThat(markdown())
        .contains("**Started:** 2014-11-23 16:01 JST", "Timezone: JST 2014-11-23 (Sunday)");
    imported(tokyo, Exports.tearoom(), "kettle-down", "--zone", "UTC", "--to", "2014-11-22");
    assertThat(said()).hasSize(9);
    Run exact =
        imported(
            tokyo,
            Exports.tearoom(),
            "kettle-down",
            "--from",
            "2014-11-22T15:02Z",
            "--to",
            "2014-11-22T16:03:00+01:00");
    assertThat(said()).hasSize(1);
    assertThat(exact.out()).contains("2 before --from", "15 after --to");
  }

  @Test
  void a_thread_that_began_before_the_range_is_still_known() throws IOException {
    imported(Exports.tearoom(), "kettle-down", "--from", "2014-11-22 16:02");
    assertThat(json().path("timeline").get(0).path("thread").asText())
        .isEqualTo("1416668460.000002");
  }

  @Test
  void an_unknown_channel_is_answered_with_those_that_there_are_the_nearest_first() {
    Run run = imported(Exports.tearoom(), "#ketle-dwn");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "There is no channel “ketle-dwn” in this export. It has kettle-down, cellar, silent,"
                + " hall, D0PAIR001, mpdm-anna--bram--cleo-1.\n");
    assertThat(imported(Exports.tearoom(), "silent").err())
        .isEqualTo("This export lists #silent, but holds nothing of it.\n");
  }

  @Test
  void what_is_no_export_is_refused_in_a_sentence() throws IOException {
    Path text = Files.writeString(temp.resolve("notes.txt"), "tea");
    Path empty = Files.createDirectory(temp.resolve("empty"));
    assertThat(imported(temp.resolve("nowhere"), "x").err()).startsWith("There is no file or");
    assertThat(imported(text, "x").err()).contains("notes.txt is neither a folder nor a zip");
    assertThat(imported(empty, "x").err()).contains("empty is no export of Slack's");
    assertThat(imported(empty, "x").code()).isEqualTo(1);
    Run out = Run.of("import", empty.toString(), "--channel", "x", "--out", text.toString());
    assertThat(out.err()).startsWith("Cannot write to ");
    assertThat(out.code()).isEqualTo(1);
  }

  @Test
  void a_wrong_time_zone_or_range_is_wrong_usage() {
    assertThat(imported(Exports.tearoom(), "hall", "--from", "2014-02-30").err())
        .startsWith("--from: “2014-02-30” is no time; write 2026-11-22 14:05, ");
    assertThat(imported(Exports.tearoom(), "hall", "--zone", "Moon").code()).isEqualTo(2);
    Run run =
        imported(Exports.tearoom(), "hall", "--from", "2014-11-24", "--to", "2014-11-23 10:00");
    assertThat(run.err()).startsWith("--from must be before --to.");
    assertThat(run.code()).isEqualTo(2);
    assertThat(Run.of("import", Exports.tearoom().toString()).code()).isEqualTo(2);
    Run zone = imported(Map.of("PM_ZONE", "Moon"), Exports.tearoom(), "hall");
    assertThat(zone.err()).startsWith("PM_ZONE is no time zone");
    assertThat(zone.code()).isEqualTo(1);
  }

  @Test
  void a_time_in_which_nothing_was_said_is_answered_with_that_in_which_something_was() {
    Run run = imported(Exports.tearoom(), "hall", "--zone", "UTC", "--to", "2013-01-01");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .isEqualTo(
            "Nothing was said in #hall in that time. What there is was said from 2014-11-23 11:00"
                + " UTC to 2014-11-23 11:00 UTC.\n");
  }

  @Test
  void a_day_that_was_written_half_is_named_with_its_line_and_the_rest_is_imported()
      throws IOException {
    Path export = Exports.copy(temp.resolve("broken"));
    Path day = export.resolve("kettle-down/2014-11-22.json");
    String whole = Files.readString(day);
    int middle = whole.indexOf("uploaded a file");
    Files.writeString(day, whole.substring(0, middle));
    long line = whole.substring(0, middle).lines().count();
    Run run = imported(export, "kettle-down");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .startsWith("kettle-down/2014-11-22.json: line " + line + ": Unexpected end-of-input")
        .hasLineCount(1);
    assertThat(said())
        .contains("The kettle stays cold & nobody knows why", "Looking, @Anna", "It boils")
        .hasSize(8);
  }

  @Test
  void whatever_else_is_wrong_with_a_file_is_named_and_the_rest_is_imported() throws IOException {
    Path export = Exports.copy(temp.resolve("broken"));
    Path hall = export.resolve("hall");
    Files.writeString(export.resolve("users.json"), "{\"ok\":false}");
    Files.writeString(hall.resolve("2014-11-24.json"), "");
    Files.writeString(hall.resolve("2014-11-25.json"), "{\"messages\":[]}");
    Files.writeString(
        hall.resolve("2014-11-26.json"),
        "[\n{\"text\":\"timeless\"},\n7,\n{\"ts\":\"1416999000.000001\",\"user\":\"U1\",\"text\":\"late\"},\n{oops}\n]");
    Files.write(
        hall.resolve("2014-11-27.json"),
        "[{\"text\":\"\u00ff".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(hall.resolve("2014-11-28.json"), "[".repeat(100_000));
    Run run = imported(export, "hall");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err().lines().map(line -> line.replaceFirst("(?<=line \\d: .{20}).*", "")))
        .containsExactlyInAnyOrder(
            "users.json: line 1: a list should begin ",
            "hall/2014-11-24.json: it is empty",
            "hall/2014-11-25.json: line 1: a list should begin ",
            "hall/2014-11-26.json: line 2: a message without a ",
            "hall/2014-11-26.json: line 3: an object should sta",
            "hall/2014-11-26.json: line 5: Unexpected character",
            "hall/2014-11-27.json: line 1: Invalid UTF-8 start ",
            "hall/2014-11-28.json: line 1: Document nesting dep");
    assertThat(said()).containsExactly("who took the ladder?", "late");
  }
}
