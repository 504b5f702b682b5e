package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain", "*bold* _italic_ ~struck~ `code`", "*_both_*",
            "see <https://x.y/?a=1&amp;b=2|the page>",
        "```\na < b\n```", "a\n\nb\nc", ":party_parrot: :tada:", "5 &lt; 6 &amp; 7"
      })
  void what_is_written_is_read_as_the_same(String text) {
    List<Block> blocks = Reading.typed(text);
    assertThat(Reading.typed(Mrkdwn.write(blocks))).isEqualTo(blocks);
  }

  @Test
  void nobody_is_called() {
    String written =
        Mrkdwn.write(
            Reading.typed(
                "<@U1> <!here> <!channel> @everyone &lt;!channel&gt; <!subteam^S1> `@here`"));
    assertThat(written).doesNotContain("<@", "<!", "@here", "@channel", "@everyone", "&lt;!");
    assertThat(written.replace("\u2060", ""))
        .contains("@Ada @here @channel @everyone &lt;!channel&gt; @oncall");
  }

  @Test
  void marks_that_are_text_stay_text() {
    List<Block> blocks =
        List.of(new Block.Paragraph(List.of(new Inline.Text("*not bold* and _x_ `y`"))));
    String read = Reading.words(Reading.typed(Mrkdwn.write(blocks)));
    assertThat(read.replace("\u2060", "")).isEqualTo("*not bold* and _x_ `y`");
  }

  @Test
  void a_fence_within_code_cannot_end_it() {
    String written = Mrkdwn.write(List.of(new Block.CodeBlock("a ``` <!channel>")));
    assertThat(Reading.typed(written)).hasSize(1).first().isInstanceOf(Block.CodeBlock.class);
  }

  @Test
  void lists_and_quotes_and_pictures_are_drawn_with_signs() {
    Block point = new Block.Paragraph(List.of(new Inline.Text("p")));
    List<Block> blocks =
        List.of(
            new Block.Heading(2, List.of(new Inline.Text("Title"))),
            new Block.Bullets(
                List.of(List.of(point, new Block.Numbered(2, List.of(List.of(point)))))),
            new Block.Quote(List.of(point)),
            new Block.Picture("graph", "https://x.y/1", null),
            new Block.Divider());
    assertThat(Mrkdwn.write(blocks))
        .isEqualTo("*Title*\n• p\n    2. p\n> p\n<https://x.y/1|graph>\n———");
  }
}
