package dev.postmortem.review.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that the product's were made from, where they lie beside the repository. */
class SharedRulesTest {
  private static final Path RULES = Path.of("../shared/cases/secrets/rules.json");
  private static final int TRIES = 40;
  private static final int ENOUGH = 32;

  /**
   * What the model's expression describes here, and nobody could tell from what is harmless: half
   * of the first are bare hashes of commits, a third of the second begin with a name that ends in a
   * comma.
   */
  private static final Set<String> PARTLY =
      Set.of("sourcegraph-access-token", "nytimes-access-token");

  private final Secrets secrets = Secrets.known();

  @Test
  void what_each_rule_of_the_model_describes_is_masked() throws IOException {
    assumeTrue(Files.exists(RULES), "the public cases are not beside this repository");
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    Map<String, Integer> found = new TreeMap<>();
    for (JsonNode rule : new ObjectMapper().readTree(Files.readString(RULES)).path("rules")) {
      if (rule.has("regex")) {
        found.put(rule.path("id").asText(), masked(rule, random));
      }
    }
    assertThat(found).hasSizeGreaterThan(200);
    found.forEach(
        (id, times) ->
            assertThat(times).as(id).isGreaterThanOrEqualTo(PARTLY.contains(id) ? 3 : ENOUGH));
    int all = found.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).isGreaterThan(found.size() * TRIES * 98 / 100);
  }

  private int masked(JsonNode rule, Random random) {
    String expression = rule.path("regex").asText();
    Pattern pattern =
        Pattern.compile(
            expression.replace("[[:alnum:]]", "[a-zA-Z0-9]").replaceAll("[?]P<[a-z0-9_]+>", "?:"));
    int masked = 0;
    for (int i = 0; i < TRIES; i++) {
      Sampler.Sample sample;
      do {
        sample = Sampler.of(expression, rule.path("secretGroup").asInt(1), random);
      } while (!pattern.matcher(sample.text()).find() || isEmpty(rule, sample));
      masked += secrets.mask(sample.text()).text().contains(sample.secret()) ? 0 : 1;
    }
    return masked;
  }

  /** The model's expression for the secrets of a cluster also takes templates and empty values. */
  private static boolean isEmpty(JsonNode rule, Sampler.Sample sample) {
    return rule.path("id").asText().startsWith("kubernetes")
        && !sample.secret().matches("(?s)[^:]*:[^{]*[a-zA-Z0-9+/]{10}.*");
  }
}
