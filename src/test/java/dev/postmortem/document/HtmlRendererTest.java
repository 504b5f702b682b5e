package dev.postmortem.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlRendererTest {
  private final HtmlRenderer renderer = new HtmlRenderer();

  @Test
  void a_page_is_whole_and_valid_and_has_its_landmarks() {
    String page = renderer.page(Documents.short_incident());
    Parser parser = Parser.htmlParser().setTrackErrors(100);
    org.jsoup.nodes.Document html = Jsoup.parse(page, "https://x.y/", parser);
    assertThat(parser.getErrors()).isEmpty();
    assertThat(html.selectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(html.title()).isEqualTo("PM-7 Pages were slow");
    assertThat(html.select("header h1, nav, main, style")).hasSize(4);
    assertThat(html.select("main > section[aria-labelledby] > h2[id]")).hasSize(8);
    assertThat(html.select("nav a").eachAttr("href"))
        .allSatisfy(link -> assertThat(html.select("h2" + link)).hasSize(1));
    assertThat(html.select("h3, h4, h5, h6")).isEmpty();
    assertThat(html.selectFirst("style").data())
        .contains("prefers-color-scheme: dark", "@media print");
    assertThat(html.select("[src^=http], link, script, iframe")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "</style></title></textarea><script>x</script>",
        "<a href=javascript:alert(1)>x</a>",
        "<!-- --><b>x</b>",
        "]]><iframe src=//evil>",
        "&lt;script&gt;&#60;script&#62;"
      })
  void whatever_somebody_types_is_text_in_every_place(String evil) {
    List<Inline> words =
        List.of(
            new Inline.Text(evil),
            new Inline.Code(evil),
            new Inline.Link("https://x.y/" + evil, List.of(new Inline.Text(evil))),
            new Inline.Link("javascript:" + evil, List.of(new Inline.Text("y"))),
            new Inline.Mention(evil, evil),
            new Inline.ChannelName(evil, evil),
            new Inline.GroupName(evil, evil),
            new Inline.Emoji(evil, evil),
            new Inline.Emoji(evil, null),
            new Inline.Broadcast(evil),
            new Inline.Moment(Instant.EPOCH, evil));
    List<Block> blocks =
        List.of(
            new Block.Paragraph(words),
            new Block.Heading(3, words),
            new Block.CodeBlock(evil),
            new Block.Quote(List.of(new Block.Paragraph(words))),
            new Block.Picture(evil, "javascript:alert(1)", "data:text/html," + evil),
            new Block.Picture(evil, "https://x.y/" + evil, "data:image/png;base64,\"" + evil));
    isHarmless(Jsoup.parseBodyFragment(renderer.fragment(blocks)), evil);
    Document.Member member = new Document.Member("U1", evil, evil);
    Document.Line line = Documents.said(Instant.EPOCH, member, evil);
    String page = renderer.page(Documents.document(List.of(line), List.of(line)));
    isHarmless(Jsoup.parse(page), evil);
  }

  private static void isHarmless(org.jsoup.nodes.Document html, String evil) {
    assertThat(
            html.select("script, iframe, svg:not(figure.incident > svg), b, img[src=x], textarea"))
        .isEmpty();
    for (Element element : html.getAllElements()) {
      element
          .attributes()
          .forEach(
              attribute -> {
                assertThat(attribute.getKey()).doesNotStartWith("on");
                assertThat(attribute.getKey().equals("href") ? attribute.getValue() : "")
                    .doesNotStartWithIgnoringCase("javascript:");
              });
    }
    assertThat(html.wholeText()).contains(evil);
  }

  @Test
  void a_picture_is_shown_when_its_bytes_are_here_and_else_linked() {
    String data = "data:image/png;base64,iVBORw0KGgo=";
    String shown = renderer.fragment(List.of(new Block.Picture("a graph", "https://x.y/1", data)));
    assertThat(Jsoup.parse(shown).selectFirst("img").attr("alt")).isEqualTo("a graph");
    String linked = renderer.fragment(List.of(new Block.Picture("a graph", "https://x.y/1", null)));
    assertThat(Jsoup.parse(linked).select("img")).isEmpty();
    assertThat(Jsoup.parse(linked).selectFirst("a").attr("href")).isEqualTo("https://x.y/1");
  }

  @Test
  void a_page_takes_in_so_many_pictures_and_says_of_the_others_that_they_are_kept() {
    String data = "data:image/png;base64," + "A".repeat(HtmlRenderer.MOST_IMAGE_DATA / 2 - 100);
    ImageFile file = new ImageFile("F1", "a.png", "image/png", 7_000_000, true);
    Block large = new Block.Picture("a graph", "https://x.y/1", data, file);
    Block small = new Block.Picture("a dot", "https://x.y/2", "data:image/png;base64,AA==", file);
    var html = Jsoup.parse(renderer.fragment(List.of(large, large, large, small)));
    assertThat(html.select("img").eachAttr("alt")).containsExactly("a graph", "a graph", "a dot");
    assertThat(html.select("figure").get(2).text()).contains("a graph", "a copy is kept");
    assertThat(html.select("figure").get(3).text()).doesNotContain("a copy is kept");
  }

  @Test
  void a_page_is_the_same_in_one_and_in_pieces_and_nobody_writes_a_picture_into_it() {
    Block real = new Block.Picture("\u00010\u0001", "https://x.y/1", "data:image/png;base64,AA==");
    Document.Line line = Documents.said(Instant.EPOCH, Documents.JOE, "\u00010\u0001 – 0");
    Document.Line shown =
        new Document.Line(
            line.at(),
            line.ts(),
            line.channel(),
            line.author(),
            line.kind(),
            line.tags(),
            List.of(line.words().get(0), real),
            line.permalink(),
            false,
            null,
            List.of());
    Document document = Documents.document(List.of(shown, line), List.of());
    String page = new HtmlRenderer().page(document);
    StringBuilder written = new StringBuilder();
    new HtmlRenderer().write(document, written);
    assertThat(written).hasToString(page);
    assertThat(Jsoup.parse(page).select("img").eachAttr("src"))
        .containsExactly("data:image/png;base64,AA==");
    assertThat(page).doesNotContain("\u0001");
  }

  @Test
  void a_link_within_a_link_is_only_words() {
    Inline inner = new Inline.Link("https://in.ner", List.of(new Inline.Text("inner")));
    String html =
        renderer.fragment(
            List.of(
                new Block.Paragraph(List.of(new Inline.Link("https://out.er", List.of(inner))))));
    assertThat(Jsoup.parse(html).select("a").eachAttr("href")).containsExactly("https://out.er");
  }
}
