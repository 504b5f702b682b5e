package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Documents;
import dev.postmortem.document.Inline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackWriterTest {

  static Stream<Document> documents_of_every_size() {
    return Stream.of(
        Documents.short_incident(),
        Documents.long_incident(0, ""),
        Documents.long_incident(700, "Something happened that is told at some length "),
        Documents.long_incident(200, "&<>&<>&<>&<>&<>&<>&<>&<>".repeat(20)),
        Documents.long_incident(30, "漢字😀".repeat(2_000)),
        Documents.long_incident(3, "no space at all ".replace(" ", "").repeat(3_000)),
        Documents.document(List.of(withCode()), List.of(withCode())));
  }

  private static Document.Line withCode() {
    Document.Line line = Documents.said(Instant.EPOCH, Documents.JANE, "see");
    String code = "a line of a log & <more> ``` of it\n".repeat(2_000);
    List<Block> words = new ArrayList<>(line.words());
    words.add(new Block.CodeBlock(code));
    words.add(new Block.Quote(List.of(Documents.paragraph("quoted ".repeat(3_000)))));
    return new Document.Line(
        line.at(),
        line.ts(),
        line.channel(),
        line.author(),
        line.kind(),
        line.tags(),
        words,
        line.permalink(),
        true,
        "1.2",
        List.of());
  }

  @ParameterizedTest
  @MethodSource("documents_of_every_size")
  void every_message_is_within_the_limits_of_slack(Document document) {
    SlackForm.of(document);
  }

  private static List<String> pieces(Block block, String leaf) {
    List<String> pieces = new ArrayList<>();
    for (Block piece : new Pieces(2_899).of(List.of(block))) {
      JsonNode element = new RichTextElements(false).write(List.of(piece)).get(0);
      assertThat(element.path("type").asText()).isEqualTo(leaf);
      assertThat(Pieces.weight(element)).isLessThan(2_900);
      pieces.add(element.path("elements").get(0).path("text").asText());
    }
    return pieces;
  }

  @ParameterizedTest
  @ValueSource(ints = {2_700, 2_857, 2_858, 2_859, 2_898, 2_899, 2_900, 2_901, 5_800, 9_000})
  void a_paragraph_of_any_length_is_cut_below_the_limit_and_loses_nothing(int length) {
    for (String sign : List.of("x", "&", "<", "漢", "😀")) {
      String text = "a" + sign.repeat(length / sign.length());
      List<String> pieces = pieces(Documents.paragraph(text), "rich_text_section");
      assertThat(String.join("", pieces)).isEqualTo(text);
      assertThat(pieces).allSatisfy(SlackWriterTest::isWhole);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2_700, 2_799, 2_800, 2_801, 2_899, 2_900, 6_000})
  void each_piece_of_a_long_code_is_code_of_its_own(int length) {
    String code = ("log ``` &\n" + "y".repeat(70) + "😀\n").repeat(length / 82 + 1) + "end";
    List<String> pieces = pieces(new Block.CodeBlock(code), "rich_text_preformatted");
    assertThat(String.join("\n", pieces).replaceAll("\\s+", "\n"))
        .isEqualTo(code.replaceAll("\\s+", "\n"));
    assertThat(pieces).allSatisfy(SlackWriterTest::isWhole);
  }

  private static void isWhole(String piece) {
    assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
    assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1))).isFalse();
  }

  @Test
  void the_forty_first_block_begins_a_message_of_its_own() {
    List<Document.Part> parts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      parts.add(Documents.part("p" + i, "Part " + i, List.of(Documents.paragraph("x")), List.of()));
    }
    assertThat(blocks(parts)).containsExactly(40);
    parts.add(Documents.part("p20", "Part 20", List.of(Documents.paragraph("x")), List.of()));
    assertThat(blocks(parts)).containsExactly(40, 2);
  }

  @Test
  void a_message_ends_before_its_texts_are_too_long_together() {
    List<Document.Part> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String words = "&".repeat(500 - i);
      parts.add(
          Documents.part("p" + i, "Part " + i, List.of(Documents.paragraph(words)), List.of()));
    }
    assertThat(blocks(parts)).hasSizeGreaterThan(1).allMatch(blocks -> blocks < 10);
  }

  /** How many blocks each message in the thread has. */
  private static List<Integer> blocks(List<Document.Part> parts) {
    Document of = Documents.short_incident();
    Document document =
        new Document(
            of.id(),
            of.head(),
            parts,
            of.timeline(),
            0,
            of.participants(),
            of.tasks(),
            of.questions(),
            null,
            null);
    SlackForm.of(document);
    List<SlackMessage> messages = new SlackWriter().write(document);
    return messages.stream().skip(1).map(it -> SharedCases.parse(it.blocks()).size()).toList();
  }

  @Test
  void nothing_of_a_long_document_is_lost() {
    List<SlackMessage> messages =
        new SlackWriter().write(Documents.long_incident(300, "entry number "));
    StringBuilder all = new StringBuilder();
    messages.forEach(message -> all.append(message.blocks()));
    for (int i = 0; i < 300; i++) {
      assertThat(all).contains("entry number " + i + "\"");
    }
  }

  @Test
  void the_first_message_is_the_summary() {
    SlackMessage first = new SlackWriter().write(Documents.short_incident()).get(0);
    assertThat(first.text())
        .contains(
            "Pages were slow",
            "Severity: SEV2",
            "Started: 2018-06-22 03:00 BST",
            "Duration: 1 h 25 min",
            "Point person: Jane Doe (Engineer)",
            "Nobody could &lt;pay&gt; &amp; leave",
            "03:30 – Jane Doe: Cache is *back*",
            "2 tasks (1 unassigned)",
            "in the thread");
    assertThat(SharedCases.parse(first.blocks()).get(0).path("type").asText()).isEqualTo("header");
  }

  @Test
  void nobody_is_called_by_what_is_quoted() {
    List<Block> words =
        List.of(
            new Block.Paragraph(
                List.of(
                    new Inline.Mention("U1", "Joe"),
                    new Inline.Broadcast("channel"),
                    new Inline.GroupName("S1", "oncall"),
                    new Inline.Text(" <!channel> <@U1> @here @Everyone"))));
    Document.Line line = Documents.said(Instant.EPOCH, Documents.JOE, "");
    Document.Line calls = EveryForm.line(line, words);
    List<SlackMessage> messages =
        new SlackWriter().write(Documents.document(List.of(calls), List.of(calls)));
    assertThat(messages)
        .allSatisfy(
            message ->
                assertThat(message.text() + message.blocks())
                    .doesNotContain(
                        "<!",
                        "<@",
                        "@here",
                        "@Everyone",
                        "@channel",
                        "user_id",
                        "usergroup_id",
                        "\"broadcast\""));
    assertThat(messages.get(1).blocks()).contains("@Joe");
  }
}
