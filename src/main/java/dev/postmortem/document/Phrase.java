package dev.postmortem.document;

import java.util.ArrayList;
import java.util.List;

/** Small pieces of running text, and words put before or after others. */
public final class Phrase {
  private Phrase() {}

  public static List<Inline> of(String text) {
    return List.of(new Inline.Text(text));
  }

  public static Block.Paragraph paragraph(String text) {
    return new Block.Paragraph(of(text));
  }

  public static Block.Paragraph emphasis(String text) {
    return new Block.Paragraph(List.of(new Inline.Emphasis(of(text))));
  }

  /** The blocks with these words at their beginning, in the first line if there is one. */
  public static List<Block> before(List<Inline> words, List<Block> blocks) {
    List<Inline> first = new ArrayList<>(words);
    List<Block> all = new ArrayList<>();
    boolean joins = !blocks.isEmpty() && blocks.get(0) instanceof Block.Paragraph;
    if (joins) {
      first.addAll(((Block.Paragraph) blocks.get(0)).of());
    }
    all.add(new Block.Paragraph(first));
    all.addAll(blocks.subList(joins ? 1 : 0, blocks.size()));
    return all;
  }

  /** The blocks with these words at their end, in the last line if there is one. */
  static List<Block> after(List<Block> blocks, String words) {
    List<Block> all = new ArrayList<>(blocks);
    int end = all.size() - 1;
    if (end >= 0 && all.get(end) instanceof Block.Paragraph last) {
      List<Inline> line = new ArrayList<>(last.of());
      line.add(new Inline.Text(" " + words));
      all.set(end, new Block.Paragraph(line));
    } else {
      all.add(paragraph(words));
    }
    return all;
  }
}
