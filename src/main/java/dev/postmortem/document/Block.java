package dev.postmortem.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document that stands on its own lines. */
public sealed interface Block {
  /**
   * A heading.
   *
   * @param level 1 for the document's title, 2 for a section, 3 within it
   */
  record Heading(int level, List<Inline> of) implements Block {}

  record Paragraph(List<Inline> of) implements Block {}

  record Quote(List<Block> of) implements Block {}

  /** Text to be shown as it is, in a fixed width. */
  record CodeBlock(String text) implements Block {}

  /** A list of points, each of one or more blocks. */
  record Bullets(List<List<Block>> items) implements Block {}

  /**
   * A list whose points are counted.
   *
   * @param start the number of the first point
   */
  record Numbered(int start, List<List<Block>> items) implements Block {}

  /**
   * A picture.
   *
   * @param alt what it shows, for those who do not see it
   * @param link where it can be looked at, null when nowhere
   * @param data its bytes as a data URI, null when only the link is known
   */
  record Picture(String alt, @Nullable String link, @Nullable String data) implements Block {}

  record Divider() implements Block {}
}
