package dev.postmortem.document;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blocks as HTML. Nothing is loaded from elsewhere: a picture is shown only when its bytes are
 * here.
 */
final class HtmlBlocks implements Block.Visitor<String> {
  private static final Pattern IMAGE =
      Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+");

  private static final String NOT_HERE =
      " (not shown here, as the page would be too large; a copy is kept)";

  private final HtmlLeaf leaf = new HtmlLeaf();
  private final Insets insets;

  /**
   * @param insets take the data of pictures, as far as they fit
   */
  HtmlBlocks(Insets insets) {
    this.insets = insets;
  }

  String write(List<Block> blocks) {
    StringBuilder html = new StringBuilder();
    blocks.forEach(block -> html.append(block.accept(this)));
    return html.toString();
  }

  @Override
  public String heading(Block.Heading it) {
    String element = "h" + Math.min(6, Math.max(1, it.level()));
    return "<" + element + ">" + leaf.line(it.of()) + "</" + element + ">\n";
  }

  @Override
  public String paragraph(Block.Paragraph it) {
    return "<p dir=\"auto\">" + leaf.line(it.of()) + "</p>\n";
  }

  @Override
  public String quote(Block.Quote it) {
    return "<blockquote>\n" + write(it.of()) + "</blockquote>\n";
  }

  /**
   * The line end after {@code <pre>} is not part of the text, so that one of the text's own stays.
   */
  @Override
  public String codeBlock(Block.CodeBlock it) {
    return "<pre tabindex=\"0\">\n<code>" + HtmlEscaper.text(it.text()) + "</code></pre>\n";
  }

  @Override
  public String bullets(Block.Bullets it) {
    return "<ul>\n" + items(it.items()) + "</ul>\n";
  }

  @Override
  public String numbered(Block.Numbered it) {
    String start = it.start() == 1 ? "" : " start=\"" + it.start() + "\"";
    return "<ol" + start + ">\n" + items(it.items()) + "</ol>\n";
  }

  private String items(List<List<Block>> items) {
    StringBuilder html = new StringBuilder();
    items.forEach(item -> html.append("<li>").append(item(item)).append("</li>\n"));
    return html.toString();
  }

  /** A point of one paragraph needs no paragraph of its own. */
  private String item(List<Block> item) {
    boolean one = !item.isEmpty() && item.get(0) instanceof Block.Paragraph;
    return one
        ? "<div dir=\"auto\">"
            + leaf.line(((Block.Paragraph) item.get(0)).of())
            + "</div>"
            + write(item.subList(1, item.size()))
        : write(item);
  }

  @Override
  public String picture(Block.Picture it) {
    String alt = HtmlEscaper.text(it.alt());
    String image = image(it.data(), alt);
    String link = it.link();
    String caption = link != null && Links.isHarmless(link) ? HtmlLeaf.anchor(link, alt) : alt;
    String note = image.isEmpty() && it.file() != null && it.file().copied() ? NOT_HERE : "";
    return "<figure>" + image + "<figcaption>" + caption + note + "</figcaption></figure>\n";
  }

  /** The picture itself; empty when it is not here, or the page has no room for it. */
  private String image(@Nullable String data, String alt) {
    return data != null && insets.hasRoomFor(data) && IMAGE.matcher(data).matches()
        ? "<img src=\"" + insets.take(data) + "\" alt=\"" + alt + "\">"
        : "";
  }

  @Override
  public String divider(Block.Divider it) {
    return "<hr>\n";
  }
}
