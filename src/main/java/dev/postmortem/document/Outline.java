package dev.postmortem.document;

import java.util.List;

/** The document laid out as it is read, from the title to the last section. */
public final class Outline {
  private Outline() {}

  public static List<Block> of(Document document) {
    return List.of();
  }
}
