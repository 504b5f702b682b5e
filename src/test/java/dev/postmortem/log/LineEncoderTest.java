package dev.postmortem.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postmortem.workflow.About;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class LineEncoderTest {
  private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();

  private String line(String form, String message, Throwable cause) {
    LineEncoder encoder = new LineEncoder();
    encoder.setForm(form);
    encoder.setContext(context);
    encoder.start();
    Logger logger = context.getLogger("dev.postmortem.Test");
    LoggingEvent event =
        new LoggingEvent("here", logger, Level.WARN, "{}", cause, new Object[] {message});
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  @Test
  void whoever_names_a_channel_forges_no_line() {
    String line = line("text", "in war\r\n2026-11-18 ERROR all is lost\u001b[2J\u2028\u202e", null);
    assertThat(line.lines()).hasSize(1);
    assertThat(line)
        .contains("in war\\u000d\\n2026-11-18 ERROR all is lost\\u001b[2J\\u2028\\u202e");
  }

  @Test
  void a_line_for_programs_is_one_object() throws Exception {
    String line = line("json", "in \"war\"\nagain", null);
    assertThat(line.lines()).hasSize(1);
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.path("formattedMessage").asText()).isEqualTo("in \"war\"\\nagain");
    assertThat(json.path("level").asText()).isEqualTo("WARN");
  }

  @Test
  void what_an_exception_quotes_is_not_shown_and_where_it_was_thrown_is() {
    Exception quoting = new NumberFormatException("For input string: \"swordfish\"");
    Exception cause = new IllegalStateException("while reading swordfish", quoting);
    cause.addSuppressed(new SQLException("Value too long: 'swordfish'", "22001", 7));
    for (String form : new String[] {"text", "json"}) {
      assertThat(line(form, "it failed", cause))
          .doesNotContain("swordfish")
          .contains("IllegalStateException", "NumberFormatException", "(not shown)")
          .contains("SQLState 22001, code 7")
          .contains("LineEncoderTest");
    }
  }

  @Test
  void what_names_only_hosts_is_shown() {
    assertThat(line("text", "it failed", new ConnectException("Connection refused: db:5432")))
        .contains("Connection refused: db:5432");
  }

  @Test
  void an_exception_without_words_or_that_causes_itself_is_shown() {
    Exception one = new IllegalStateException();
    one.addSuppressed(new IllegalArgumentException("swordfish", one));
    assertThat(line("json", "it failed", one)).doesNotContain("swordfish");
    assertThat(line("text", "it failed", one)).contains("IllegalStateException");
  }

  @Test
  void the_incident_is_named_while_work_for_it_is_done_and_not_afterwards() throws Exception {
    AtomicReference<String> inside = new AtomicReference<>();
    AtomicReference<String> elsewhere = new AtomicReference<>();
    About.incident(
        7,
        () -> {
          About.incident(8, () -> inside.set(line("text", "it rains", null)));
          Thread other = new Thread(About.carried(() -> elsewhere.set(MDC.get(About.INCIDENT))));
          other.start();
          join(other);
          assertThat(line("text", "it rains", null)).contains("- [PM-7] it rains");
          About.incident(0, () -> assertThat(MDC.get(About.INCIDENT)).isEqualTo("PM-7"));
        });
    assertThat(inside.get()).contains("- [PM-8] it rains");
    assertThat(elsewhere.get()).isEqualTo("PM-7");
    assertThat(line("text", "it rains", null)).contains("- it rains");
    assertThat(MDC.get(About.INCIDENT)).isNull();
  }

  @Test
  void an_incident_is_forgotten_also_when_the_work_fails() {
    try {
      About.ask(
          7,
          () -> {
            throw new IllegalStateException("expected in this test");
          });
    } catch (IllegalStateException expected) {
      assertThat(MDC.get(About.INCIDENT)).isNull();
    }
  }

  private static void join(Thread other) {
    try {
      other.join();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
