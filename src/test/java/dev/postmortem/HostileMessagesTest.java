package dev.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.demo.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of an export in which any value can be anything. */
class HostileMessagesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int MESSAGES = 500;
  @TempDir private Path temp;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final List<Supplier<JsonNode>> anything =
      List.of(
          NODES::nullNode,
          NODES::arrayNode,
          NODES::objectNode,
          () -> NODES.numberNode(-1),
          () -> NODES.numberNode(1e300),
          () -> NODES.booleanNode(true),
          () -> NODES.textNode(""),
          () -> NODES.textNode("\u0000\u202e\ud83d</script>"),
          () -> NODES.textNode("999999999999.999999"),
          () -> NODES.textNode("0.000000"),
          () -> NODES.textNode("x".repeat(3_000)),
          () -> NODES.textNode("../../etc/passwd"),
          () -> NODES.textNode("https://x.example/" + "y&z".repeat(2_000)),
          () -> NODES.textNode("<https://x.example/" + "y".repeat(9_000) + "|there>"),
          () -> NODES.textNode("aBc".repeat(4_000)),
          () -> NODES.textNode("> a\n".repeat(3_000)),
          () -> NODES.textNode("*_~`".repeat(3_000)),
          () -> NODES.textNode("<@U1|<!channel>> <javascript:x|y> ```"),
          this::nested,
          () -> NODES.arrayNode().add(1).add("a").addNull().add(NODES.objectNode().put("a", 1)));

  private JsonNode nested() {
    JsonNode inner = NODES.textNode("deep");
    for (int i = 0; i < 300; i++) {
      ArrayNode elements = NODES.arrayNode().add(inner);
      ObjectNode outer = NODES.objectNode().put("type", "rich_text_section");
      inner = outer.set("elements", elements);
    }
    return inner;
  }

  @Test
  void whatever_a_message_holds_it_is_imported_or_named_and_nothing_fails() throws IOException {
    Path export = Exports.copy(temp.resolve("hostile"));
    List<JsonNode> samples = samples(export.resolve("kettle-down"));
    ArrayNode day = NODES.arrayNode();
    for (int i = 0; i < MESSAGES; i++) {
      JsonNode message = samples.get(random.nextInt(samples.size())).deepCopy();
      ((ObjectNode) message).put("ts", (1_416_800_000L + i) + ".000001");
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        change(message);
      }
      day.add(message);
    }
    Files.writeString(
        export.resolve("hall/2014-11-24.json"), day.toString().replace("\ud83d", "\\ud83d"));
    Path out = temp.resolve("out");
    Run run = Run.of("import", export.toString(), "--channel", "hall", "--out", out.toString());
    assertThat(run.code()).as("seed %s: %s", seed, run.err()).isBetween(0, 1);
    assertThat(run.err().lines())
        .as("seed " + seed)
        .allMatch(line -> line.startsWith("hall/2014-11-24.json: line 1: "));
    JsonNode read = JSON.readTree(Files.readString(out.resolve("postmortem.json")));
    assertThat(read.path("timeline").size()).as("seed " + seed).isGreaterThan(MESSAGES / 4);
    var html = Jsoup.parse(Files.readString(out.resolve("postmortem.html")));
    assertThat(html.select("script, [href^=javascript], iframe, [onerror]"))
        .as("seed " + seed)
        .isEmpty();
    assertThat(html.select("main > section")).isNotEmpty();
  }

  private static List<JsonNode> samples(Path folder) throws IOException {
    List<JsonNode> samples = new ArrayList<>();
    try (Stream<Path> days = Files.list(folder)) {
      for (Path file : days.toList()) {
        JSON.readTree(Files.readString(file)).forEach(samples::add);
      }
    }
    return samples;
  }

  /** Something somewhere in the message becomes something else. */
  private void change(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    if (node instanceof ObjectNode object && !names.isEmpty()) {
      String name = names.get(random.nextInt(names.size()));
      JsonNode inner = object.get(name);
      if (inner.isContainerNode() && random.nextInt(3) > 0) {
        change(inner);
      } else {
        object.set(name, anything.get(random.nextInt(anything.size())).get());
      }
    } else if (node instanceof ArrayNode array && !array.isEmpty()) {
      int at = random.nextInt(array.size());
      if (array.get(at).isContainerNode() && random.nextInt(3) > 0) {
        change(array.get(at));
      } else {
        array.set(at, anything.get(random.nextInt(anything.size())).get());
      }
    }
  }
}
