package dev.postmortem.slack.text;

import dev.postmortem.document.Block;
import dev.postmortem.document.Document;
import dev.postmortem.document.Inline;
import dev.postmortem.document.MarkdownRenderer;
import dev.postmortem.document.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * The document in the Markdown that a canvas takes (docs.slack.dev, "Canvases"): three levels of
 * headings, nothing but paragraphs within a quote, one kind of list within another, no pictures.
 */
public final class CanvasText {
  private static final int PIECE = 10_000;

  /** A canvas takes a mebibyte of letters; what is far below needs no exact count. */
  private static final int MOST = 900_000;

  private CanvasText() {}

  /** The document in pieces that one call takes each; none when it is too long for a canvas. */
  public static List<String> of(Document document) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int all = 0;
    for (Block block : plain(Outline.of(document), Kind.NONE)) {
      String markdown = new MarkdownRenderer().render(List.of(block));
      if (piece.length() + markdown.length() > PIECE && !piece.isEmpty()) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(piece.isEmpty() ? "" : "\n").append(markdown);
      all += markdown.length();
    }
    pieces.add(piece.toString());
    return all > MOST ? List.of() : pieces;
  }

  /** The kind of list that a block stands in. */
  private enum Kind {
    NONE,
    BULLETS,
    NUMBERED
  }

  private static List<Block> plain(List<Block> blocks, Kind within) {
    List<Block> plain = new ArrayList<>();
    blocks.forEach(block -> plain.addAll(plain(block, within)));
    return plain;
  }

  private static List<Block> plain(Block block, Kind within) {
    if (block instanceof Block.Heading heading) {
      return List.of(new Block.Heading(Math.min(3, heading.level()), heading.of()));
    }
    if (block instanceof Block.Quote quote) {
      List<Block> quoted = plain(quote.of(), within);
      boolean simple = quoted.stream().allMatch(Block.Paragraph.class::isInstance);
      return simple ? List.of(new Block.Quote(quoted)) : quoted;
    }
    if (block instanceof Block.Bullets list) {
      return listed(list.items(), within == Kind.NONE ? Kind.BULLETS : within, 1);
    }
    if (block instanceof Block.Numbered list) {
      return listed(list.items(), within == Kind.NONE ? Kind.NUMBERED : within, list.start());
    }
    return List.of(block instanceof Block.Picture picture ? linked(picture) : block);
  }

  private static List<Block> listed(List<List<Block>> items, Kind kind, int start) {
    List<List<Block>> plain = items.stream().map(item -> plain(item, kind)).toList();
    return List.of(
        kind == Kind.BULLETS ? new Block.Bullets(plain) : new Block.Numbered(start, plain));
  }

  private static Block linked(Block.Picture picture) {
    Inline name = new Inline.Text(picture.alt().isBlank() ? "picture" : picture.alt());
    String link = picture.link();
    return new Block.Paragraph(List.of(link == null ? name : new Inline.Link(link, List.of(name))));
  }
}
