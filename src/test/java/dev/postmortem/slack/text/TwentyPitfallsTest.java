package dev.postmortem.slack.text;

import static dev.postmortem.slack.text.Reading.html;
import static dev.postmortem.slack.text.Reading.markdown;
import static dev.postmortem.slack.text.Reading.markdownTyped;
import static dev.postmortem.slack.text.Reading.raw;
import static dev.postmortem.slack.text.Reading.richText;
import static dev.postmortem.slack.text.Reading.section;
import static dev.postmortem.slack.text.Reading.typed;
import static dev.postmortem.slack.text.Reading.words;
import static dev.postmortem.slack.text.Reading.wordsTyped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.document.Block;
import dev.postmortem.document.Inline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty places where converters of Slack's text go wrong, one after the other. */
class TwentyPitfallsTest {

  @Test
  void t01_an_escaped_escape_is_undone_once() {
    assertThat(wordsTyped("&amp;lt;b&amp;gt; and &amp;amp; and &nbsp;"))
        .isEqualTo("&lt;b&gt; and &amp; and &nbsp;");
    assertThat(html(typed("&amp;lt;"))).contains("&amp;lt;");
  }

  @Test
  void t02_code_that_holds_backticks_gets_longer_marks() {
    assertThat(markdown(List.of(new Block.CodeBlock("a\n````\nb"))))
        .isEqualTo("`````\na\n````\nb\n`````");
    assertThat(markdown(paragraph(new Inline.Code("a`b")))).isEqualTo("``a`b``");
    assertThat(markdown(paragraph(new Inline.Code("`")))).isEqualTo("`` ` ``");
    assertThat(markdownTyped("`a*b_c &lt;d&gt;`")).isEqualTo("`a*b_c <d>`");
  }

  @Test
  void t03_code_on_the_line_of_its_marks_keeps_its_first_word() {
    assertThat(markdownTyped("see ```kubectl get pods``` there"))
        .isEqualTo("see\n\n```\nkubectl get pods\n```\n\nthere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"```never closed", "*open", "_open", "~open", "`open", "a * b", "<open", "*a _b"})
  void t04_marks_that_nobody_closed_are_text(String text) {
    assertThat(wordsTyped(text)).isEqualTo(text);
    assertThat(typed(text)).isEqualTo(paragraph(new Inline.Text(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snake_case_name",
        "2*3*4",
        "~/bin and ~/lib",
        "http://a_b_c",
        "a*b*c",
        "**x**",
        "~~x~~",
        "__x__"
      })
  void t05_marks_within_words_are_text(String text) {
    assertThat(typed(text)).isEqualTo(paragraph(new Inline.Text(text)));
  }

  @Test
  void t06_a_bold_stretch_over_lines_is_bold_on_each_and_bold_on_no_space() {
    assertThat(wordsTyped("*one\ntwo*")).isEqualTo("*one\ntwo*");
    assertThat(markdown(section(styled(" one \\n two ", "bold"))))
        .isEqualTo("&#32;**one** \\\n&#32;**two**");
  }

  @Test
  void t07_neighbours_of_one_style_are_one_and_marks_that_would_not_count_are_left_out() {
    String two = styled("be", "bold") + "," + styled("lieve", "bold");
    assertThat(markdown(section(two))).isEqualTo("**believe**");
    String apart = styled("be", "bold") + "," + text(" ") + "," + styled("live", "bold");
    assertThat(markdown(section(apart))).isEqualTo("**be** **live**");
    String cjk = styled("太字。", "bold") + "," + text("次");
    assertThat(markdown(section(cjk))).isEqualTo("太字。次");
    assertThat(markdown(section(styled("a", "bold") + "," + text("b")))).isEqualTo("**a**b");
  }

  @Test
  void t08_labels_and_addresses_may_hold_what_ends_them() {
    assertThat(markdownTyped("<https://x.y/a|b [c] | d\\>"))
        .isEqualTo("[b \\[c\\] | d\\\\](https://x.y/a)");
    String leaf = "{\"type\":\"link\",\"url\":\"https://x.y/a_(b) c<d>\",\"text\":\"l\\nm\"}";
    assertThat(markdown(section(leaf))).isEqualTo("[l m](<https://x.y/a_(b) c%3Cd%3E>)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html;base64,x",
        "file:///etc/passwd",
        "vbscript:x",
        "slack://open"
      })
  void t09_only_harmless_schemes_become_links(String url) {
    List<Block> blocks = typed("<" + url + "|click> and <" + url + ">");
    assertThat(html(blocks)).doesNotContain("href");
    assertThat(markdown(blocks)).doesNotContain("](").contains("click");
  }

  @Test
  void t10_html_that_somebody_typed_stays_text() {
    assertThat(markdownTyped("&lt;script&gt;x&lt;/script&gt;")).isEqualTo("\\<script>x\\</script>");
    assertThat(html(typed("&lt;script&gt;"))).contains("&lt;script&gt;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "# x¦\\# x",
        "- x¦\\- x",
        "+ x¦\\+ x",
        "* x¦\\* x",
        "=== ¦\\===",
        "1. x¦1\\. x",
        "12) x¦12\\) x",
        "| a¦\\| a",
        "---¦\\---",
        "~~~¦\\~\\~\\~",
        "-5 degrees¦-5 degrees",
        "1.5 times¦1.5 times"
      })
  void t11_what_would_begin_a_block_is_escaped(String text, String markdown) {
    assertThat(markdownTyped(text)).isEqualTo(markdown);
    assertThat(markdownTyped("x\n" + text)).isEqualTo("x\\\n" + markdown);
  }

  @Test
  void t11_spaces_that_would_begin_code_are_escaped() {
    assertThat(markdown(paragraph(new Inline.Text("    x")))).isEqualTo("&#32;   x");
    assertThat(markdown(paragraph(new Inline.Text("\tx")))).isEqualTo("&#9;x");
  }

  @Test
  void t11_an_angle_that_was_no_quote_begins_none() {
    assertThat(markdown(section(text("> x\\n>y")))).isEqualTo("\\> x\\\n\\>y");
  }

  @Test
  void t12_a_new_line_is_a_hard_break() {
    assertThat(markdownTyped("one\ntwo\n\nthree")).isEqualTo("one\\\ntwo\n\nthree");
    assertThat(html(typed("one\ntwo"))).contains("one<br>two");
  }

  @Test
  void t13_a_table_keeps_its_columns_and_its_cells_stay_on_one_line() {
    String table =
        """
        {"blocks":[{"type":"table","rows":[
          [{"type":"raw_text","text":"a|b"},{"type":"raw_text","text":"two\\nlines"}],
          [{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"user","user_id":"U1"}]}]},
           {"type":"raw_text","text":"-"}]]}]}""";
    assertThat(raw(table)).isEqualTo(List.of(new Block.CodeBlock("a|b  | two lines\n@Ada | -")));
  }

  @Test
  void t14_counted_lists_go_on_and_begin_anew_and_stand_within_others() {
    String lists =
        list("ordered", 0, 0, "one")
            + ","
            + list("bullet", 1, 0, "inner")
            + ","
            + list("ordered", 0, 1, "two")
            + ","
            + list("ordered", 0, 0, "again");
    assertThat(markdown(richText(lists))).isEqualTo("1. one\n\n   - inner\n2. two\n\n1) again");
  }

  @Test
  void t15_what_slack_invents_next_is_shown_by_its_fall_back_or_its_type() {
    assertThat(words(section("{\"type\":\"hologram\"},{\"type\":\"sticker\",\"text\":\"hi\"}")))
        .isEqualTo("[unsupported: hologram]hi");
    assertThat(
            words(
                raw(
                    "{\"bot_id\":\"B1\",\"blocks\":[{\"type\":\"globe\"},{\"type\":\"x\",\"fallback\":\"y\"}]}")))
        .isEqualTo("[unsupported: globe]\n\ny");
  }

  @Test
  void t16_unknown_people_are_shown_by_label_and_else_by_id() {
    assertThat(
            wordsTyped(
                "<@U9|joe> <@U9> <@U1|old> <#C9|ops> <#C9> <#C1|old> <!subteam^S9|@sre> <!subteam^S9> <!subteam^S1>"))
        .isEqualTo("@joe @joe @Ada #ops #ops #general @sre @sre @oncall");
    assertThat(wordsTyped("<@U9> <#C9> <!subteam^S9>")).isEqualTo("@U9 #C9 @S9");
  }

  @Test
  void t17_slackbot_enterprise_ids_and_empty_labels_are_people_and_channels_too() {
    assertThat(wordsTyped("<@USLACKBOT> <@W2> <@U1|> <#C1|> <@U9|>"))
        .isEqualTo("@Slackbot @Graceevil @Ada #general @U9");
  }

  @ParameterizedTest
  @CsvSource({
    ":wave:,👋", ":wave::skin-tone-3:,👋🏼", ":party_parrot:,:party_parrot:", ":flag-de:,🇩🇪",
    ":+1::tada:,👍🎉", "at 12:30:45,at 12:30:45", "fe80:ab:cd::1,fe80:ab:cd::1", ":heart:,❤️"
  })
  void t18_emoji_are_characters_and_unknown_ones_keep_their_name(String text, String read) {
    assertThat(wordsTyped(text)).isEqualTo(read);
  }

  @Test
  void t18_emoji_of_blocks_use_the_character_that_slack_tells() {
    assertThat(
            words(
                section(
                    "{\"type\":\"emoji\",\"name\":\"wave\",\"skin_tone\":2},{\"type\":\"emoji\",\"name\":\"newest\",\"unicode\":\"1f469-200d-1f680\"}")))
        .isEqualTo("👋🏻👩‍🚀");
  }

  @Test
  void t19_cutting_leaves_characters_and_escapes_whole() {
    assertThat(Clip.chars("abc😀def", 5)).isEqualTo("abc…");
    assertThat(Clip.escapedBytes("&&&&", 14)).isEqualTo("&amp;&amp;…");
    assertThat(Clip.escapedBytes("漢字漢字", 10)).isEqualTo("漢字…");
  }

  @Test
  void t20_a_name_cannot_turn_the_direction_of_the_line() {
    assertThat(wordsTyped("<@W2>")).isEqualTo("@Graceevil");
    assertThat(wordsTyped("<@U9|a\u202E\u2066b>")).isEqualTo("@ab");
  }

  private static List<Block> paragraph(Inline inline) {
    return List.of(new Block.Paragraph(List.of(inline)));
  }

  private static String text(String text) {
    return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
  }

  private static String styled(String text, String style) {
    return "{\"type\":\"text\",\"text\":\"" + text + "\",\"style\":{\"" + style + "\":true}}";
  }

  private static String list(String style, int indent, int offset, String item) {
    return "{\"type\":\"rich_text_list\",\"style\":\"%s\",\"indent\":%d,\"offset\":%d,\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[%s]}]}"
        .formatted(style, indent, offset, text(item));
  }
}
