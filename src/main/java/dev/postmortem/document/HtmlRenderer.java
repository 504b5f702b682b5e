package dev.postmortem.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes HTML that is safe against anything a message can hold. Each writes one page. */
public final class HtmlRenderer {
  /** How many letters of a page may be the data of pictures: 15 MB of them. */
  public static final int MOST_IMAGE_DATA = 20_000_000;

  private static final String STYLE = style();

  private final Insets insets = new Insets(MOST_IMAGE_DATA);
  private final HtmlBlocks blocks = new HtmlBlocks(insets);
  private final HtmlLeaf leaf = new HtmlLeaf();

  /** A whole page, with its own style sheet and nothing loaded from elsewhere. */
  public String page(Document document) {
    return insets.fill(text(document, true));
  }

  /** The page for a mail: without the drawing, which mail readers leave out or garble. */
  public String letter(Document document) {
    return insets.fill(text(document, false));
  }

  /** The same in UTF-8; a page full of pictures is better not held as text. */
  public byte[] bytes(Document document) {
    return insets.bytes(text(document, true));
  }

  private String text(Document document, boolean drawn) {
    String title = HtmlEscaper.text(document.id() + " " + document.head().title());
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
        <title>"""
        + title
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + body(document, drawn)
        + "</body>\n</html>\n";
  }

  /** The blocks alone, to be placed in a page. */
  public String fragment(List<Block> fragment) {
    return insets.fill(blocks.write(fragment));
  }

  private String body(Document document, boolean drawn) {
    List<List<Block>> sections = sections(Outline.onPage(document));
    StringBuilder html = new StringBuilder();
    html.append("<header>\n").append(blocks.write(sections.get(0))).append("</header>\n");
    html.append(contents(sections)).append("<main>\n");
    for (int i = 1; i < sections.size(); i++) {
      boolean timeline = document.parts().get(i - 1).key().equals("timeline");
      String figure = timeline ? IncidentPicture.html(document, drawn) : "";
      html.append(section(i, sections.get(i), figure));
    }
    return html.append("</main>\n").toString();
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

  private String contents(List<List<Block>> sections) {
    StringBuilder html = new StringBuilder("<nav aria-label=\"Sections\">\n<ul>\n");
    for (int i = 1; i < sections.size(); i++) {
      html.append("<li><a href=\"#s").append(i).append("\">");
      html.append(title(sections.get(i))).append("</a></li>\n");
    }
    return html.append("</ul>\n</nav>\n").toString();
  }

  private String section(int number, List<Block> section, String figure) {
    String heading = "<h2 id=\"s" + number + "\">" + title(section) + "</h2>\n";
    return "<section aria-labelledby=\"s"
        + number
        + "\">\n"
        + heading
        + figure
        + blocks.write(section.subList(1, section.size()))
        + "</section>\n";
  }

  private String title(List<Block> section) {
    return leaf.line(Runs.unlinked(((Block.Heading) section.get(0)).of()));
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
