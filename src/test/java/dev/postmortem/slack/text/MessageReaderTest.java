package dev.postmortem.slack.text;

import static dev.postmortem.slack.text.Reading.markdown;
import static dev.postmortem.slack.text.Reading.raw;
import static dev.postmortem.slack.text.Reading.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.document.Block;
import dev.postmortem.document.ImageFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

  @Test
  void what_a_person_typed_is_read_from_rich_text_and_not_said_twice() {
    String json =
        """
        {"text":"*disk full*","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section",
        "elements":[{"type":"text","text":"disk full","style":{"bold":true}}]}]}]}""";
    assertThat(markdown(raw(json))).isEqualTo("**disk full**");
  }

  @Test
  void all_rich_text_blocks_of_a_message_are_read() {
    String block =
        "{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":[{\"type\":\"text\",\"text\":\"%s\"}]}]}";
    String json = "{\"blocks\":[" + block.formatted("one") + "," + block.formatted("two") + "]}";
    assertThat(words(raw(json))).isEqualTo("one\n\ntwo");
  }

  @Test
  void a_bot_says_its_text_once_though_its_blocks_repeat_it() {
    String json =
        """
        {"bot_id":"B1","text":"Deploy failed","blocks":[
        {"type":"header","text":{"type":"plain_text","text":"Deploy failed"}},
        {"type":"section","text":{"type":"mrkdwn","text":"on *web-1*"},
         "fields":[{"type":"mrkdwn","text":"*Build*\\n42"}],
         "accessory":{"type":"image","image_url":"https://x.y/g.png","alt_text":"a graph"}},
        {"type":"context","elements":[{"type":"image","image_url":"https://x.y/i.png","alt_text":"logo"},
         {"type":"mrkdwn","text":"by `ci`"}]},
        {"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Retry"}}]},
        {"type":"divider"}]}""";
    assertThat(markdown(raw(json)))
        .isEqualTo(
            "**Deploy failed**\n\non **web-1**\n\n**Build**\\\n42\n\n"
                + "[![a graph](https://x.y/g.png)](https://x.y/g.png)\n\nlogo by `ci`\n\n___");
  }

  @Test
  void a_bot_whose_text_tells_more_than_its_blocks_is_quoted_in_full() {
    String json =
        """
        {"subtype":"bot_message","text":"3 hosts down","blocks":[
        {"type":"section","text":{"type":"mrkdwn","text":"see the graph"}}]}""";
    assertThat(words(raw(json))).isEqualTo("3 hosts down\n\nsee the graph");
  }

  @Test
  void an_alert_in_an_attachment_is_read_with_all_its_parts() {
    String json =
        """
        {"bot_id":"B1","text":"","attachments":[{"fallback":"never seen","pretext":"Paging","author_name":"Monitor",
        "title":"Disk full &amp; slow","title_link":"https://m.x/1","text":"*97%* used",
        "fields":[{"title":"Host","value":"db-1","short":true}],
        "image_url":"https://m.x/1.png","footer":"eu-west"}]}""";
    assertThat(markdown(raw(json)))
        .isEqualTo(
            "Paging\n\nMonitor\n\n**[Disk full & slow](https://m.x/1)**\n\n**97%** used\n\n**Host:** db-1\n\n"
                + "[![Disk full & slow](https://m.x/1.png)](https://m.x/1.png)\n\neu-west");
  }

  @Test
  void an_attachment_that_holds_nothing_else_shows_its_fall_back() {
    assertThat(words(raw("{\"bot_id\":\"B\",\"attachments\":[{\"fallback\":\"only this\"}]}")))
        .isEqualTo("only this");
  }

  @Test
  void what_hangs_on_the_message_of_a_person_is_a_quote() {
    String json = "{\"text\":\"look\",\"attachments\":[{\"text\":\"said elsewhere\"}]}";
    assertThat(markdown(raw(json))).isEqualTo("look\n\n> said elsewhere");
  }

  @Test
  void pictures_are_pictures_and_files_are_links() {
    String json =
        """
        {"text":"","files":[
        {"id":"F1","name":"cpu.png","size":9,"mimetype":"image/png","permalink":"https://a.slack.com/files/1"},
        {"name":"app.log","mimetype":"text/plain","permalink":"https://a.slack.com/files/2"},
        {"id":"F3","mode":"tombstone"}]}""";
    assertThat(raw(json).get(0))
        .isEqualTo(
            new Block.Picture(
                "cpu.png",
                "https://a.slack.com/files/1",
                null,
                new ImageFile("F1", "cpu.png", "image/png", 9, false)));
    assertThat(words(raw(json))).endsWith("app.log\n\n[a file that Slack no longer shows]");
  }

  @Test
  void what_is_no_message_is_shown_as_the_words_it_is() {
    assertThat(words(raw("{\"text\":"))).isEqualTo("{\"text\":");
    assertThat(words(raw("just words\nand more"))).isEqualTo("just words\nand more");
    assertThat(words(raw("[1,2]"))).isEqualTo("[1,2]");
    assertThat(raw("")).isEmpty();
    assertThat(raw("{\"text\":null,\"blocks\":7,\"attachments\":{},\"files\":\"x\"}")).isEmpty();
    assertThat(words(raw("{\"text\":5,\"blocks\":[null,3,\"x\",{}]}"))).contains("5");
  }

  @Test
  void unicode_that_is_cut_in_half_or_controls_a_terminal_is_taken_out() {
    assertThat(words(raw("{\"text\":\"a\\u001b[31mb\\ud83dc\\u0000\\r\\nd\"}")))
        .isEqualTo("a[31mb\uFFFDc\nd");
  }

  @Test
  void a_video_and_a_field_to_fill_in_are_told_by_their_titles() {
    String json =
        """
        {"bot_id":"B","blocks":[{"type":"video","title":{"type":"plain_text","text":"Replay"},"title_url":"https://v.x/1","alt_text":"x"},
        {"type":"input","label":{"type":"plain_text","text":"Reason"}},
        {"type":"markdown","text":"**as it is**"}]}""";
    assertThat(words(raw(json))).isEqualTo("Replay\n\nReason\n\n**as it is**");
    assertThat(raw(json)).hasSize(3).isInstanceOf(List.class);
  }

  @Test
  void the_markdown_of_a_bot_is_shown_as_it_was_sent_and_escaped_once() {
    String json =
        "{\"bot_id\":\"B\",\"blocks\":[{\"type\":\"markdown\",\"text\":\"# 5 < 6 &amp; <b>\\n- [x](https://x.y)\"}]}";
    assertThat(words(raw(json))).isEqualTo("# 5 < 6 &amp; <b>\n- [x](https://x.y)");
    assertThat(Reading.html(raw(json))).contains("# 5 &lt; 6 &amp;amp; &lt;b&gt;<br>- [x]");
    assertThat(markdown(raw(json))).startsWith("\\# 5 < 6 \\&amp; \\<b>\\\n\\- \\[x\\]");
  }
}
