package dev.postmortem.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.demo.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One JSON line in, one JSON line out, whatever it holds. */
class RenderTest {
  private static Run rendered(String input) {
    return Run.reading(input.getBytes(StandardCharsets.UTF_8), Map.of(), "render");
  }

  private static List<JsonNode> lines(Run run) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : run.out().split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(new ObjectMapper().readTree(line));
      }
    }
    return lines;
  }

  private static JsonNode one(String input) throws IOException {
    Run run = rendered(input);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    List<JsonNode> lines = lines(run);
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  @Test
  void a_message_is_written_in_three_forms() throws IOException {
    JsonNode forms =
        one(
            """
            {"text":"*bold* &lt;b&gt; <https://example.org/?a=1&amp;b=2|here> größer"}
            """);
    assertThat(forms.path("markdown").asText())
        .isEqualTo("**bold** \\<b> [here](https://example.org/?a=1&b=2) größer");
    assertThat(forms.path("html").asText())
        .isEqualTo(
            "<p dir=\"auto\"><strong>bold</strong> &lt;b&gt; <a href=\"https://example.org/?a=1&amp;b=2\""
                + " rel=\"noopener noreferrer\">here</a> größer</p>");
    assertThat(forms.path("text").asText()).isEqualTo("bold <b> here größer");
  }

  @Test
  void names_that_stand_beside_it_are_used() throws IOException {
    JsonNode forms =
        one(
            "{\"text\":\"<@U1> <@U2> <#C1> <!subteam^S1>\",\"users\":{\"U1\":\"Jörg\",\"U2\":7},"
                + "\"channels\":{\"C1\":\"hall\"},\"usergroups\":{\"S1\":\"on-call\"}}");
    assertThat(forms.path("text").asText()).isEqualTo("@Jörg @7 #hall @on-call");
    assertThat(one("{\"text\":\"<@U1|joe>\",\"users\":[1]}").path("text").asText())
        .isEqualTo("@joe");
  }

  @Test
  void blocks_attachments_and_files_are_read_too() throws IOException {
    String input =
        """
        {"text":"","bot_id":"B1","blocks":[{"type":"header","text":{"type":"plain_text","text":"Down"}}],
        "attachments":[{"title":"CPU","title_link":"https://example.org/cpu","text":"`97 %`"}],
        "files":[{"name":"log.txt","permalink":"https://acme.slack.com/files/U1/F1/log.txt"}]}
        """;
    assertThat(one(input.replace("\n", "")).path("markdown").asText())
        .contains(
            "**Down**", "[CPU](https://example.org/cpu)", "`97 %`", "[log.txt](https://acme.");
  }

  @Test
  void a_line_that_is_no_message_is_answered_in_its_place_and_the_others_are_read()
      throws IOException {
    Run run =
        rendered(
            "\uFEFF{\"text\":\"a\"}\r\n[1]\n\nnonsense\n{\"text\":\"b\"} {}\n{\"text\":\"c\"}");
    List<JsonNode> lines = lines(run);
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0).path("text").asText()).isEqualTo("a");
    assertThat(lines.get(1).path("error").asText())
        .isEqualTo("line 2: a JSON object should stand here");
    assertThat(lines.get(2).path("error").asText()).startsWith("line 3: ");
    assertThat(lines.get(3).path("error").asText()).startsWith("line 4: Unrecognized token");
    assertThat(lines.get(4).path("error").asText()).startsWith("line 5: Trailing token");
    assertThat(lines.get(5).path("text").asText()).isEqualTo("c");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("4 of 6 lines could not be rendered.\n");
  }

  @Test
  void nothing_in_gives_nothing_out() {
    Run run = rendered("");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isZero();
  }

  @Test
  void deep_nesting_halves_of_characters_and_other_bytes_do_not_end_it() throws IOException {
    String deep = "{\"blocks\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}\n";
    String nested =
        "{\"attachments\":[" + "{\"attachments\":[".repeat(450) + "]}".repeat(450) + "]}\n";
    String half = "{\"text\":\"a\\ud800b \\udc00\"}\n";
    byte[] head = (deep + nested + half + "{\"text\":\"").getBytes(StandardCharsets.UTF_8);
    byte[] input = Arrays.copyOf(head, head.length + 4);
    input[head.length] = (byte) 0xFF;
    System.arraycopy(new byte[] {'"', '}', '\n'}, 0, input, head.length + 1, 3);
    Run run = Run.reading(input, Map.of(), "render");
    List<JsonNode> lines = lines(run);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).path("error").asText()).startsWith("line 1: Document nesting depth");
    assertThat(lines.get(1).has("html")).isTrue();
    assertThat(lines.get(2).path("text").asText()).isEqualTo("a\uFFFDb \uFFFD");
    assertThat(lines.get(3).path("text").asText()).isEqualTo("\uFFFD");
    assertThat(run.code()).isEqualTo(1);
  }

  @Test
  void a_hostile_message_is_harmless_in_html() throws IOException {
    String html =
        one("{\"text\":\"<javascript:alert(1)|x> &lt;img onerror=1&gt; \\\"'</p>\"}")
            .path("html")
            .asText();
    assertThat(html).doesNotContain("<img", "href=\"javascript", "</p> ").startsWith("<p dir=");
  }

  @Test
  void a_line_takes_no_more_memory_than_it_may() throws IOException {
    String text = "short\n" + "x".repeat(200_000) + "\n" + "y".repeat(100_000) + "\nlast";
    Lines lines =
        new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100_000);
    List<Lines.Line> all = new ArrayList<>();
    Optional<Lines.Line> line = lines.next();
    while (line.isPresent()) {
      all.add(line.get());
      line = lines.next();
    }
    assertThat(all)
        .containsExactly(
            new Lines.Line("short", false),
            new Lines.Line("", true),
            new Lines.Line("y".repeat(100_000), false),
            new Lines.Line("last", false));
  }
}
