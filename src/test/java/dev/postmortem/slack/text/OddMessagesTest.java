package dev.postmortem.slack.text;

import static dev.postmortem.slack.text.Reading.html;
import static dev.postmortem.slack.text.Reading.markdown;
import static dev.postmortem.slack.text.Reading.raw;
import static dev.postmortem.slack.text.Reading.section;
import static dev.postmortem.slack.text.Reading.typed;
import static dev.postmortem.slack.text.Reading.words;
import static dev.postmortem.slack.text.Reading.wordsTyped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Inline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody types and a foe may send; each was once read or written wrongly. */
class OddMessagesTest {

  @Test
  void what_unicode_calls_no_character_is_taken_out() {
    assertThat(wordsTyped("a\uFFFFb\uFDD0c\uD83F\uDFFE")).isEqualTo("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@here_", "@channel9", "@everyone_ x_", "@Group-"})
  void a_call_with_a_sign_behind_it_calls_nobody_either(String text) {
    assertThat(Mrkdwn.write(typed(text))).contains("@\u2060").doesNotContain(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":wave::skin-tone-9:",
        ":wave::skin-tone-:",
        ":wave::skin-tone-22:",
        ":tada::nobody:"
      })
  void a_tone_that_no_skin_has_is_an_emoji_of_its_own(String text) {
    List<Block> blocks = typed(text);
    assertThat(RichText.write(blocks)).doesNotContain("skin_tone").contains("emoji");
    String tone = text.substring(text.indexOf("::") + 1);
    assertThat(words(blocks)).endsWith(tone);
  }

  @Test
  void in_blocks_a_tone_that_no_skin_has_is_left_out() {
    List<Block> blocks = section("{\"type\":\"emoji\",\"name\":\"wave\",\"skin_tone\":8}");
    assertThat(words(blocks)).isEqualTo("👋");
    assertThat(RichText.write(blocks)).doesNotContain("skin_tone");
  }

  @Test
  void a_name_that_no_emoji_has_is_written_as_words() {
    List<Block> blocks = section("{\"type\":\"emoji\",\"name\":\"A b\"}");
    assertThat(RichText.write(blocks)).contains("\":A b:\"").doesNotContain("emoji");
  }

  @Test
  void the_fall_back_of_a_date_is_one_line_that_calls_nobody() {
    List<Block> blocks =
        section(
            "{\"type\":\"date\",\"timestamp\":\"1\",\"format\":\"x\",\"fallback\":\"a\\n@here\"}");
    assertThat(words(blocks)).isEqualTo("a @here");
    Document document = EveryForm.document(List.of(blocks));
    assertThat(new SlackWriter().write(document).get(1).blocks()).doesNotContain("@here");
  }

  @Test
  void a_date_without_words_is_written_in_figures() {
    assertThat(wordsTyped("<!date^1392734382^\u2028>")).isEqualTo("2014-02-18 14:39 UTC");
    assertThat(wordsTyped("<!date^1392734382^{date_num}|\u2003>")).isEqualTo("2014-02-18");
    String half =
        "{\"type\":\"date\",\"timestamp\":\"1392734382\",\"format\":\"{date_num}\\ud83d\"}";
    assertThat(words(section(half))).isEqualTo("2014-02-18\uFFFD");
  }

  @Test
  void a_link_without_words_shows_its_address() {
    List<Block> blocks = typed("<https://x.y/|\u2003>");
    assertThat(words(blocks)).isEqualTo("https://x.y/");
    assertThat(markdown(blocks)).isEqualTo("<https://x.y/>");
  }

  @Test
  void an_address_with_half_a_character_is_no_link() {
    List<Block> blocks = section("{\"type\":\"link\",\"url\":\"https://x.y/\\ud83d\"}");
    assertThat(html(blocks)).doesNotContain("href").contains("https://x.y/");
  }

  @Test
  void the_label_of_a_link_is_one_line() {
    String bot =
        "{\"bot_id\":\"B\",\"attachments\":[{\"title\":\"a\\nb\",\"title_link\":\"https://x.y\"}]}";
    assertThat(html(raw(bot))).contains(">a b</a>");
    String video =
        "{\"bot_id\":\"B\",\"blocks\":[{\"type\":\"video\",\"title_url\":\"https://x.y\",\"title\":{\"type\":\"plain_text\",\"text\":\"a\\nb\"}}]}";
    assertThat(html(raw(video))).contains(">a b</a>");
  }

  @Test
  void the_name_of_a_field_is_one_line_without_control_characters() {
    String json =
        "{\"bot_id\":\"B\",\"attachments\":[{\"fields\":[{\"title\":\"a\\u0001\\nb\",\"value\":\"c\"}]}]}";
    assertThat(words(raw(json))).isEqualTo("a b: c");
  }

  @Test
  void emoji_weigh_what_their_names_do() {
    Block many = new Block.Paragraph(List.of(new Inline.Text("😀".repeat(1_400))));
    SlackForm.of(EveryForm.document(List.of(List.of(many, many, many, many))));
  }

  @Test
  void code_full_of_calls_keeps_within_the_limits() {
    SlackForm.of(EveryForm.document(List.of(List.of(new Block.CodeBlock("@here".repeat(900))))));
  }

  @Test
  void a_number_whose_dot_is_of_another_style_begins_no_list() {
    String bold = ",\"style\":{\"bold\":true}}";
    List<Block> blocks =
        section(
            "{\"type\":\"text\",\"text\":\"9\"},{\"type\":\"text\",\"text\":\". ![\""
                + bold
                + ",{\"type\":\"user\",\"user_id\":\"U9\"}");
    assertThat(markdown(blocks)).startsWith("9\\. ");
    EveryForm.of(blocks);
  }

  @Test
  void what_shows_nothing_does_not_hide_that_a_line_begins() {
    List<Block> blocks =
        section(
            "{\"type\":\"text\",\"text\":\"\",\"style\":{\"code\":true}},"
                + "{\"type\":\"text\",\"text\":\"# no heading\",\"style\":{\"bold\":true}}");
    EveryForm.of(blocks);
  }
}
