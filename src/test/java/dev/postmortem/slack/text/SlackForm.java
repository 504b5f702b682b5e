package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.document.Document;
import dev.postmortem.rehearsal.blocks.MessageRules;
import dev.postmortem.rehearsal.blocks.Totals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Whether a document's Slack messages are such as Slack takes, and call nobody. */
final class SlackForm {
  private static final Set<String> CALLS = Set.of("user", "usergroup", "broadcast", "channel");

  private SlackForm() {}

  static void of(Document document) {
    List<SlackMessage> messages = new SlackWriter().write(document);
    assertThat(messages).hasSizeGreaterThan(1);
    messages.forEach(SlackForm::isTaken);
  }

  static void isTaken(SlackMessage message) {
    String text = message.text();
    assertThat(text.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 3_900);
    assertThat(text).doesNotContainPattern("&(?!amp;|lt;|gt;)|[<>]");
    isSound(text);
    JsonNode blocks = SharedCases.parse(message.blocks());
    assertThat(MessageRules.check(blocks, "/blocks").messages()).isEmpty();
    assertThat(Totals.tooLong(blocks)).isFalse();
    assertThat(blocks.size()).isBetween(1, 40);
    int total = 0;
    for (JsonNode block : blocks) {
      int shown = shown(block);
      total += shown + (block.path("type").asText().equals("header") ? 100 : 0);
      assertThat(shown).isLessThan(2_900);
      block.path("fields").forEach(f -> assertThat(f.path("verbatim").asBoolean()).isTrue());
      leaves(block);
    }
    assertThat(total).isLessThanOrEqualTo(10_000);
  }

  /** What Slack counts: the characters that are shown or followed, escaped. */
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

  private static void leaves(JsonNode node) {
    assertThat(CALLS).doesNotContain(node.path("type").asText());
    for (JsonNode inner : node) {
      if (inner.isTextual()) {
        isSound(inner.textValue());
      } else {
        leaves(inner);
      }
    }
  }

  private static void isSound(String text) {
    EveryForm.isReadable(text);
    EveryForm.callsNobody(text);
  }
}
