package dev.postmortem.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.text.Json;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadRulesTest {
  private static Stage stage = new Stage();

  @BeforeAll
  static void open() {
    stage.slack.rateLimits().off();
  }

  @AfterAll
  static void close() {
    stage.close();
  }

  private static Arguments refused(String why, String blocks, String pointer) {
    return Arguments.of(why, blocks.replace('\'', '"'), pointer);
  }

  private static String section(int length) {
    return "{'type':'section','text':{'type':'mrkdwn','text':'" + "x".repeat(length) + "'}}";
  }

  private static String repeated(String item, int times) {
    return String.join(",", Collections.nCopies(times, item));
  }

  private static String button(String extra) {
    return "{'type':'button','text':{'type':'plain_text','text':'Go'}" + extra + "}";
  }

  static Stream<Arguments> refusedBlocks() {
    return Stream.of(
        refused("51 blocks", "[" + repeated("{'type':'divider'}", 51) + "]", "/blocks"),
        refused("long section", "[" + section(3001) + "]", "/blocks/0/text/text"),
        refused("empty section text", "[" + section(0) + "]", "/blocks/0/text/text"),
        refused("section of nothing", "[{'type':'section'}]", "/blocks/0"),
        refused("empty fields", "[{'type':'section','fields':[]}]", "/blocks/0/fields"),
        refused("unknown block", "[{'type':'banner'}]", "/blocks/0/type"),
        refused("unknown property", "[{'type':'divider','colour':'red'}]", "/blocks/0"),
        refused(
            "alert in a message",
            "[{'type':'alert','text':{'type':'plain_text','text':'x'}}]",
            "/blocks/0/type"),
        refused(
            "mrkdwn header",
            "[{'type':'header','text':{'type':'mrkdwn','text':'x'}}]",
            "/blocks/0/text/type"),
        refused(
            "long header",
            "[{'type':'header','text':{'type':'plain_text','text':'" + "x".repeat(151) + "'}}]",
            "/blocks/0/text/text"),
        refused(
            "verbatim plain_text",
            "[{'type':'section','text':{'type':'plain_text','text':'x','verbatim':true}}]",
            "/blocks/0/text"),
        refused(
            "emoji mrkdwn",
            "[{'type':'section','text':{'type':'mrkdwn','text':'x','emoji':true}}]",
            "/blocks/0/text"),
        refused(
            "11 context elements",
            "[{'type':'context','elements':["
                + repeated("{'type':'mrkdwn','text':'x'}", 11)
                + "]}]",
            "/blocks/0/elements"),
        refused("empty actions", "[{'type':'actions','elements':[]}]", "/blocks/0/elements"),
        refused(
            "26 buttons",
            "[{'type':'actions','elements':[" + repeated(button(""), 26) + "]}]",
            "/blocks/0/elements"),
        refused(
            "same action_id twice",
            "[{'type':'actions','elements':[" + repeated(button(",'action_id':'a'"), 2) + "]}]",
            "/blocks/0/elements"),
        refused(
            "same block_id twice",
            "[" + repeated("{'type':'divider','block_id':'b'}", 2) + "]",
            "/blocks"),
        refused(
            "wrong style",
            "[{'type':'actions','elements':[" + button(",'style':'blue'") + "]}]",
            "/blocks/0/elements/0/style"),
        refused(
            "text input as accessory",
            "[{'type':'section','text':{'type':'mrkdwn','text':'x'},'accessory':{'type':'plain_text_input'}}]",
            "/blocks/0/accessory/type"),
        refused(
            "button as input",
            "[{'type':'input','label':{'type':'plain_text','text':'x'},'element':"
                + button("")
                + "}]",
            "/blocks/0/element/type"),
        refused(
            "image without words",
            "[{'type':'image','image_url':'https://x.example/y.png'}]",
            "/blocks/0"),
        refused(
            "select without options",
            "[{'type':'actions','elements':[{'type':'static_select','options':[]}]}]",
            "/blocks/0/elements/0/options"),
        refused(
            "option too long",
            select("x".repeat(76), "v", ""),
            "/blocks/0/elements/0/options/0/text/text"),
        refused(
            "value too long",
            select("x", "v".repeat(76), ""),
            "/blocks/0/elements/0/options/0/value"),
        refused(
            "foreign initial option",
            select("x", "v", ",'initial_option':" + option("y", "v")),
            "/blocks/0/elements/0/initial_option"),
        refused(
            "empty rich text leaf",
            "[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':[{'type':'text','text':''}]}]}]",
            "/blocks/0/elements/0/elements/0/text"),
        refused(
            "list of leaves",
            "[{'type':'rich_text','elements':[{'type':'rich_text_list','style':'bullet','elements':[{'type':'text','text':'x'}]}]}]",
            "/blocks/0/elements/0/elements/0/type"),
        refused(
            "too much markdown",
            "[" + repeated("{'type':'markdown','text':'" + "x".repeat(6001) + "'}", 2) + "]",
            "/blocks"),
        refused(
            "empty table cell",
            "[{'type':'table','rows':[[{'type':'raw_text','text':''}]]}]",
            "/blocks/0/rows/0/0/text"),
        refused(
            "null in place of absence",
            "[{'type':'divider','block_id':null}]",
            "/blocks/0/block_id"));
  }

  private static String option(String text, String value) {
    return "{'text':{'type':'plain_text','text':'" + text + "'},'value':'" + value + "'}";
  }

  private static String select(String text, String value, String more) {
    return "[{'type':'actions','elements':[{'type':'static_select','options':["
        + option(text, value)
        + "]"
        + more
        + "}]}]";
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedBlocks")
  void blocks_that_slack_refuses_are_refused_with_the_place(
      String why, String blocks, String pointer) {
    JsonNode answer =
        stage.app.call(
            "chat.postMessage",
            "channel",
            stage.room.id(),
            "text",
            "t",
            "blocks",
            Json.parse(blocks));
    assertThat(answer.path("error").asText()).as(why).isEqualTo("invalid_blocks");
    assertThat(answer.at("/response_metadata/messages/0").asText())
        .endsWith("[json-pointer:" + pointer + "]");
  }

  static Stream<Arguments> refusedMessages() {
    return Stream.of(
        Arguments.of("{}", "no_text"),
        Arguments.of("{'blocks':'[not json'}", "invalid_blocks_format"),
        Arguments.of("{'blocks':{'type':'divider'}}", "invalid_blocks_format"),
        Arguments.of("{'blocks':[" + repeated(section(2900), 5) + "]}", "msg_blocks_too_long"),
        Arguments.of("{'text':'a','markdown_text':'b'}", "markdown_text_conflict"),
        Arguments.of(
            "{'blocks':["
                + repeated("{'type':'table','rows':[[{'type':'raw_text','text':'x'}]]}", 2)
                + "]}",
            "invalid_attachments"),
        Arguments.of(
            "{'text':'a','attachments':[" + repeated("{'text':'x'}", 101) + "]}",
            "too_many_attachments"),
        Arguments.of("{'text':'a','metadata':{'event_type':'x'}}", "invalid_metadata_format"),
        Arguments.of(
            "{'text':'a','metadata':{'event_type':'x','event_payload':{'y':'"
                + "z".repeat(9000)
                + "'}}}",
            "metadata_too_large"),
        Arguments.of("{'text':'a','thread_ts':'1795442709.1'}", "invalid_thread_ts"),
        Arguments.of("{'text':'a','channel':'C0NOWHERE'}", "channel_not_found"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusedMessages")
  void messages_that_slack_refuses_are_refused_by_name(String message, String error) {
    ObjectNode args = Json.copy(Json.parse(message.replace('\'', '"')));
    if (!args.has("channel")) {
      args.put("channel", stage.room.id());
    }
    String answer = stage.app.callRaw("chat.postMessage", stage.slack.botToken(), args).body();
    assertThat(Json.parse(answer).path("error").asText()).isEqualTo(error);
  }

  private static String modal(String title, String more, String blocks) {
    return "{'type':'modal','title':{'type':'plain_text','text':'"
        + title
        + "'}"
        + more
        + ",'blocks':["
        + blocks
        + "]}";
  }

  private static final String INPUT =
      "{'type':'input','label':{'type':'plain_text','text':'L'},'element':{'type':'plain_text_input'}}";
  private static final String SUBMIT = ",'submit':{'type':'plain_text','text':'Save'}";

  static Stream<Arguments> refusedViews() {
    return Stream.of(
        refused("long title", modal("x".repeat(25), "", section(1)), "/view/title/text"),
        refused("no submit for an input", modal("t", "", INPUT), "/view"),
        refused("no blocks", modal("t", "", ""), "/view/blocks"),
        refused(
            "markdown in a modal",
            modal("t", "", "{'type':'markdown','text':'x'}"),
            "/view/blocks/0/type"),
        refused(
            "table in a modal",
            modal("t", "", "{'type':'table','rows':[]}"),
            "/view/blocks/0/type"),
        refused(
            "long metadata",
            modal("t", ",'private_metadata':'" + "x".repeat(3001) + "'", section(1)),
            "/view/private_metadata"),
        refused(
            "empty initial users",
            modal(
                "t",
                SUBMIT,
                INPUT.replace("'plain_text_input'", "'multi_users_select','initial_users':[]")),
            "/view/blocks/0/element/initial_users"),
        refused(
            "long initial value",
            modal(
                "t",
                SUBMIT,
                INPUT.replace(
                    "'plain_text_input'",
                    "'plain_text_input','max_length':2,'initial_value':'xyz'")),
            "/view/blocks/0/element/initial_value"),
        refused(
            "two in focus",
            modal(
                "t",
                SUBMIT,
                repeated(
                    INPUT.replace("'plain_text_input'", "'plain_text_input','focus_on_load':true"),
                    2)),
            "/view"),
        refused(
            "nameless rich text input",
            modal("t", SUBMIT, INPUT.replace("plain_text_input", "rich_text_input")),
            "/view/blocks/0/element"),
        refused(
            "a home as a modal", "{'type':'home','blocks':[" + section(1) + "]}", "/view/type"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusedViews")
  void views_that_slack_refuses_are_refused_with_the_place(
      String why, String view, String pointer) {
    JsonNode answer = stage.app.call("views.open", "trigger_id", "1.2.3", "view", Json.parse(view));
    assertThat(answer.path("error").asText()).as(why).isEqualTo("invalid_arguments");
    assertThat(answer.at("/response_metadata/messages/0").asText())
        .endsWith("[json-pointer:" + pointer + "]");
  }

  @Test
  void a_home_takes_no_date_and_time_picker_and_no_title() {
    String home =
        "{'type':'home','title':{'type':'plain_text','text':'x'},'blocks':[" + section(1) + "]}";
    JsonNode answer =
        stage.app.call(
            "views.publish",
            "user_id",
            stage.joe.id(),
            "view",
            Json.parse(home.replace('\'', '"')));
    assertThat(answer.at("/response_metadata/messages/0").asText())
        .contains("invalid additional property: title");
    String picker = "{'type':'actions','elements':[{'type':'datetimepicker','action_id':'a'}]}";
    home = "{'type':'home','blocks':[" + picker + "]}";
    answer =
        stage.app.call(
            "views.publish",
            "user_id",
            stage.joe.id(),
            "view",
            Json.parse(home.replace('\'', '"')));
    assertThat(answer.at("/response_metadata/messages/0").asText()).contains("datetimepicker");
  }

  @Test
  void what_is_at_the_limit_is_taken() {
    String blocks = "[" + section(3000) + "," + repeated("{'type':'divider'}", 49) + "]";
    JsonNode answer =
        stage.app.call(
            "chat.postMessage",
            "channel",
            stage.room.id(),
            "blocks",
            Json.parse(blocks.replace('\'', '"')));
    assertThat(answer.path("ok").asBoolean()).as(answer.toString()).isTrue();
    assertThat(answer.at("/message/blocks/0/block_id").asText()).isNotEmpty();
    assertThat(answer.at("/message/blocks/0/text/verbatim").isBoolean()).isTrue();
  }

  @Test
  void blocks_can_be_validated_without_a_token() {
    String answer =
        stage
            .app
            .callRaw(
                "blocks.validate", "", Json.of("blocks", Json.parse("[{\"type\":\"section\"}]")))
            .body();
    assertThat(Json.parse(answer).at("/errors/0/pointer").asText()).isEqualTo("/blocks/0");
  }
}
