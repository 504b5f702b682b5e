package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import dev.postmortem.document.MarkdownRenderer;
import dev.postmortem.document.Run;
import dev.postmortem.document.Runs;
import dev.postmortem.document.Style;
import dev.postmortem.document.TextRenderer;
import dev.postmortem.timeline.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SharedTextTest {
  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):");
  private final SlackWording wording = new SlackWording();

  @TestFactory
  Stream<DynamicTest> every_documented_case_of_mrkdwn_reads_as_ruled() {
    JsonNode file = SharedCases.json("text/mrkdwn.json");
    KnownNames names = KnownNames.of(file);
    List<JsonNode> cases = new ArrayList<>();
    file.path("cases").forEach(cases::add);
    assertThat(cases).hasSizeGreaterThan(30);
    return cases.stream()
        .filter(c -> !c.path("status").asText().startsWith("undocumented"))
        .map(c -> dynamicTest(c.path("id").asText(), () -> readsAsRuled(c, names)));
  }

  private void readsAsRuled(JsonNode c, Names names) {
    List<Block> blocks = wording.read(message(c.path("mrkdwn").asText()), names);
    String words = new TextRenderer().words(blocks);
    String plain = withCharacters(c.path("plain").asText());
    assertThat(words).isIn(plain, plain.replaceAll("Ends .*", "Ends Jan 01, 2020."));
    assertThat(links(blocks)).isEqualTo(pairs(c.path("links")));
    assertThat(styled(blocks)).isEqualTo(pairs(c.path("styled_runs")));
  }

  /** The cases leave open whether a known emoji stays a name. */
  private static String withCharacters(String text) {
    return EMOJI
        .matcher(text)
        .replaceAll(
            m -> Matcher.quoteReplacement(EmojiTable.character(m.group(1)).orElse(m.group())));
  }

  private static String message(String text) {
    ObjectNode message = SharedCases.JSON.createObjectNode();
    return message.put("text", text).toString();
  }

  private static List<List<String>> pairs(JsonNode node) {
    List<List<String>> pairs = new ArrayList<>();
    node.forEach(pair -> pairs.add(List.of(pair.get(0).asText(), pair.get(1).asText())));
    return pairs;
  }

  private static List<List<String>> links(List<Block> blocks) {
    List<List<String>> links = new ArrayList<>();
    for (Run run : runs(blocks)) {
      if (run.leaf() instanceof Inline.Link link) {
        links.add(List.of(words(link), link.url()));
      }
    }
    return links;
  }

  private static List<List<String>> styled(List<Block> blocks) {
    List<List<String>> styled = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.CodeBlock code) {
        styled.add(List.of(code.text(), "pre"));
      } else if (block instanceof Block.Quote) {
        styled.add(List.of(new TextRenderer().words(List.of(block)), "quote"));
      }
    }
    for (Run run : runs(blocks)) {
      TreeSet<String> styles = new TreeSet<>();
      run.styles().forEach(style -> styles.add(NAMES.get(style)));
      if (run.leaf() instanceof Inline.Code) {
        styles.add("code");
      }
      if (!styles.isEmpty()) {
        styled.add(List.of(words(run.leaf()), String.join("+", styles)));
      }
    }
    return styled;
  }

  private static final Map<Style, String> NAMES =
      Map.of(Style.STRONG, "bold", Style.EMPHASIS, "italic", Style.STRIKE, "strike");

  private static String words(Inline inline) {
    return new TextRenderer().words(List.of(new Block.Paragraph(List.of(inline))));
  }

  private static List<Run> runs(List<Block> blocks) {
    List<Run> runs = new ArrayList<>();
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph paragraph) {
        runs.addAll(Runs.flatten(paragraph.of()));
      } else if (block instanceof Block.Quote quote) {
        runs.addAll(runs(quote.of()));
      }
    }
    return runs;
  }

  @TestFactory
  Stream<DynamicTest> text_and_blocks_of_one_message_read_the_same() {
    List<String> lines = SharedCases.lines("text/text-vs-blocks.jsonl");
    assertThat(lines).hasSizeGreaterThan(100);
    return lines.stream()
        .map(SharedCases::parse)
        .filter(pair -> pair.path("same_plain").asBoolean())
        .map(pair -> dynamicTest(pair.path("ts").asText(), () -> readsTheSame(pair)));
  }

  private void readsTheSame(JsonNode pair) {
    ObjectNode blocks = SharedCases.JSON.createObjectNode();
    blocks.put("text", pair.path("text").asText());
    blocks.set("blocks", pair.path("blocks"));
    String one = wording.plain(message(pair.path("text").asText()), Names.NONE);
    String other = wording.plain(blocks.toString(), Names.NONE);
    assertThat(squeezed(other)).isEqualTo(squeezed(one));
  }

  /** Backticks that stand in blocks as text were typed; in the text nothing tells them apart. */
  private static String squeezed(String text) {
    return text.replace("`", "").replaceAll("\\s+", " ").strip();
  }

  @Test
  void what_must_survive_of_a_real_incident_stands_in_its_markdown() {
    JsonNode incident = SharedCases.json("incidents/kubernetes-2019-02-05.json");
    List<String> markdown = new ArrayList<>();
    for (JsonNode channel : incident.path("messages")) {
      channel.forEach(
          message ->
              markdown.add(
                  new MarkdownRenderer().render(wording.read(message.toString(), Names.NONE))));
    }
    String all = String.join("\n", markdown);
    List<String> wanted = new ArrayList<>();
    incident.path("gold").path("must_keep").forEach(m -> wanted.add(m.path("string").asText()));
    assertThat(wanted).isNotEmpty().allSatisfy(string -> assertThat(all).contains(string));
  }

  @TestFactory
  Stream<DynamicTest> published_vectors_of_other_projects_keep_their_words() {
    JsonNode file = SharedCases.json("text/zulip-rich-text-messages.json");
    List<JsonNode> cases = new ArrayList<>();
    file.path("cases").forEach(cases::add);
    assertThat(cases).isNotEmpty();
    return cases.stream().map(c -> dynamicTest(c.path("name").asText(), () -> keepsWords(c)));
  }

  private void keepsWords(JsonNode c) {
    String markdown =
        new MarkdownRenderer().render(wording.read(c.path("message").toString(), Names.NONE));
    c.path("must_contain_plain").forEach(w -> assertThat(markdown).contains(w.asText()));
  }
}
