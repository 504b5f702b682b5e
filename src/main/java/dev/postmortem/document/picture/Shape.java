package dev.postmortem.document.picture;

/** Something drawn. What is drawn later covers what was drawn before. */
sealed interface Shape {
  /** The space that it takes. */
  Box box();

  /** Whether it must be read, so that nothing may lie upon it. */
  default boolean isRead() {
    return true;
  }

  /**
   * A straight line.
   *
   * @param style its name in the style sheet
   */
  record Line(double x, double top, double x2, double bottom, String style) implements Shape {
    @Override
    public Box box() {
      return new Box(x, top, x2, bottom);
    }

    @Override
    public boolean isRead() {
      return false;
    }
  }

  /**
   * A filled area.
   *
   * @param style its name in the style sheet
   */
  record Area(Box box, String style) implements Shape {
    @Override
    public boolean isRead() {
      return false;
    }
  }

  /** The sign of a turn; each has its own outline. */
  record Sign(double x, double y, Course.Turn turn) implements Shape {
    static final double SIZE = 14;

    @Override
    public Box box() {
      return Box.around(x, y, SIZE, SIZE);
    }
  }

  /**
   * Words on one line; only the picture's own, whose letters are of a known width.
   *
   * @param y of the line that they stand on
   */
  record Words(double left, double y, String words) implements Shape {
    static final double HEIGHT = 15;
    private static final double LETTER = 7.2;
    private static final double DESCENT = 4;

    static double width(String words) {
      return words.length() * LETTER;
    }

    @Override
    public Box box() {
      return new Box(left, y + DESCENT - HEIGHT, left + width(words), y + DESCENT);
    }
  }

  /**
   * One key point, or several that lie close together.
   *
   * @param number what is written into it
   * @param name what it is, in words
   */
  record Pin(double x, double y, String number, String anchor, String name) implements Shape {
    static final double HEIGHT = 18;
    static final double WIDEST = 54;
    private static final double LETTER = 6.8;

    @Override
    public Box box() {
      return Box.around(x, y, Math.max(HEIGHT, number.length() * LETTER + 6), HEIGHT);
    }
  }
}
