package dev.postmortem.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a document that stands on its own lines. */
public sealed interface Block {
  /** What the visitor makes of it. */
  <T> T accept(Visitor<T> visitor);

  /**
   * A heading.
   *
   * @param level 1 for the document's title, 2 for a section, 3 within it
   */
  record Heading(int level, List<Inline> of) implements Block {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.heading(this);
    }
  }

  record Paragraph(List<Inline> of) implements Block {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.paragraph(this);
    }
  }

  record Quote(List<Block> of) implements Block {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.quote(this);
    }
  }

  /** Text to be shown as it is, in a fixed width. */
  record CodeBlock(String text) implements Block {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.codeBlock(this);
    }
  }

  /** A list of points, each of one or more blocks. */
  record Bullets(List<List<Block>> items) implements Block {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.bullets(this);
    }
  }

  /**
   * A list whose points are counted.
   *
   * @param start the number of the first point
   */
  record Numbered(int start, List<List<Block>> items) implements Block {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.numbered(this);
    }
  }

  /**
   * A picture.
   *
   * @param alt what it shows, for those who do not see it
   * @param link where it can be looked at, null when nowhere
   * @param data its bytes as a data URI, null when only the link is known
   * @param file the file that it is, null when it is none of Slack's
   */
  record Picture(String alt, @Nullable String link, @Nullable String data, @Nullable ImageFile file)
      implements Block {
    /** A picture somewhere in the web. */
    public Picture(String alt, @Nullable String link, @Nullable String data) {
      this(alt, link, data, null);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.picture(this);
    }
  }

  record Divider() implements Block {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.divider(this);
    }
  }

  /** One method for each kind, so that whoever draws them forgets none. */
  interface Visitor<T> {
    T heading(Heading it);

    T paragraph(Paragraph it);

    T quote(Quote it);

    T codeBlock(CodeBlock it);

    T bullets(Bullets it);

    T numbered(Numbered it);

    T picture(Picture it);

    T divider(Divider it);
  }
}
