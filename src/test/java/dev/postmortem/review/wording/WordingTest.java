package dev.postmortem.review.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which wording is advised, and which is not. */
class WordingTest {
  private static final Wording WORDING = Wording.known().among(List.of("Tony Arnold", "Priya"));

  static Stream<Arguments> sentences() throws IOException {
    try (var in = WordingTest.class.getResourceAsStream("sentences.tsv")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arguments.of((Object[]) line.split("\t")));
    }
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("sentences")
  void people_are_told_from_systems(String label, String section, String text) {
    List<Advice> advice = WORDING.advise(section, text);
    assertThat(!advice.isEmpty()).as(advice.toString()).isEqualTo(label.equals("blame"));
  }

  @Test
  void advice_holds_the_exact_words_the_reason_and_a_question_with_what_or_how() {
    String text = "It was slow.\nThe on-call engineer failed to check the replica’s lag.";
    Advice advice = WORDING.advise("details", text).get(0);
    assertThat(advice.words()).isEqualTo("The on-call engineer failed to check");
    assertThat(text.substring(advice.start(), advice.end())).isEqualTo(advice.words());
    assertThat(advice.reason()).contains("against people");
    assertThat(advice.rewrite()).startsWith("What ").endsWith("?");
  }

  @Test
  void the_question_takes_up_the_sentence() {
    assertThat(WORDING.advise("badly", "Sadly we failed to warn the shops. It was late."))
        .extracting(Advice::rewrite)
        .containsExactly(
            "What did the process ask for at that point, and what made the step easy to leave out?");
    assertThat(WORDING.advise("badly", "We failed to roll back in time."))
        .extracting(Advice::rewrite)
        .containsExactly("What made it hard to roll back in time?");
    assertThat(WORDING.advise("badly", "We should have tested the restore!"))
        .extracting(Advice::rewrite)
        .containsExactly(
            "What was known at that time, and what stood in the way of having tested the restore?");
    assertThat(WORDING.advise("badly", "We failed to " + "x ".repeat(500)))
        .allMatch(advice -> advice.rewrite().length() < 160 && advice.rewrite().endsWith(" …?"));
  }

  @Test
  void every_sentence_gets_its_own_advice_in_order() {
    String text =
        "The root cause was DNS. Priya forgot it.\n- we should have tested\n- RCA to come";
    assertThat(WORDING.advise("learned", text))
        .extracting(Advice::words)
        .containsExactly("root cause", "Priya forgot", "we should have tested", "RCA");
  }

  @Test
  void fix_is_advised_under_remediation_only() {
    assertThat(WORDING.advise("remediation", "The fix went out.")).hasSize(1);
    assertThat(WORDING.advise("observations", "The fix went out.")).isEmpty();
  }

  @Test
  void who_is_a_person_depends_on_the_people_of_the_incident() {
    String text = "mallory failed to answer";
    assertThat(Wording.known().advise("details", text)).isEmpty();
    assertThat(Wording.known().among(List.of("Mallory Quill")).advise("details", text)).hasSize(1);
    assertThat(Wording.known().among(List.of("the", "May")).advise("details", "the may failed to"))
        .isEmpty();
  }

  @Test
  void every_kind_has_a_reason_and_a_question() {
    for (String[] line : Table.read("rules.tsv", 4)) {
      Rulebook.Said said = Rulebook.read().said(line[0]);
      assertThat(said.reason()).isNotBlank();
      assertThat(said.rewrite()).matches("(?s)(What|Which|How) .*");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we failed to ",
        "should have been ",
        "root ",
        "the engineer of the ",
        "by ",
        "I ",
        "had ",
        "`",
        "` ",
        "`a` ",
        "``` ",
        "\"",
        "((((",
        "\n",
        "....",
        "a-",
        "engineer's ",
        "they ",
        "who ",
        "sorry we ",
        "\u0000\ud83d"
      })
  void hostile_text_takes_time_in_proportion_to_its_length(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertTimeoutPreemptively(
        Duration.ofSeconds(8), () -> WORDING.advise("remediation", text), piece);
  }

  @Test
  void whatever_is_typed_the_words_are_those_of_the_text() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    String[] pieces =
        "we |I |the engineer |failed to |should |have |been |had |if |root cause|, |. |\n|`|\"|’s fault|@kim |not |by |caused |forgot "
            .split("\\|");
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(25); j > 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      int free = 0;
      for (Advice advice : WORDING.advise("remediation", text.toString())) {
        assertThat(advice.start()).as(text.toString()).isGreaterThanOrEqualTo(free);
        assertThat(advice.words()).isEqualTo(text.substring(advice.start(), advice.end()));
        free = advice.end();
      }
    }
  }
}
