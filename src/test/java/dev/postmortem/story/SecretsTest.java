package dev.postmortem.story;

import static dev.postmortem.story.Gates.allTheSame;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.wire.ApiCall;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Somebody pastes a secret. It reaches nothing that the bot keeps, shows or sends; whoever pasted
 * it is told, and nobody else.
 */
class SecretsTest extends Deeds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TOLD = "something that should be secret";
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final PrintStream out = System.out;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  /** Built here, so that nothing that looks like a token stands in the sources. */
  private final String token = "gh" + "p_" + mixed(36);

  private final String key = "AK" + "IA" + letters(16);
  private final String path = "T" + letters(9) + "/B" + letters(9) + "/" + mixed(24);

  private String mixed(int length) {
    return some("abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789", length);
  }

  private String letters(int length) {
    return some("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", length);
  }

  private String some(String from, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(from.charAt(random.nextInt(from.length())));
    }
    return text.toString();
  }

  @BeforeEach
  void theLogIsRead() {
    out.println("seed " + seed);
    System.setOut(new PrintStream(log, true, StandardCharsets.UTF_8));
    anIncidentRuns();
    company.passes(Duration.ofMinutes(1));
  }

  @AfterEach
  void theLogIsClosed() {
    System.setOut(out);
  }

  /** Nowhere that the bot writes to: its answers, the papers, the log, and at last the database. */
  private void isNowhere(String... secrets) throws SQLException {
    company.settled();
    String papers = paper("md") + paper("html") + paper("json");
    joe.in(room).types("/pm preview");
    company.settled();
    String sent = sent();
    String logged = logged();
    company.close();
    String kept = everythingKept();
    assertThat(kept).contains("Checkout is down");
    for (String secret : secrets) {
      assertThat(papers).doesNotContain(secret);
      assertThat(sent).doesNotContain(secret);
      assertThat(logged).doesNotContain(secret);
      assertThat(kept).doesNotContain(secret);
    }
  }

  private String sent() {
    StringBuilder sent = new StringBuilder();
    for (ApiCall call : company.slack.journal().calls()) {
      sent.append(call.args()).append('\n');
    }
    return sent.toString();
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private String everythingKept() throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = connection();
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("SCRIPT")) {
      while (lines.next()) {
        all.append(lines.getString(1)).append('\n');
      }
    }
    return all.toString();
  }

  private Connection connection() throws SQLException {
    String url = "jdbc:h2:steady:" + data.resolve("postmortem");
    return DriverManager.getConnection(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "");
  }

  private long timesTold() {
    return joe.in(room).seesPrivately().stream()
        .filter(message -> message.text().contains(TOLD))
        .count();
  }

  @Test
  void a_pasted_secret_is_nowhere_and_the_entry_says_that_something_was_masked() throws Exception {
    Message pasted = joe.in(room).says("try this one: " + token + " on staging");
    company.settled();
    pasted.edit("try this one: " + token + " on production");
    joe.in(room).says("see <https://bob:" + token + "@git.example.com/shop.git> & tell me");
    company.settled();
    assertThat(section("Timeline"))
        .contains("masked: GitHub access token", "on production", "git.example.com/shop.git");
    assertThat(says(joe, "/pm search production")).contains("PM-1");
    isNowhere(token);
  }

  @Test
  void it_is_nowhere_in_what_is_published() throws Exception {
    for (String words : List.of("symptom", "hypothesis", "remediation", "impact", "learned")) {
      says(joe, "/pm " + words + " it was " + token + " all along");
    }
    joe.in(room).says("the key is " + key).edit("the key is still " + key);
    company.settled();
    says(joe, "/pm resolve");
    Modal gate = opens(joe, "/pm publish");
    assertThat(allTheSame(gate).submit().isClosed()).isTrue();
    company.settled();
    String shown = company.slack.transcript(company.broadcast);
    assertThat(shown).contains("PM-1", "masked: GitHub access token").doesNotContain(token, key);
    assertThat(lin.in(company.broadcast).sees()).isNotEmpty();
    isNowhere(token, key);
  }

  @Test
  void whoever_pasted_it_is_told_once_and_nobody_else() {
    company.slack.deliveries().copiesWithNewIds(3);
    Message pasted = joe.in(room).says("the key is " + key);
    company.settled();
    company.slack.deliveries().copies(1);
    pasted.edit("sorry, the key was " + key);
    company.settled();
    Message answer = joe.in(room).sees(TOLD);
    assertThat(answer.isEphemeral()).isTrue();
    assertThat(answer.text())
        .contains("2026-11-18 14:01 GMT", "AWS access key", "still stands in Slack")
        .doesNotContain(key);
    assertThat(timesTold()).isEqualTo(1);
    assertThat(jane.in(room).seesPrivately()).isEmpty();
    assertThat(company.slack.transcript(room)).contains(key);
    pasted.edit("and the token is " + token);
    company.settled();
    assertThat(timesTold()).isEqualTo(2);
  }

  @Test
  void in_a_thread_the_person_is_told_there() {
    Message asked = jane.in(room).says("which key?");
    joe.in(room).replies(asked, "this: " + key);
    company.settled();
    Message answer = joe.in(room).sees(TOLD);
    assertThat(answer.isEphemeral()).isTrue();
    assertThat(answer.threadTs()).isEqualTo(asked.ts());
  }

  @Test
  void what_is_read_from_the_history_is_masked_without_a_word() throws Exception {
    company.slack.deliveries().outage();
    joe.in(room).says("the key is " + key);
    company.slack.deliveries().restored();
    company.restarted();
    assertThat(section("Timeline")).contains("masked: AWS access key");
    assertThat(timesTold()).isZero();
    isNowhere(key);
  }

  @Test
  void a_secret_that_a_style_cuts_in_two_is_masked_in_all_places() throws Exception {
    JsonNode blocks =
        JSON.readTree(
            "[{\"type\":\"rich_text\",\"elements\":[{\"type\":\"rich_text_section\",\"elements\":["
                + "{\"type\":\"text\",\"text\":\"use \"},"
                + "{\"type\":\"text\",\"text\":\""
                + token.substring(0, 20)
                + "\",\"style\":{\"bold\":true}},"
                + "{\"type\":\"text\",\"text\":\""
                + token.substring(20)
                + " now\"}]}]}]");
    joe.in(room)
        .says("use *" + token.substring(0, 20) + "*" + token.substring(20) + " now", blocks);
    company.settled();
    assertThat(section("Timeline")).contains("masked: GitHub access token", "now");
    assertThat(timesTold()).isEqualTo(1);
    isNowhere(token, token.substring(0, 20), token.substring(20));
  }

  @Test
  void an_alert_with_a_webhook_address_is_masked_and_nobody_is_told() throws Exception {
    String address = "https://hooks.slack" + ".com/services/" + path;
    company
        .slack
        .webhook("Pager")
        .in(room)
        .alerts(
            "[{\"title\":\"Delivery failed\",\"title_link\":\""
                + address
                + "\",\"text\":\"POST <"
                + address
                + "|the hook> returned 404\",\"fallback\":\"POST "
                + address
                + "\",\"fields\":[{\"title\":\"Target\",\"value\":\"<"
                + address
                + ">\"}]}]");
    company.settled();
    assertThat(section("Timeline"))
        .contains("Delivery failed", "the hook", "masked: Slack webhook");
    assertThat(joe.in(room).seesPrivately()).noneMatch(message -> message.text().contains(TOLD));
    isNowhere(path);
  }

  @Test
  void what_is_typed_after_a_command_is_masked_also_where_it_comes_back() throws Exception {
    assertThat(says(joe, "/pm note the key is " + key)).contains("Noted", TOLD).doesNotContain(key);
    assertThat(says(joe, "/pm note 25:10 " + token)).contains("You typed").doesNotContain(token);
    assertThat(says(joe, "/pm nothing " + token)).contains("You typed").doesNotContain(token);
    assertThat(says(joe, "/pm task rotate " + key)).doesNotContain(key);
    assertThat(says(joe, "/pm question who leaked " + key + "?")).doesNotContain(key);
    assertThat(says(joe, "/pm answer 1 I leaked " + key)).doesNotContain(key);
    assertThat(says(joe, "/pm task drop 1 has leaked " + key)).doesNotContain(key);
    says(joe, "/pm search " + token);
    joe.in(room).says("<@" + company.slack.botUserId() + "> impact lost " + token);
    joe.dm().says("search " + token);
    company.settled();
    assertThat(section("Impact")).contains("masked: GitHub access token");
    isNowhere(key, token);
  }

  @Test
  void a_title_and_a_reason_are_masked() throws Exception {
    says(joe, "/pm cancel false alarm, " + token);
    says(joe, "/pm start Leak of " + key);
    assertThat(says(joe, "/pm status")).contains("masked: AWS access key");
    company.close();
    assertThat(everythingKept()).contains("Leak of").doesNotContain(key, token);
  }

  @Test
  void what_is_typed_into_a_window_is_masked_and_the_person_is_told() throws Exception {
    Modal edit = opens(joe, "/pm edit impact");
    edit.writes("Impact", "all who know " + token);
    assertThat(edit.submit().isClosed()).isTrue();
    company.settled();
    assertThat(section("Impact")).contains("masked: GitHub access token");
    assertThat(sent()).contains(TOLD);
    isNowhere(token);
  }

  @Test
  void a_message_that_becomes_a_task_is_masked_in_the_window() throws Exception {
    Message pasted = joe.in(room).says("somebody must replace " + key);
    company.settled();
    joe.in(room).shortcut("Make a task", pasted);
    company.settled();
    assertThat(joe.modal().value("What is to be done?"))
        .contains("somebody must replace", "masked")
        .doesNotContain(key);
    assertThat(joe.modal().submit().modal().text()).contains("somebody must replace", "masked");
    isNowhere(key);
  }

  @Test
  void when_a_message_cannot_be_kept_the_log_says_so_and_not_what_was_said() throws Exception {
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute("alter table entry add constraint never check (1 = 0)");
      joe.in(room).says("an ordinary sentence and " + key).edit("another sentence and " + key);
      company.settled();
      assertThat(logged()).contains("an event could not be kept").doesNotContain("sentence", key);
      statement.execute("alter table entry drop constraint never");
    }
  }

  @Test
  void what_a_room_says_every_day_stays_as_it_was_said() {
    String said =
        "commit 3f2a9c41d5b6e7f8091a2b3c4d5e6f708192a3b4 on api-7d9f8b6c5d-x2x9q, the password is expired";
    Message linked = joe.in(room).says(said);
    joe.in(room).says("as in " + linked.permalink());
    company.settled();
    assertThat(paper("json")).contains(said, linked.permalink()).doesNotContain("masked");
    assertThat(timesTold()).isZero();
  }
}
