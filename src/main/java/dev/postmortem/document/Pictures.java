package dev.postmortem.document;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The pictures among blocks, however deep they stand. */
final class Pictures {
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
