package dev.postmortem.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The pictures among blocks, however deep they stand. */
public final class Pictures {
  private Pictures() {}

  static List<Block.Picture> in(List<Block> blocks) {
    List<Block.Picture> pictures = new ArrayList<>();
    blocks.forEach(block -> collect(block, pictures));
    return pictures;
  }

  /** The pictures of the section for images, each once. */
  static Set<Block.Picture> of(Document document) {
    Set<Block.Picture> pictures = new LinkedHashSet<>();
    for (Document.Part part : document.parts()) {
      if (part.key().equals("images")) {
        pictures.addAll(in(part.written()));
        part.filed().forEach(line -> pictures.addAll(line.pictures()));
      }
    }
    return pictures;
  }

  /** The blocks with other pictures in place of theirs. */
  public static List<Block> replaced(List<Block> blocks, UnaryOperator<Block.Picture> by) {
    return blocks.stream().map(block -> replaced(block, by)).toList();
  }

  private static Block replaced(Block block, UnaryOperator<Block.Picture> by) {
    if (block instanceof Block.Picture picture) {
      return by.apply(picture);
    } else if (block instanceof Block.Quote quote) {
      return new Block.Quote(replaced(quote.of(), by));
    } else if (block instanceof Block.Bullets bullets) {
      return new Block.Bullets(items(bullets.items(), by));
    } else if (block instanceof Block.Numbered numbered) {
      return new Block.Numbered(numbered.start(), items(numbered.items(), by));
    }
    return block;
  }

  private static List<List<Block>> items(List<List<Block>> items, UnaryOperator<Block.Picture> by) {
    return items.stream().map(item -> replaced(item, by)).toList();
  }

  private static void collect(Block block, List<Block.Picture> into) {
    if (block instanceof Block.Picture picture) {
      into.add(picture);
    } else if (block instanceof Block.Quote quote) {
      quote.of().forEach(inner -> collect(inner, into));
    } else if (block instanceof Block.Bullets bullets) {
      bullets.items().forEach(item -> item.forEach(inner -> collect(inner, into)));
    } else if (block instanceof Block.Numbered numbered) {
      numbered.items().forEach(item -> item.forEach(inner -> collect(inner, into)));
    }
  }
}
