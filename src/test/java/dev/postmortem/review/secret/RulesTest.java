package dev.postmortem.review.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every rule of the product finds what it describes, and none is slow on what it does not. */
class RulesTest {
  private static final Path RULES =
      Path.of("src/main/resources/dev/postmortem/review/secret/rules.tsv");
  private static final int TRIES = 20;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final Secrets secrets = Secrets.known();

  private static List<String[]> rules() throws IOException {
    return Files.readAllLines(RULES).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .toList();
  }

  @Test
  void each_rule_finds_what_it_describes() throws IOException {
    System.out.println("seed " + seed);
    List<String[]> rules = rules();
    assertThat(rules).hasSizeGreaterThan(200);
    for (String[] rule : rules) {
      if (rule[3].equals("sourcegraph")) {
        continue; // it also says what may not stand between, which the sampler does not read
      }
      int found = 0;
      for (int i = 0; i < TRIES; i++) {
        String secret = secret(rule);
        Masked masked = secrets.mask("look: " + secret + " is it");
        found += masked.kinds().isEmpty() || masked.text().contains(secret) ? 0 : 1;
      }
      assertThat(found).as(rule[0]).isGreaterThanOrEqualTo(TRIES - 8);
    }
  }

  private String secret(String[] rule) {
    String made = Sampler.of(rule[5], 0, random).text();
    if (!rule[4].equals("after")) {
      return rule[0].equals("postmortem-signed-address") ? "?" + made : made;
    }
    String[] words = rule[3].split(",");
    boolean quoted = rule[0].equals("hashicorp-tf-password");
    return words[random.nextInt(words.length)] + "_x = " + (quoted ? '"' + made + '"' : made);
  }

  @Test
  void each_rule_names_its_kind_in_words_and_has_keywords_that_can_be_found() throws IOException {
    for (String[] rule : rules()) {
      assertThat(rule).as(rule[0]).hasSize(6);
      assertThat(rule[1]).matches("[A-Za-z0-9][A-Za-z0-9. ]+");
      assertThat(rule[3]).isEqualTo(rule[3].toLowerCase(java.util.Locale.ROOT)).isNotBlank();
      assertThat(rule[4]).matches("after|\\d+(,\\d+)*");
    }
  }

  @Test
  void the_words_of_a_mask_are_not_masked_again() throws IOException {
    Set<String> others =
        Set.of("password", "API key or token", "private key", "authorization header");
    for (String kind : others) {
      stays(kind);
    }
    for (String[] rule : rules()) {
      stays(rule[1]);
    }
  }

  private void stays(String kind) {
    String mask = new Finding(0, 0, kind).mask();
    for (String around :
        List.of("%s", "password: %s", "token=%s and more", "%s: %s", "key = '%s'")) {
      String text = around.replace("%s", mask);
      assertThat(secrets.mask(text).text()).isEqualTo(text);
    }
  }

  /** Without bounds one of these texts alone would take minutes; the bound is far from both. */
  @Test
  @Timeout(120)
  void a_hostile_text_is_looked_through_to_its_end() throws IOException {
    for (String[] rule : rules()) {
      for (String keyword : rule[3].split(",")) {
        for (String more : List.of("", "=", " ", "-A1b2C3d4", "/")) {
          String unit = keyword + more;
          assertThat(secrets.find(unit.repeat(40_000 / unit.length()))).isNotNull();
        }
      }
    }
    for (String unit :
        List.of(
            "-----BEGIN PRIVATE KEY-----",
            "-----BEGIN",
            "kind: Secret data: a: ",
            "curl -H \"Authorization: ",
            "curl -u '",
            "password is ",
            "://a@",
            "token=a-b_C.d=",
            "ey" + "A".repeat(30) + ".ey/",
            "\n",
            "Aa")) {
      assertThat(secrets.find(unit.repeat(40_000 / unit.length()))).isNotNull();
    }
  }
}
