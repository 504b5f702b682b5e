package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RichTextTest {

  static List<List<Block>> everything_that_can_be_edited() {
    Inline text = new Inline.Text("plain");
    return List.of(
        List.of(paragraph(text)),
        List.of(paragraph(text), paragraph(text), new Block.CodeBlock("a\n  b"), paragraph(text)),
        List.of(paragraph(text, new Inline.Break(), new Inline.Strong(List.of(text)))),
        List.of(
            paragraph(
                new Inline.Strike(
                    List.of(new Inline.Strong(List.of(new Inline.Emphasis(List.of(text)))))),
                new Inline.Code("x<y"))),
        List.of(
            paragraph(
                new Inline.Mention("U1", "Ada"),
                new Inline.Text(" in "),
                new Inline.ChannelName("C1", "general"))),
        List.of(paragraph(new Inline.GroupName("S1", "oncall"), new Inline.Broadcast("here"))),
        List.of(
            paragraph(
                new Inline.Emoji("wave::skin-tone-3", "👋🏼"),
                new Inline.Emoji("shipit_parrot", null))),
        List.of(paragraph(new Inline.Link("https://x.y", List.of(new Inline.Text("label"))))),
        List.of(paragraph(new Inline.Link("mailto:a@b.c", List.of(new Inline.Text("a@b.c"))))),
        List.of(paragraph(new Inline.Moment(Instant.ofEpochSecond(1_795_442_709), "then"))),
        List.of(new Block.Quote(List.of(paragraph(text), paragraph(text)))),
        List.of(new Block.Bullets(List.of(List.of(paragraph(text)), List.of(paragraph(text))))),
        List.of(
            new Block.Numbered(
                3,
                List.of(
                    List.of(paragraph(text), new Block.Bullets(List.of(List.of(paragraph(text))))),
                    List.of(paragraph(text))))));
  }

  private static Block paragraph(Inline... inlines) {
    return new Block.Paragraph(List.of(inlines));
  }

  @ParameterizedTest
  @MethodSource("everything_that_can_be_edited")
  void what_is_put_into_an_editor_comes_back_the_same(List<Block> blocks) {
    String block = RichText.write(blocks);
    assertThat(Reading.raw("{\"blocks\":[" + block + "]}")).isEqualTo(blocks);
  }

  @Test
  void people_stay_real_people_in_an_editor() {
    assertThat(RichText.write(List.of(paragraph(new Inline.Mention("U1", "Ada")))))
        .contains("\"user_id\":\"U1\"");
  }

  @Test
  void nothing_is_still_a_block_that_slack_accepts() {
    assertThat(RichText.write(List.of())).contains("rich_text_section");
  }
}
