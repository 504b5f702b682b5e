package dev.postmortem.slack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postmortem.review.secret.Secrets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Slack says the same thing several times over, escaped and marked up; a secret goes from all. */
class MaskingTest {
  private final Masking masking = new Masking(Secrets.known());

  /** Put together here, so that nothing that looks like a token stands in the sources. */
  private final String token = "gh" + "p_" + "a1B2c3D4".repeat(4) + "e5F6";

  private JsonNode masked(String json) {
    return masking.message(SharedCases.parse(json.replace("TOKEN", token)));
  }

  private String typed(String markup) {
    return masking.typed(markup.replace("TOKEN", token)).text();
  }

  @Test
  void a_message_without_secrets_is_handed_on_as_it_is() {
    JsonNode message =
        SharedCases.parse("{\"text\":\"all is well &amp; <https://a.example/b|quiet>\"}");
    assertThat(masking.message(message)).isSameAs(message);
  }

  @Test
  void what_was_given_stays_as_it_was() {
    JsonNode message = SharedCases.parse("{\"text\":\"TOKEN\"}".replace("TOKEN", token));
    JsonNode masked = masking.message(message);
    assertThat(message.path("text").asText()).isEqualTo(token);
    assertThat(masked.path("text").asText()).isEqualTo("[masked: GitHub access token]");
    assertThat(masked.path(Masking.KINDS).path(0).asText()).isEqualTo("GitHub access token");
  }

  @Test
  void links_and_escapes_around_a_secret_are_understood() {
    assertThat(typed("&lt;TOKEN&gt; &amp; more"))
        .isEqualTo("&lt;[masked: GitHub access token]&gt; &amp; more");
    assertThat(typed("<https://bob:TOKEN@git.example.com/x> is it"))
        .isEqualTo("https://bob:[masked: GitHub access token]@git.example.com/x is it");
    assertThat(typed("<https://git.example.com/?t=TOKEN|here> is it"))
        .isEqualTo("here [masked: GitHub access token] is it");
    assertThat(typed("<https://a.example/b|label> TOKEN"))
        .isEqualTo("<https://a.example/b|label> [masked: GitHub access token]");
    assertThat(typed("db://bob:<mailto:s3same@db.example.com|s3same@db.example.com>/x"))
        .isEqualTo("db://bob:[masked: password]@db.example.com/x");
    assertThat(typed("api_key =&gt; x7Q2kLm9ZrT4 <@U123>"))
        .isEqualTo("api_key =&gt; [masked: API key or token] <@U123>");
  }

  @Test
  void a_secret_cut_by_a_style_or_a_link_is_masked_in_every_piece() {
    JsonNode masked =
        masked(
            "{\"text\":\"key=*"
                + token.substring(0, 9)
                + "*"
                + token.substring(9)
                + "\",\"blocks\":[{\"type\":\"rich_text\",\"block_id\":\"abc\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                + "{\"type\":\"text\",\"text\":\"key=\"},{\"type\":\"text\",\"style\":{\"bold\":true},\"text\":\""
                + token.substring(0, 9)
                + "\"},{\"type\":\"text\",\"text\":\""
                + token.substring(9)
                + " ok\"}]}]}]}");
    assertThat(masked.path("text").asText()).isEqualTo("key=*[masked: GitHub access token]");
    List<String> leaves = masked.findValuesAsText("text");
    assertThat(leaves).contains("key=", "[masked: GitHub access token]", " ok");
    assertThat(masked.toString()).doesNotContain(token.substring(0, 9), token.substring(9));
  }

  @Test
  void a_link_leaf_with_a_secret_becomes_words() {
    JsonNode masked =
        masked(
            "{\"blocks\":[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                + "{\"type\":\"link\",\"url\":\"https://bob:TOKEN@git.example.com\"},"
                + "{\"type\":\"link\",\"url\":\"https://git.example.com/?t=TOKEN\",\"text\":\"here\"},"
                + "{\"type\":\"link\",\"url\":\"https://git.example.com/ok\",\"text\":\"there\"}]}]}]}");
    assertThat(masked.findValuesAsText("text"))
        .containsExactly(
            "https://bob:[masked: GitHub access token]@git.example.com",
            "here [masked: GitHub access token]",
            "there");
    assertThat(masked.findValuesAsText("url")).containsExactly("https://git.example.com/ok");
  }

  @Test
  void attachments_files_and_buttons_are_read_too_and_ids_stay() {
    JsonNode masked =
        masked(
            "{\"ts\":\"1.000100\",\"user\":\"U1\",\"client_msg_id\":\"c0ffee00-0000-4000-8000-000000000000\","
                + "\"permalink\":\"https://acme.slack.com/archives/C1/p1\",\"attachments\":[{\"fallback\":\"TOKEN\","
                + "\"title_link\":\"https://x.example/?token=TOKEN\",\"fields\":[{\"title\":\"a\",\"value\":\"`TOKEN`\"}],"
                + "\"blocks\":[{\"type\":\"section\",\"block_id\":\"b\",\"text\":{\"type\":\"mrkdwn\",\"text\":\"TOKEN\"}}]}],"
                + "\"files\":[{\"id\":\"F1\",\"name\":\"TOKEN.txt\",\"title\":\"TOKEN\",\"preview\":\"TOKEN\","
                + "\"preview_highlight\":\"<b>x</b>\",\"url_private\":\"https://files.slack.com/F1\"}]}");
    assertThat(masked.toString()).doesNotContain(token).doesNotContain("preview_highlight");
    assertThat(masked.at("/attachments/0/title_link").asText())
        .isEqualTo("https://x.example/?token=masked");
    assertThat(masked.at("/files/0/name").asText()).isEqualTo("[masked: GitHub access token].txt");
    assertThat(masked.at("/files/0/url_private").asText()).isEqualTo("https://files.slack.com/F1");
    assertThat(masked.path("ts").asText()).isEqualTo("1.000100");
  }

  @Test
  void in_every_form_the_mask_is_words() {
    JsonNode masked = masked("{\"text\":\"the token TOKEN is out\"}");
    var blocks = Reading.raw(masked.toString());
    assertThat(Reading.words(blocks)).isEqualTo("the token [masked: GitHub access token] is out");
    assertThat(Reading.html(blocks)).contains("the token [masked: GitHub access token] is out");
    assertThat(Reading.markdown(blocks).replace("\\", ""))
        .isEqualTo("the token [masked: GitHub access token] is out");
    assertThat(Mrkdwn.write(blocks)).contains("the token [masked: GitHub access token] is out");
  }
}
