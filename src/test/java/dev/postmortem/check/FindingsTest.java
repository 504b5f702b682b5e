package dev.postmortem.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.check.Finding.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingsTest {
  private static final Instant SLACK = Instant.parse("2026-11-18T14:00:00Z");

  @ParameterizedTest
  @CsvSource({"0,FINE", "-30,FINE", "31,NOTE", "-299,NOTE", "300,FAULT", "-4000,FAULT"})
  void a_clock_that_is_too_far_from_slacks_is_a_fault(long seconds, Verdict verdict) {
    assertThat(BotToken.time(SLACK.plusSeconds(seconds), SLACK).verdict()).isEqualTo(verdict);
  }

  @Test
  void a_finding_is_one_line_that_begins_with_how_good_it_is() {
    assertThat(Finding.fault("PM_PORT", "it is taken.")).hasToString("fault PM_PORT: it is taken.");
    assertThat(Finding.note("port", "so")).hasToString("note  port: so");
    assertThat(Finding.fine("", "fine")).hasToString("ok    fine");
  }

  @Test
  void what_is_odd_about_addresses_and_texts_is_worth_a_note() {
    assertThat(words("/pm", "", false)).isEmpty();
    assertThat(words("/pm", "https://pm.example.com", true)).isEmpty();
    assertThat(words("/post", "", false)).singleElement().asString().contains("/post");
    assertThat(words("/pm", "https://pm.example.com", false))
        .singleElement()
        .asString()
        .contains("PM_WEB_SECRET");
    assertThat(words("/pm", "http://pm.example.com", true))
        .singleElement()
        .asString()
        .contains("not https");
    assertThat(new Surroundings("/pm", "/pm", "", false, StandardCharsets.US_ASCII).examine())
        .singleElement()
        .asString()
        .contains("-Dfile.encoding=UTF-8");
  }

  private static List<Finding> words(String command, String address, boolean pages) {
    return new Surroundings(command, "/pm", address, pages, StandardCharsets.UTF_8).examine();
  }
}
