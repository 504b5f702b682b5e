package dev.postmortem.review.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sentences of real incidents, where they lie beside the repository. */
class SharedSentencesTest {
  private static final Path CASES = Path.of("../shared/cases/blameless/sentences.json");
  private static final Set<String> BLAME =
      Set.of("person_blame", "self_blame", "counterfactual_team");
  private static final Set<String> FINE = Set.of("system_ok", "apology_ok");

  private final Wording wording = Wording.known();

  @Test
  void blame_is_found_and_systems_and_apologies_are_left_alone() throws IOException {
    assumeTrue(Files.exists(CASES), "the public cases are not beside this repository");
    List<String> missed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    int right = 0;
    int fine = 0;
    for (JsonNode one : new ObjectMapper().readTree(Files.readString(CASES)).path("cases")) {
      String text = one.path("text").asText();
      String label = one.path("label").asText();
      boolean advised = !wording.advise("details", text).isEmpty();
      if (BLAME.contains(label)) {
        right += advised ? 1 : 0;
        missed.addAll(advised ? List.of() : List.of(text));
      } else if (FINE.contains(label)) {
        fine++;
        wrong.addAll(advised ? List.of(text) : List.of());
      }
    }
    System.out.printf(
        "precision %d/%d, recall %d/%d%n",
        right, right + wrong.size(), right, right + missed.size());
    assertThat(fine).isGreaterThan(40);
    assertThat(right).isGreaterThan(5);
    assertThat(wrong).isEmpty();
    assertThat(missed).isEmpty();
  }
}
