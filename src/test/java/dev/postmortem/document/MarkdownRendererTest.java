package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places where the words were once read back as others. */
class MarkdownRendererTest {

  private static void comesBack(Block... blocks) {
    String markdown = new MarkdownRenderer().render(List.of(blocks));
    assertThat(ReadBack.markdown(markdown))
        .as(markdown)
        .isEqualTo(ReadBack.blocks(List.of(blocks)));
  }

  private static Block paragraph(Inline... inlines) {
    return new Block.Paragraph(List.of(inlines));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<|@here>", "<#a@b>", "<$@c.d>"})
  void what_could_be_an_address_of_mail_in_brackets_is_text(String text) {
    comesBack(Documents.paragraph(text));
  }

  @Test
  void a_number_before_a_wide_space_begins_no_list() {
    String markdown = new MarkdownRenderer().render(List.of(Documents.paragraph("1.\u2003")));
    assertThat(ReadBack.markdown(markdown)).containsExactly("paragraph 1.");
  }

  @Test
  void a_number_of_several_stretches_begins_no_list() {
    Inline strong = new Inline.Strong(Phrase.of("1. a;"));
    comesBack(paragraph(new Inline.Text("0"), strong, new Inline.Text("b")));
    Inline longest = new Inline.Text("12345678");
    comesBack(paragraph(longest, new Inline.Strong(Phrase.of("9) a;")), new Inline.Text("b")));
  }

  @Test
  void code_keeps_an_empty_line_at_its_end() {
    comesBack(new Block.CodeBlock("a\n"), new Block.CodeBlock("b\n\n"));
  }

  @Test
  void code_keeps_its_spaces_beside_a_line_separator() {
    comesBack(paragraph(new Inline.Code(" \u2028 ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"- ## x", "1. x", "# x", "> x"})
  void what_a_picture_shows_begins_nothing(String alt) {
    comesBack(new Block.Picture(alt, null, null));
  }

  @Test
  void a_line_separator_is_no_space_to_a_mark() {
    comesBack(
        paragraph(
            new Inline.Text("a "), new Inline.Strong(Phrase.of("b-")), new Inline.Text("\u2028c")));
  }

  @Test
  void a_stroke_whose_words_are_strong_needs_room_for_the_stars() {
    Inline strong = new Inline.Strong(Phrase.of("b"));
    comesBack(
        paragraph(new Inline.Text("a"), new Inline.Strike(List.of(strong)), new Inline.Text("c")));
    Block apart =
        paragraph(new Inline.Text("a "), new Inline.Strike(List.of(strong)), new Inline.Text(" c"));
    comesBack(apart);
    assertThat(new MarkdownRenderer().render(List.of(apart))).isEqualTo("a ~~**b**~~ c\n");
  }

  @Test
  void the_label_of_a_link_keeps_its_spaces() {
    comesBack(
        paragraph(
            new Inline.Text("a"),
            new Inline.Link("https://x.y", Phrase.of(" b ")),
            new Inline.Text("c")));
  }
}
