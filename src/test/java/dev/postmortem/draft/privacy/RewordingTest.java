package dev.postmortem.draft.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RewordingTest {
  private static final Rewording JANE =
      new Rewording("U1JANE", new Pseudonym(7), List.of("Jane Doe", "jane@example.com", " "));

  private static String of(String text) {
    return JANE.of(text).text();
  }

  @Test
  void whatever_names_her_becomes_the_pseudonym() {
    assertThat(of("<@U1JANE> and <@U1JANE|jane> and U1JANE"))
        .isEqualTo("<@UFORGOTTEN7> and <@UFORGOTTEN7> and UFORGOTTEN7");
    assertThat(of("Ask JANE\tDoe, jane doe's desk, or jane@example.com"))
        .isEqualTo(
            "Ask a former colleague (7), a former colleague (7)'s desk, or a former colleague (7)");
    assertThat(JANE.of("U1JANE, Jane Doe, Jane Doe"))
        .isEqualTo(
            new Rewording.Reworded(
                "UFORGOTTEN7, a former colleague (7), a former colleague (7)", 1, 2));
  }

  @Test
  void whoever_only_looks_like_her_stays() {
    for (String other :
        List.of("U1JANEX", "XU1JANE", "Mary Jane Doering", "Janet Doe", "Jane", "")) {
      assertThat(JANE.of(other)).isEqualTo(new Rewording.Reworded(other, 0, 0));
    }
  }

  @Test
  void her_profile_goes_out_of_a_message_wherever_it_stands_in_it() {
    String profile =
        "\"user_profile\":{\"name\":\"j}\\\"{\",\"real_name\":\"Jane Q. Doe\",\"a\":null}";
    assertThat(of("{\"user\":\"U1JANE\"," + profile + ",\"text\":\"x\"}"))
        .isEqualTo("{\"user\":\"UFORGOTTEN7\",\"text\":\"x\"}");
    assertThat(of("{" + profile + ",\"user\":\"U1JANE\"}")).isEqualTo("{\"user\":\"UFORGOTTEN7\"}");
    assertThat(of("{" + profile + "}")).contains("user_profile");
    assertThat(Rewording.namesIn("{" + profile + "}")).containsExactly("Jane Q. Doe");
  }

  @Test
  void who_quotes_her_quotes_a_former_colleague() {
    assertThat(
            of(
                "{\"author_id\":\"U1JANE\",\"author_name\":\"jd\",\"author_subname\":\"J. D.\","
                    + "\"author_icon\":\"https://a/1.png\",\"text\":\"her words\"}"))
        .isEqualTo(
            "{\"author_id\":\"UFORGOTTEN7\",\"author_name\":\"a former colleague (7)\","
                + "\"author_subname\":\"\",\"author_icon\":\"\",\"text\":\"her words\"}");
  }

  @Test
  void what_she_was_called_in_the_history_goes_too() {
    assertThat(of("named <@U1JANE> “Head of Payments”, named <@U2> “Driver”"))
        .isEqualTo("named <@UFORGOTTEN7> “…”, named <@U2> “Driver”");
  }

  @Test
  void a_name_may_hold_signs_that_mean_something_elsewhere() {
    Rewording odd = new Rewording("U1", new Pseudonym(1), List.of("J. (Jim) $1 O'Neil\\"));
    assertThat(odd.of("ask J. (Jim) $1 O'Neil\\ now").text())
        .isEqualTo("ask a former colleague (1) now");
  }
}
