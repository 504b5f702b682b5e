package dev.postmortem.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.draft.catalog.Terms;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Terms.each(text, words::add);
    return words;
  }

  @Test
  void letters_and_digits_make_a_word_in_lower_case_and_without_accents() {
    assertThat(words("Größe É ﬁnal x HTTP/2 502s, don't"))
        .containsExactly("große", "final", "http", "502s", "don");
    assertThat(words("ＡＢＣ e\u0301te\u0301")).containsExactly("abc", "ete");
    assertThat(words(" \uD83E\uDDC0 -- \0 ")).isEmpty();
  }

  @Test
  void a_name_of_a_post_mortem_is_one_word() {
    assertThat(words("see PM-12, pm-3 and RPM-4"))
        .containsExactly("see", "pm12", "pm3", "and", "rpm");
  }

  @Test
  void what_is_written_without_spaces_is_taken_in_pairs() {
    assertThat(words("DB障害です")).containsExactly("db", "障害", "害て", "てす", "す");
    assertThat(words("障")).containsExactly("障");
  }

  @Test
  void a_long_word_is_cut_and_never_within_a_character() {
    assertThat(words("a".repeat(99)).get(0)).hasSize(40);
    String deseret = "\uD801\uDC28";
    assertThat(words("a" + deseret.repeat(40)).get(0)).isEqualTo("a" + deseret.repeat(19));
  }

  @Test
  void the_last_word_typed_may_be_a_beginning() {
    assertThat(Terms.wanted("Redis time"))
        .isEqualTo(new Terms.Wanted(List.of("redis"), List.of("time")));
    assertThat(Terms.wanted("redis time "))
        .isEqualTo(new Terms.Wanted(List.of("redis", "time"), List.of()));
    assertThat(Terms.wanted("障害")).isEqualTo(new Terms.Wanted(List.of("障害"), List.of()));
    assertThat(Terms.wanted("害 x")).isEqualTo(new Terms.Wanted(List.of(), List.of("害")));
    assertThat(Terms.wanted("? x").isEmpty()).isTrue();
  }
}
