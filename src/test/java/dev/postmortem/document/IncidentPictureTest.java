package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postmortem.timeline.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class IncidentPictureTest {
  private static final Instant START = Instant.parse("2018-06-22T02:00:00Z");

  @Test
  void the_picture_stands_above_the_timeline_and_says_what_it_shows() {
    org.jsoup.nodes.Document html = page(List.of(line(600, "down", "symptom")));
    Element section = html.selectFirst("figure.incident").parent();
    assertThat(section.selectFirst("h2").text()).isEqualTo("Timeline");
    assertThat(section.children().eachAttr("class").indexOf("incident")).isZero();
    for (Element svg : html.select("figure.incident > svg[role=img]")) {
      for (String id : svg.attr("aria-labelledby").split(" ")) {
        assertThat(svg.getElementById(id).text()).isNotBlank();
      }
      assertThat(svg.selectFirst("title").text())
          .isEqualTo("The course of the incident: Pages were slow");
      assertThat(svg.selectFirst("desc").text())
          .isEqualTo(html.selectFirst(".incident figcaption p").text());
    }
    assertThat(html.select("figure.incident > svg")).hasSize(2);
    assertThat(html.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
  }

  @Test
  void a_number_leads_to_its_entry_in_the_timeline() {
    org.jsoup.nodes.Document html =
        page(
            List.of(
                line(60, "nothing yet"),
                line(600, "it is the cache", "key"),
                line(900, "cache is warm", "key")));
    List<String> links = html.select("svg.wide a").eachAttr("href");
    assertThat(links).containsExactly("#key-1", "#key-2");
    assertThat(html.select(".incident li a").eachAttr("href")).isEqualTo(links);
    assertThat(html.selectFirst("#key-2").closest("li").text())
        .isEqualTo("03:15 – Joe Bloggs (Support Staff): cache is warm");
    assertThat(html.select(".incident li").eachText())
        .containsExactly(
            "2018-06-22 03:10 Joe Bloggs: it is the cache",
            "2018-06-22 03:15 Joe Bloggs: cache is warm");
  }

  @Test
  void when_it_was_detected_and_mitigated_is_taken_from_what_was_filed_and_said_to_be() {
    String told =
        told(
            line(60, "hm"),
            line(300, "errors", "observation"),
            line(420, "users wait", "symptom"),
            line(600, "rolled back", "remediation"));
    assertThat(told)
        .contains(
            "Detected 2018-06-22 03:05 BST, taken from the first entry that is filed as a symptom"
                + " or an observation.",
            "Mitigated 2018-06-22 03:10 BST, taken from the first entry that is filed as a"
                + " remediation.");
    assertThat(told(line(60, "hm")))
        .contains(
            "Detected: not known, as nothing is filed as a symptom or an observation.",
            "Mitigated: not known, as nothing is filed as a remediation.");
  }

  @Test
  void what_is_filed_as_detected_and_mitigated_itself_needs_no_guess() {
    assertThat(told(line(60, "hm", "symptom"), line(120, "paged", "detected")))
        .contains("Detected 2018-06-22 03:02 BST. ");
    assertThat(told(line(60, "hm", "remediation"), line(120, "better", "mitigated")))
        .contains("Mitigated 2018-06-22 03:02 BST. ");
  }

  @Test
  void notes_were_not_said_in_the_channel() {
    Document.Line said = line(60, "hm");
    Document.Line note =
        new Document.Line(
            said.at(),
            null,
            "C1",
            Documents.JOE,
            Kind.NOTE,
            Set.of(),
            said.words(),
            null,
            false,
            null,
            List.of());
    assertThat(told(said, note)).contains("1 message in the channel");
    assertThat(told(note)).contains("Nothing was said in the channel.");
  }

  @Test
  void without_entries_there_is_no_picture() {
    assertThat(page(List.of()).select("figure, svg")).isEmpty();
  }

  @Test
  void a_mail_has_the_words_without_the_drawing() {
    Document document = Documents.document(List.of(line(60, "hm", "key")), List.of());
    org.jsoup.nodes.Document html = Jsoup.parse(new HtmlRenderer().letter(document));
    assertThat(html.select("svg")).isEmpty();
    assertThat(html.select(".incident figcaption li")).hasSize(1);
  }

  @Test
  void of_many_key_points_the_first_are_listed_and_the_picture_stays_small() {
    List<Document.Line> lines = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      lines.add(line(i, "x".repeat(200), "key"));
    }
    String page = new HtmlRenderer().page(Documents.document(lines, List.of()));
    org.jsoup.nodes.Document html = Jsoup.parse(page);
    assertThat(html.select(".incident li")).hasSize(20);
    assertThat(html.select(".incident li").get(0).text()).endsWith("x…").hasSizeLessThan(130);
    assertThat(html.selectFirst(".incident").text()).contains("And 4980 more, under Key Points.");
    assertThat(html.select(".incident").outerHtml().length()).isLessThan(60_000);
  }

  private static String told(Document.Line... lines) {
    return page(List.of(lines)).selectFirst(".incident figcaption p").text();
  }

  private static org.jsoup.nodes.Document page(List<Document.Line> lines) {
    return Jsoup.parse(new HtmlRenderer().page(Documents.document(lines, List.of())));
  }

  private static Document.Line line(long seconds, String words, String... tags) {
    return new Document.Line(
        START.plusSeconds(seconds),
        "1529633400.000100",
        "C1",
        Documents.JOE,
        Kind.MESSAGE,
        Set.of(tags),
        List.of(Documents.paragraph(words)),
        null,
        false,
        null,
        List.of());
  }
}
