package dev.postmortem.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.slack.inbound.Identity;
import dev.postmortem.slack.inbound.InboxDoor;
import dev.postmortem.storage.Database;
import dev.postmortem.storage.Examples;
import dev.postmortem.timeline.Entry;
import dev.postmortem.timeline.MessageKey;
import dev.postmortem.workflow.capture.Intake;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What becomes of every kind of message: an entry, or nothing, and then the log says so. */
class SubtypesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SECRET_WORDS = "nobody else should read this";
  private static final Logger LOGGER =
      (Logger) LoggerFactory.getLogger("dev.postmortem.slack.inbound.MessageEvents");
  private static final AtomicInteger SECONDS = new AtomicInteger(1_795_442_700);
  private static Database database;
  private static Intake intake;
  private static InboxDoor inbox;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final String ts = SECONDS.incrementAndGet() + ".000100";

  @BeforeAll
  static void an_incident_is_open() throws Exception {
    database = Database.open("jdbc:h2:mem:subtypes", "", "");
    database.store().change(records -> records.drafts().add(Examples.draft("C1")));
    intake = new Intake(database.store());
    intake.start();
    inbox = new InboxDoor(intake, new Identity("T1", "https://x.slack.com/", "UBOT", "BBOT"));
    LOGGER.setLevel(Level.DEBUG);
    LOGGER.setAdditive(false);
  }

  @AfterAll
  static void close() {
    LOGGER.setAdditive(true);
    LOGGER.setLevel(null);
    intake.close();
    database.close();
  }

  @BeforeEach
  void listen() {
    log.start();
    LOGGER.addAppender(log);
  }

  @AfterEach
  void listenNoMore() {
    LOGGER.detachAppender(log);
  }

  @ParameterizedTest
  @CsvSource({
    "'', MESSAGE",
    "bot_message, ALERT",
    "me_message, MESSAGE",
    "file_share, MESSAGE",
    "file_comment, MESSAGE",
    "file_mention, MESSAGE",
    "document_mention, MESSAGE",
    "thread_broadcast, MESSAGE",
    "reply_broadcast, MESSAGE",
    "slackbot_response, MESSAGE",
    "ekm_access_denied, MESSAGE",
    "never_heard_of, MESSAGE",
    "channel_archive, EVENT",
    "channel_unarchive, EVENT",
    "channel_name, EVENT",
    "channel_purpose, EVENT",
    "channel_topic, EVENT",
    "channel_posting_permissions, EVENT",
    "channel_convert_to_private, EVENT",
    "channel_convert_to_public, EVENT",
    "channel_canvas_updated, EVENT",
    "group_archive, EVENT",
    "group_unarchive, EVENT",
    "group_name, EVENT",
    "group_purpose, EVENT",
    "group_topic, EVENT",
    "pinned_item, EVENT",
    "unpinned_item, EVENT",
    "huddle_thread, EVENT",
    "sh_room_created, EVENT"
  })
  void it_is_an_entry(String subtype, String kind) {
    Entry entry = tell(message(subtype)).orElseThrow();
    assertThat(entry.message().kind()).hasToString(kind);
    assertThat(entry.message().plain()).isEqualTo(SECRET_WORDS);
    assertThat(log.list).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "channel_join",
        "channel_leave",
        "group_join",
        "group_leave",
        "bot_add",
        "bot_remove",
        "message_replied",
        "reminder_add",
        "assistant_app_thread",
        "tombstone"
      })
  void it_is_left_out_and_the_log_says_so(String subtype) {
    assertThat(tell(message(subtype))).isEmpty();
    isLogged(Level.INFO, subtype);
  }

  @ParameterizedTest
  @CsvSource({"user, UBOT", "bot_id, BBOT"})
  void what_the_bot_says_itself_is_left_out_and_hardly_logged(String field, String value) {
    assertThat(tell(message("").put(field, value))).isEmpty();
    isLogged(Level.DEBUG, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"never_heard_of", ""})
  void what_slack_hides_is_left_out(String subtype) {
    assertThat(tell(message(subtype).put("hidden", true))).isEmpty();
    isLogged(Level.INFO, subtype);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"user":null}                                                              | nobody else should read this
          {"text":"","attachments":[{"fallback":"disk is full"}]}                    | disk is full
          {"text":"","attachments":[{"title":"disk","text":"is full"}]}              | disk
          {"text":"","blocks":[{"type":"section","text":{"type":"mrkdwn","text":"disk is full"}}]} | disk is full
          {"text":"disk is full","blocks":[{"type":"from_the_future","x":[1]}]}      | disk is full
          {"text":"","user":null,"subtype":"bot_message","bot_id":"B7","attachments":[{"text":"disk is full"}]} | disk is full
          {"text":"","bot_id":"B7","app_id":"A7","blocks":[{"type":"header","text":{"type":"plain_text","text":"disk is full"}}]} | disk is full
          {"text":"disk is full","thread_ts":"1795442600.000100"}                     | disk is full
          {"text":"disk is full","channel_type":"mpim"}                               | disk is full
          """)
  void whatever_holds_the_words_they_are_read(String fields, String words) throws Exception {
    ObjectNode message = message("");
    message.setAll((ObjectNode) JSON.readTree(fields));
    assertThat(tell(message).orElseThrow().message().plain()).contains(words.replace("\\n", "\n"));
  }

  private void isLogged(Level level, String subtype) {
    assertThat(log.list).hasSize(1);
    ILoggingEvent line = log.list.get(0);
    assertThat(line.getLevel()).isEqualTo(level);
    assertThat(line.getFormattedMessage()).contains(subtype, "C1", ts).doesNotContain(SECRET_WORDS);
  }

  private ObjectNode message(String subtype) {
    ObjectNode message = JSON.createObjectNode().put("type", "message").put("channel", "C1");
    message.put("ts", ts).put("event_ts", ts).put("user", "U1").put("text", SECRET_WORDS);
    return subtype.isEmpty() ? message : message.put("subtype", subtype);
  }

  private Optional<Entry> tell(ObjectNode event) {
    ObjectNode envelope =
        JSON.createObjectNode().put("type", "event_callback").put("team_id", "T1");
    assertThat(inbox.isKept(envelope.set("event", event))).isTrue();
    return database
        .store()
        .read(records -> records.timelines().find(1, new MessageKey("T1", "C1", ts)));
  }
}
