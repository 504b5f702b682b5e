package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.document.Block;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that is made to break or to slow down a reader. */
class HostileTextTest {
  private static final int MANY = 100_000;

  static Stream<String> long_and_wicked() {
    return Stream.of(
            "*",
            "_",
            "~",
            "`",
            "<",
            ">",
            "&",
            "&gt;",
            ":",
            ":a",
            "*_~",
            "`*",
            "<@",
            "<!",
            "<http:",
            "<a|",
            "```",
            "``` ",
            "* a",
            "*a ",
            "a*",
            "\n",
            "\n&gt;",
            "&amp;",
            "<a>",
            "\uD83D",
            ":a:",
            "<!date^1^",
            "*a* ",
            "[x](",
            "<@U1|")
        .map(piece -> piece.repeat(MANY / piece.length()));
  }

  @ParameterizedTest
  @MethodSource("long_and_wicked")
  void a_long_row_of_marks_is_read_and_written_in_no_time(String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          List<Block> blocks = Reading.typed(text);
          assertThat(Reading.markdown(blocks)).isNotNull();
          assertThat(Reading.html(blocks)).isNotNull();
          assertThat(Mrkdwn.write(blocks)).isNotNull();
          assertThat(RichText.write(blocks)).isNotEmpty();
        });
  }

  @Test
  void blocks_and_attachments_within_each_other_end_somewhere() {
    String nested = "{\"attachments\":[".repeat(900) + "{}" + "]}".repeat(900);
    assertThat(Reading.raw(nested)).isNotNull();
    String deeper = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(Reading.raw("{\"text\":\"x\",\"blocks\":" + deeper + "}")).isNotEmpty();
  }

  @Test
  void lists_indented_beyond_reason_are_lists_still() {
    StringBuilder lists = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      lists.append(i == 0 ? "" : ",");
      lists
          .append("{\"type\":\"rich_text_list\",\"style\":\"bullet\",\"indent\":")
          .append(i * 7 % 50);
      lists.append(
          ",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"p\"}]}]}");
    }
    assertThat(
            Reading.markdown(Reading.richText(lists.toString()))
                .lines()
                .filter(l -> l.endsWith("- p") || l.endsWith("* p")))
        .hasSize(500);
  }

  @Test
  void no_message_however_strange_makes_the_reader_fail() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("HostileTextTest: -Dseed=" + seed);
    Random random = new Random(seed);
    for (int i = 0; i < 3_000; i++) {
      String json = object(random, 4).toString();
      List<Block> blocks = Reading.raw(json);
      assertThat(Reading.html(blocks)).as(json).isNotNull();
      assertThat(RichText.write(blocks)).as(json).isNotNull();
    }
  }

  private static final String[] KEYS = {
    "text",
    "blocks",
    "attachments",
    "files",
    "elements",
    "type",
    "style",
    "url",
    "title",
    "fields",
    "user_id",
    "name",
    "unicode",
    "skin_tone",
    "indent",
    "offset",
    "rows",
    "accessory",
    "fallback",
    "timestamp",
    "bot_id"
  };
  private static final String[] VALUES = {
    "rich_text",
    "rich_text_section",
    "rich_text_list",
    "rich_text_quote",
    "rich_text_preformatted",
    "text",
    "link",
    "emoji",
    "user",
    "date",
    "section",
    "context",
    "image",
    "table",
    "mrkdwn",
    "plain_text",
    "ordered",
    "1f44b-zz",
    "javascript:x",
    "https://x.y",
    "<@U1> *a* `b`",
    "99999999999",
    "",
    "\n\n",
    "ffffff"
  };

  private static ObjectNode object(Random random, int depth) {
    ObjectNode object = new ObjectMapper().createObjectNode();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String key = KEYS[random.nextInt(KEYS.length)];
      switch (random.nextInt(depth == 0 ? 3 : 6)) {
        case 0 -> object.put(key, random.nextInt());
        case 1, 2 -> object.put(key, VALUES[random.nextInt(VALUES.length)]);
        case 3 -> object.set(key, object(random, depth - 1));
        default -> {
          ArrayNode list = object.putArray(key);
          for (int j = random.nextInt(4); j > 0; j--) {
            list.add(object(random, depth - 1));
          }
        }
      }
    }
    return object;
  }
}
