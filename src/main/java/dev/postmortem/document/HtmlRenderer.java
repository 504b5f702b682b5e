package dev.postmortem.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes HTML that is safe against anything a message can hold. */
public final class HtmlRenderer {
  /** How many letters of a page may be the data of pictures: 15 MB of them. */
  public static final int MOST_IMAGE_DATA = 20_000_000;

  private static final String STYLE = style();

  /** A whole page, with its own style sheet and nothing loaded from elsewhere. */
  public String page(Document document) {
    return text(document, true);
  }

  /** The page for a mail: without the drawing, which mail readers leave out or garble. */
  public String letter(Document document) {
    return text(document, false);
  }

  private static String text(Document document, boolean drawn) {
    Sheet sheet = Sheet.kept();
    write(document, sheet, drawn);
    return sheet.toString();
  }

  /** The same, piece by piece: a page full of pictures is better not held as text. */
  public void write(Document document, Appendable to) {
    Sheet sheet = Sheet.readBy(to);
    write(document, sheet, true);
    sheet.close();
  }

  private static void write(Document document, Sheet sheet, boolean drawn) {
    sheet
        .text()
        .append(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
            <title>""")
        .append(HtmlEscaper.text(document.id() + " " + document.head().title()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body class=\"sheet\">\n");
    body(document, sheet, new Place("main", drawn));
    sheet.text().append("</body>\n</html>\n");
  }

  /**
   * What is between head and foot of the page, to be placed within the main part of another page
   * that has the {@link #styleSheet}; piece by piece.
   */
  public void writeBody(Document document, Appendable to) {
    Sheet sheet = Sheet.readBy(to);
    body(document, sheet, new Place("div", true));
    sheet.close();
  }

  /** How the document looks, as CSS. */
  public static String styleSheet() {
    return STYLE;
  }

  /** The blocks alone, to be placed in a page. */
  public String fragment(List<Block> fragment) {
    return new HtmlBlocks(Sheet.kept(), new Insets(MOST_IMAGE_DATA)).write(fragment).toString();
  }

  /**
   * Where the document stands.
   *
   * @param element what holds its sections: a page has one main part only
   * @param drawn whether there is a picture
   */
  private record Place(String element, boolean drawn) {}

  private static void body(Document document, Sheet sheet, Place place) {
    HtmlBlocks blocks = new HtmlBlocks(sheet, new Insets(MOST_IMAGE_DATA));
    StringBuilder html = sheet.text();
    List<List<Block>> sections = sections(Outline.onPage(document));
    html.append("<header class=\"facts\">\n");
    blocks.write(sections.get(0)).append("</header>\n");
    html.append(contents(sections));
    html.append("<").append(place.element()).append(" class=\"sections\">\n");
    for (int i = 1; i < sections.size(); i++) {
      section(i, sections.get(i), html);
      if (document.parts().get(i - 1).key().equals("timeline")) {
        html.append(IncidentPicture.html(document, place.drawn()));
      }
      List<Block> contents = sections.get(i).subList(1, sections.get(i).size());
      blocks.write(contents).append("</section>\n");
    }
    html.append("</").append(place.element()).append(">\n");
  }

  /** What stands above the first section, then each section with its heading first. */
  private static List<List<Block>> sections(List<Block> outline) {
    List<List<Block>> sections = new ArrayList<>();
    sections.add(new ArrayList<>());
    for (Block block : outline) {
      if (isSection(block)) {
        sections.add(new ArrayList<>());
      }
      sections.get(sections.size() - 1).add(block);
    }
    return sections;
  }

  private static boolean isSection(Block block) {
    return block instanceof Block.Heading heading && heading.level() == 2;
  }

  private static String contents(List<List<Block>> sections) {
    StringBuilder html =
        new StringBuilder("<nav class=\"contents\" aria-label=\"Sections\">\n<ul>\n");
    for (int i = 1; i < sections.size(); i++) {
      html.append("<li><a href=\"#s").append(i).append("\">");
      html.append(title(sections.get(i))).append("</a></li>\n");
    }
    return html.append("</ul>\n</nav>\n").toString();
  }

  private static void section(int number, List<Block> section, StringBuilder html) {
    html.append("<section aria-labelledby=\"s").append(number).append("\">\n<h2 id=\"s");
    html.append(number).append("\">").append(title(section)).append("</h2>\n");
  }

  private static String title(List<Block> section) {
    return HtmlLeaf.line(Runs.unlinked(((Block.Heading) section.get(0)).of()));
  }

  private static String style() {
    try (InputStream sheet = HtmlRenderer.class.getResourceAsStream("postmortem.css")) {
      return new String(
          Objects.requireNonNull(sheet, "postmortem.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
