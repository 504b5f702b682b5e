package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Documents;
import dev.postmortem.document.Inline;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
    List<SlackMessage> messages = new SlackWriter().write(document);
    assertThat(messages).hasSizeGreaterThan(1).allSatisfy(SlackWriterTest::isWithinLimits);
  }

  private static void isWithinLimits(SlackMessage message) {
    JsonNode blocks = SharedCases.parse(message.blocks());
    assertThat(message.text().getBytes(StandardCharsets.UTF_8).length).isBetween(1, 3_900);
    assertThat(message.text()).doesNotContainPattern("&(?!amp;|lt;|gt;)").doesNotContain("\uFFFD");
    assertThat(blocks.size()).isBetween(1, 40);
    int total = 0;
    for (JsonNode block : blocks) {
      int shown = shown(block);
      total += shown + (block.path("type").asText().equals("header") ? 100 : 0);
      assertThat(shown).isLessThanOrEqualTo(2_900);
      assertThat(block.path("text").path("text").asText().length()).isLessThanOrEqualTo(150);
      assertThat(block.path("fields").size()).isLessThanOrEqualTo(10);
      block.path("fields").forEach(f -> assertThat(f.path("verbatim").asBoolean()).isTrue());
      noLeafIsEmpty(block);
    }
    assertThat(total).isLessThanOrEqualTo(10_000);
  }

  private static int shown(JsonNode node) {
    int shown = 0;
    for (String field : List.of("text", "url", "fallback")) {
      JsonNode text = node.path(field);
      shown += text.isTextual() ? Escapes.escape(text.asText()).length() : 0;
    }
    for (JsonNode inner : node) {
      shown += shown(inner);
    }
    return shown;
  }

  private static void noLeafIsEmpty(JsonNode node) {
    JsonNode text = node.path("text");
    assertThat(text.isTextual() && text.asText().isEmpty()).isFalse();
    if (node.path("type").asText().startsWith("rich_text")) {
      assertThat(node.path("elements")).isNotEmpty();
    }
    node.forEach(SlackWriterTest::noLeafIsEmpty);
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
    Document.Line calls =
        new Document.Line(
            line.at(),
            line.ts(),
            line.channel(),
            line.author(),
            line.kind(),
            line.tags(),
            words,
            null,
            false,
            null,
            List.of());
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
