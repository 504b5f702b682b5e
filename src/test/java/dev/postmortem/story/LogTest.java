package dev.postmortem.story;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postmortem.rehearsal.Message;
import dev.postmortem.rehearsal.Modal;
import dev.postmortem.rehearsal.api.Fault;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * Everything goes wrong that can, and the log, as it is shipped, says so with the incident's id.
 * Nothing that anybody said, typed or must not know is in it.
 */
class LogTest extends Deeds {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  /** So odd that it stands nowhere by chance. */
  private final String word = "zq" + Long.toString(random.nextLong() >>> 1, 36) + "qz";

  private final String token = "gh" + "p_" + (word + word + word).substring(0, 36);
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private void logs(String form, String level) throws JoranException {
    System.out.println("seed " + seed);
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    configure("src/main/resources/logback.xml", form, level);
  }

  private void configure(String file, String form, String level) throws JoranException {
    context.reset();
    context.putProperty("postmortem.log.form", form);
    context.putProperty("postmortem.log", level);
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    configurator.doConfigure(new File(file));
  }

  @AfterEach
  void theLogIsAsBefore() throws JoranException {
    System.setErr(err);
    configure("src/test/resources/logback-test.xml", "text", "WARN");
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void a_line_for_people_names_the_incident_and_nothing_that_was_said() throws Exception {
    logs("text", "INFO");
    everythingGoesWrong();
    isDiscreet();
    for (String line : lines()) {
      assertThat(line)
          .matches(
              "(20\\d\\d-\\d\\d-\\d\\dT\\S+Z (ERROR|WARN |INFO |DEBUG) [\\w.$]+ - .*)|(\\t.*)|([\\w.$]+: .*)|(Caused by: .*)|([\\w.$]+)");
    }
    concernsTheIncident("an event could not be kept", " [PM-1] an event could not be kept");
    concernsTheIncident("again: it could not be kept", " [PM-1] an event was not kept");
    concernsTheIncident("command task failed", " [PM-1] command task failed");
    concernsTheIncident("could not be saved", " [PM-1] ");
    concernsTheIncident("is not copied", " [PM-1] picture ");
    concernsTheIncident("cannot be sent", " [PM-1] PM-1: ");
  }

  @Test
  void a_line_for_programs_is_an_object_and_says_as_little() throws Exception {
    logs("json", "DEBUG");
    everythingGoesWrong();
    isDiscreet();
    int about = 0;
    for (String line : lines()) {
      JsonNode json = JSON.readTree(line);
      assertThat(json.path("formattedMessage").isTextual()).as(line).isTrue();
      assertThat(json.path("timestamp").isNumber()).as(line).isTrue();
      assertThat(json.has("arguments")).isFalse();
      about += json.path("mdc").path("incident").asText().equals("PM-1") ? 1 : 0;
    }
    assertThat(about).isGreaterThan(10);
    concernsTheIncident("why it could not", "\"incident\":\"PM-1\"");
    concernsTheIncident("command task failed", "\"incident\":\"PM-1\"");
    concernsTheIncident("cannot be sent", "\"incident\":\"PM-1\"");
    assertThat(lines()).anyMatch(line -> line.contains("SQLState 22018"));
  }

  private void concernsTheIncident(String what, String names) {
    assertThat(lines().stream().filter(line -> line.contains(what)))
        .as(what)
        .isNotEmpty()
        .allMatch(line -> line.contains(names));
  }

  private void isDiscreet() {
    assertThat(written.toString(StandardCharsets.UTF_8))
        .doesNotContain(word, token, "forged", "\u001b")
        .doesNotContain(company.slack.botToken(), company.slack.signingSecret());
  }

  private void everythingGoesWrong() throws Exception {
    anIncidentRuns();
    talk();
    whatIsTypedIsWrong();
    theStoreRefuses();
    slackEchoes();
    company.settled();
  }

  private void talk() {
    Message said = jane.in(room).says("the " + word + " says " + token);
    company.settled();
    said.edit("the " + word + " says no more");
    ada.in(room).replies(said, word);
    jane.in(room)
        .uploads("a\n2026-11-18 ERROR forged " + word + ".png", "image/png", new byte[3], word);
    company.settled();
    said.delete();
    for (String type : List.of("about " + word, "message", "channel_rename", "channel_archive")) {
      ObjectNode event = JSON.createObjectNode().put("type", type).put("subtype", "x " + word);
      event.put("ts", "x\n\u001b[2J forged " + word).put("user", word);
      if (type.equals("channel_rename")) {
        event.putObject("channel").put("id", room.id()).put("name", "x\nforged\u001b[2J");
      } else {
        event.put("channel", "C\nforged " + word);
      }
      company.slack.deliveries().send(event);
    }
    company.settled();
  }

  private void whatIsTypedIsWrong() {
    says(joe, "/pm note 25:10 " + word);
    says(joe, "/pm " + word);
    says(joe, "/pm note " + word + " " + token);
    says(joe, "/pm search " + word);
    joe.dm().says("search " + word);
    company.settled();
  }

  private void theStoreRefuses() throws SQLException {
    Modal edit = opens(joe, "/pm edit impact");
    edit.writes("Impact", word);
    // what cannot be read as a number is quoted by the database
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute(never("entry"));
      statement.execute(never("task"));
      statement.execute(never("remark"));
      jane.in(room).says("it is " + word).edit("it was " + word);
      company.settled();
      says(joe, "/pm task ask " + word);
      edit.submit();
      company.settled();
      for (String table : List.of("entry", "task", "remark")) {
        statement.execute("alter table " + table + " drop constraint never_" + table);
      }
    }
  }

  private static String never(String table) {
    return "alter table "
        + table
        + " add constraint never_"
        + table
        + " check (cast(plain as integer) > 0) nocheck";
  }

  private Connection connection() throws SQLException {
    String url = "jdbc:h2:steady:" + data.resolve("postmortem");
    return DriverManager.getConnection(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE", "sa", "");
  }

  private void slackEchoes() {
    company.slack.faults().next("conversations.info", Fault.error("odd: " + word));
    company.slack.faults().always("conversations.history", Fault.error("no " + word));
    company.slack.faults().next("chat.postMessage", Fault.error("you said " + word));
    says(joe, "/pm resolve");
    company.slack.faults().next("chat.postMessage", Fault.http(200));
    says(joe, "/pm reopen");
    company.passes(Duration.ofMinutes(20));
    company.slack.faults().clear();
  }
}
