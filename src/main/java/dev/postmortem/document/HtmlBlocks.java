package dev.postmortem.document;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Blocks as HTML. Nothing is loaded from elsewhere: a picture is shown only when its bytes are
 * here.
 */
final class HtmlBlocks implements Block.Visitor<StringBuilder> {
  private static final Pattern IMAGE =
      Pattern.compile("data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+");

  private static final String NOT_HERE =
      " (not shown here, as the page would be too large; a copy is kept)";

  private final Sheet sheet;
  private final StringBuilder out;
  private final HtmlLeaf leaf;
  private final Insets insets;

  /**
   * @param insets the room for the data of pictures
   */
  HtmlBlocks(Sheet sheet, Insets insets) {
    this.sheet = sheet;
    this.out = sheet.text();
    this.leaf = new HtmlLeaf(out);
    this.insets = insets;
  }

  StringBuilder write(List<Block> blocks) {
    for (Block block : blocks) {
      block.accept(this);
    }
    return out;
  }

  @Override
  public StringBuilder heading(Block.Heading it) {
    int level = Math.min(6, Math.max(1, it.level()));
    out.append("<h").append(level).append('>');
    return leaf.all(it.of()).append("</h").append(level).append(">\n");
  }

  @Override
  public StringBuilder paragraph(Block.Paragraph it) {
    out.append("<p dir=\"auto\">");
    return leaf.all(it.of()).append("</p>\n");
  }

  @Override
  public StringBuilder quote(Block.Quote it) {
    out.append("<blockquote>\n");
    return write(it.of()).append("</blockquote>\n");
  }

  /**
   * The line end after {@code <pre>} is not part of the text, so that one of the text's own stays.
   */
  @Override
  public StringBuilder codeBlock(Block.CodeBlock it) {
    out.append("<pre tabindex=\"0\">\n<code>");
    return HtmlEscaper.text(it.text(), out).append("</code></pre>\n");
  }

  @Override
  public StringBuilder bullets(Block.Bullets it) {
    out.append("<ul>\n");
    return items(it.items()).append("</ul>\n");
  }

  @Override
  public StringBuilder numbered(Block.Numbered it) {
    out.append("<ol");
    if (it.start() != 1) {
      out.append(" start=\"").append(it.start()).append('"');
    }
    out.append(">\n");
    return items(it.items()).append("</ol>\n");
  }

  private StringBuilder items(List<List<Block>> items) {
    for (List<Block> item : items) {
      out.append("<li>");
      item(item).append("</li>\n");
      sheet.finished();
    }
    return out;
  }

  /** A point of one paragraph needs no paragraph of its own. */
  private StringBuilder item(List<Block> item) {
    if (item.isEmpty() || !(item.get(0) instanceof Block.Paragraph first)) {
      return write(item);
    }
    out.append("<div dir=\"auto\">");
    leaf.all(first.of()).append("</div>");
    return write(item.subList(1, item.size()));
  }

  @Override
  public StringBuilder picture(Block.Picture it) {
    out.append("<figure>");
    boolean shown = image(it.data(), it.alt());
    out.append("<figcaption>");
    String link = it.link();
    if (link != null && Links.isHarmless(link)) {
      leaf.anchor(link, it.alt());
    } else {
      HtmlEscaper.text(it.alt(), out);
    }
    boolean kept = !shown && it.file() != null && it.file().copied();
    return out.append(kept ? NOT_HERE : "").append("</figcaption></figure>\n");
  }

  /** Shows the picture itself, if it is here and the page has room for it. */
  private boolean image(@Nullable String data, String alt) {
    if (data == null || !IMAGE.matcher(data).matches() || !insets.take(data)) {
      return false;
    }
    out.append("<img src=\"");
    sheet.large(data);
    HtmlEscaper.text(alt, out.append("\" alt=\"")).append("\">");
    return true;
  }

  @Override
  public StringBuilder divider(Block.Divider it) {
    return out.append("<hr>\n");
  }
}
