package dev.postmortem.review.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rules that the product's were made from, where they lie beside the repository. */
class SharedRulesTest {
  private static final Path RULES = Path.of("../shared/cases/secrets/rules.json");
  private static final int TRIES = 40;
  private final Secrets secrets = Secrets.known();

  @Test
  void what_each_rule_of_the_model_describes_is_masked() throws IOException {
    assumeTrue(Files.exists(RULES), "the public cases are not beside this repository");
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    List<String> missed = new ArrayList<>();
    int all = 0;
    for (JsonNode rule : new ObjectMapper().readTree(Files.readString(RULES)).path("rules")) {
      if (rule.has("regex")) {
        all++;
        int found = 0;
        String example = "";
        for (int i = 0; i < TRIES; i++) {
          Sampler.Sample sample =
              Sampler.of(rule.path("regex").asText(), rule.path("secretGroup").asInt(1), random);
          if (secrets.mask(sample.text()).text().contains(sample.secret())) {
            example = sample.text() + " | " + sample.secret();
          } else {
            found++;
          }
        }
        if (found < TRIES) {
          missed.add(rule.path("id").asText() + " " + found + "/" + TRIES + ": " + example);
        }
      }
    }
    missed.forEach(System.out::println);
    assertThat(all).isGreaterThan(200);
  }
}
