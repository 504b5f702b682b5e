package dev.postmortem.web.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.web.library.Chart.Series;
import java.util.Arrays;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ChartTest {
  private static Chart chart(boolean bars, Double... values) {
    List<String> times =
        java.util.stream.IntStream.rangeClosed(1, values.length)
            .mapToObj(month -> String.format("2026-%02d", month))
            .toList();
    return new Chart(
        "x", "Title", "hours", times, List.of(new Series("One", Arrays.asList(values))), bars);
  }

  private static Document drawn(Chart chart) {
    return Jsoup.parse(ChartSvg.of(chart));
  }

  @Test
  void the_table_says_what_the_picture_shows_and_leaves_out_what_is_not_known() {
    Chart chart = chart(false, 1.0, null, 2.25);
    assertThat(chart.rows())
        .containsExactly(
            new Chart.Row("2026-01", List.of("1")), new Chart.Row("2026-03", List.of("2.3")));
    assertThat(drawn(chart).select("circle")).hasSize(2);
  }

  @Test
  void nothing_known_is_nothing_to_draw() {
    assertThat(chart(false, null, null).isEmpty()).isTrue();
    assertThat(chart(true, 0.0).isEmpty()).isTrue();
    assertThat(chart(true, 1.0).isEmpty()).isFalse();
  }

  @Test
  void a_bar_is_as_high_as_its_number_and_within_the_picture() {
    var bars = drawn(chart(true, 4.0, 2.0, 0.0)).select("rect");
    assertThat(bars).hasSize(2);
    double full = Double.parseDouble(bars.get(0).attr("height"));
    assertThat(Double.parseDouble(bars.get(1).attr("height"))).isEqualTo(full / 2);
    assertThat(Double.parseDouble(bars.get(0).attr("y"))).isPositive();
  }

  @Test
  void the_highest_number_never_leaves_the_picture() {
    for (double value = 0.05; value < 1e7; value *= 1.37) {
      var dot = drawn(chart(false, value)).selectFirst("circle");
      assertThat(Double.parseDouble(dot.attr("cy"))).as("" + value).isBetween(13.0, 198.0);
    }
  }

  @Test
  void months_beneath_have_room_however_many_there_are() {
    Double[] many = new Double[60];
    Arrays.fill(many, 1.0);
    List<String> labels =
        Jsoup.parse(
                ChartSvg.of(
                    new Chart(
                        "x",
                        "Title",
                        "hours",
                        java.util.Collections.nCopies(60, "2026-01"),
                        List.of(new Series("One", Arrays.asList(many))),
                        true)))
            .select("text.middle")
            .eachText();
    assertThat(labels).hasSizeBetween(2, 7);
  }
}
